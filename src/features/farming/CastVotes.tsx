import { useState } from 'react'
import { voteOf, type Proposal } from '#domain/proposal.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { Button } from '#ui/Button.tsx'
import type { Voter } from './voter.ts'

type Props = { proposal: Proposal; voters: readonly Voter[] | undefined }
type Cast = { farmId: number; approve: boolean; changes: boolean }

/** The votes of one's own farms: cast, to be cast, or why they cannot be. */
export function CastVotes({ proposal, voters }: Props) {
  const [cast, setCast] = useState<Cast>()
  if (!voters || voters.length === 0) return null
  return (
    <ul aria-label="Your farms" className="flex flex-col gap-2 border-t border-line pt-3">
      {voters.map((voter) => (
        <li key={voter.farm.id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <span className="min-w-0">
            <span className="font-medium">{voter.farm.name}</span>{' '}
            <span className="text-ink-3">weighs {voter.weight.toLocaleString('en')}</span>
          </span>
          <span className="ml-auto flex flex-wrap items-center gap-2">
            <OwnVote proposal={proposal} voter={voter} onCast={setCast} />
          </span>
        </li>
      ))}
      {cast && (
        <SignSheet
          title={`Vote ${cast.approve ? 'for' : 'against'} #${proposal.index}`}
          calls={[{ call: 'vote', farmId: cast.farmId, proposal: proposal.hash, approve: cast.approve }]}
          verb="Sign and vote"
          onClose={() => setCast(undefined)}
        >
          <p className="pb-3 text-ink-2">
            “{proposal.description}”. The vote is public, and can change sides until the end.{' '}
            {cast.changes ? 'A changed vote costs its fee.' : 'The chain gives the fee of a first vote back.'}
          </p>
        </SignSheet>
      )}
    </ul>
  )
}

type OwnProps = { proposal: Proposal; voter: Voter; onCast: (cast: Cast) => void }

function OwnVote({ proposal, voter: { farm, weight }, onCast }: OwnProps) {
  const voted = voteOf(proposal, farm.id)
  const said = voted && <span className="text-ink-2">voted {voted}</span>
  if (proposal.isOver) return said ?? <span className="text-ink-3">did not vote; the vote is over</span>
  if (weight === 0n) return <span className="text-ink-3">has no nodes, so that its vote would weigh nothing</span>
  const press = (approve: boolean) => () => onCast({ farmId: farm.id, approve, changes: voted !== undefined })
  if (voted)
    return (
      <>
        {said}
        <Button size="small" onClick={press(voted === 'against')}>
          Vote {voted === 'for' ? 'against' : 'for'} instead
        </Button>
      </>
    )
  return (
    <>
      <Button size="small" onClick={press(true)}>
        Vote for
      </Button>
      <Button size="small" onClick={press(false)}>
        Vote against
      </Button>
    </>
  )
}
