import { ExternalLink } from 'lucide-react'
import { outcomeOf, weightOf, type Proposal, type Vote } from '#domain/proposal.ts'
import { showSpan } from '#domain/time.ts'
import { actionWords } from '#queries/action-words.ts'
import { Facts } from '#ui/Facts.tsx'
import { State } from '#ui/State.tsx'
import { CastVotes } from './CastVotes.tsx'
import type { Voter } from './voter.ts'

type Props = { proposal: Proposal; voters: readonly Voter[] | undefined }

/** A proposal: what it says, what it would do, how it stands, and the votes of one's own farms. */
export const ProposalCard = ({ proposal, voters }: Props) => (
  <article aria-label={proposal.description} className="panel min-w-0">
    <div className="flex flex-col gap-4 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-72 text-lead wrap-anywhere">
          <span className="mono font-normal text-ink-3">#{proposal.index}</span> {proposal.description}
        </h3>
        <Standing proposal={proposal} />
      </div>
      <Sides proposal={proposal} />
      <Facts
        of={[
          ['Would do', actionWords(proposal.action)],
          ['Votes', votesWords(proposal)],
          [proposal.isOver ? 'Ended' : 'Ends', endWords(proposal)],
          ['More', safeLink(proposal.link)],
        ]}
      />
      <CastVotes proposal={proposal} voters={voters} />
    </div>
  </article>
)

function Standing({ proposal }: { proposal: Proposal }) {
  const outcome = outcomeOf(proposal)
  if (outcome === 'too-few')
    return (
      <State kind={proposal.isOver ? 'down' : 'waiting'}>
        {proposal.isOver ? 'Too few voted' : 'Too few votes yet'}
      </State>
    )
  if (outcome === 'accepted') return <State kind="up">{proposal.isOver ? 'Accepted' : 'More weight for it'}</State>
  return <State kind="failed">{proposal.isOver ? 'Rejected' : 'No majority for it'}</State>
}

/** Both sides as one bar, and in figures. */
function Sides({ proposal: { ayes, nays } }: { proposal: Proposal }) {
  const [yes, no] = [weightOf(ayes), weightOf(nays)]
  const all = yes + no
  const share = all === 0n ? 0 : Number((yes * 1000n) / all) / 10
  return (
    <div className="flex flex-col gap-1.5">
      <span className="flex h-2 overflow-hidden rounded-sm bg-track" aria-hidden="true">
        {yes > 0n && <span className="h-full bg-ok" style={{ width: `${share}%` }} />}
        {no > 0n && <span className="h-full flex-1 bg-bad" />}
      </span>
      <span className="flex justify-between gap-3 text-small">
        <span>{sideWords('For', ayes, yes)}</span>
        <span>{sideWords('Against', nays, no)}</span>
      </span>
    </div>
  )
}

const sideWords = (side: string, votes: readonly Vote[], weight: bigint) =>
  `${side}: ${farmCount(votes.length)}, weight ${weight.toLocaleString('en')}`

const farmCount = (count: number) => `${count} ${count === 1 ? 'farm' : 'farms'}`

const votesWords = ({ ayes, nays, threshold, vetos }: Proposal) =>
  `${ayes.length + nays.length} of at least ${threshold}${vetos > 0 ? `; the council vetoed ${vetos} times` : ''}`

function endWords({ endsAt, isOver }: Proposal) {
  const left = endsAt * 1000 - Date.now()
  const moment = new Date(endsAt * 1000).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  return isOver || left <= 0 ? moment : `${moment}, in ${showSpan(left)}`
}

/** What somebody wrote there is not always a page. */
const safeLink = (link: string) =>
  link.startsWith('https://') ? (
    <a href={link} target="_blank" rel="noreferrer" className="link inline-flex items-center gap-1.5 break-all">
      {link}
      <ExternalLink className="i-sm" />
    </a>
  ) : (
    link || undefined
  )
