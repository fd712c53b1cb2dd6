import { useQuery } from '@tanstack/react-query'
import { Vote } from 'lucide-react'
import type { Proposal } from '#domain/proposal.ts'
import { account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { farmsOf, farmWeights, proposals } from '#queries/farming.ts'
import { useNetwork } from '#queries/networks.ts'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { FarmingTabs } from './FarmingTabs.tsx'
import { ProposalCard } from './ProposalCard.tsx'
import type { Voter } from './voter.ts'

/** What farms vote on, and how yours did. */
export function DaoPage() {
  const network = useNetwork()
  const found = useQuery(proposals(network))
  const twinId = useQuery(account(network)).data?.twinId
  const farms = useQuery({ ...farmsOf(network, twinId ?? 0), enabled: twinId !== undefined }).data?.farms ?? []
  const ids = farms.map(({ id }) => id)
  const weights = useQuery({ ...farmWeights(network, ids), enabled: ids.length > 0 }).data
  const voters = weights ? farms.map((farm) => ({ farm, weight: weights.get(farm.id) ?? 0n })) : undefined
  return (
    <Page title="Farming" tabs={<FarmingTabs />}>
      <Loaded from={found} explain={explain}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={<Vote />} title="Nothing to vote on">
              The council puts proposals here; farms vote on them with what their nodes weigh.
            </Empty>
          ) : (
            <div className="flex max-w-[880px] flex-col gap-6">
              <p className="text-ink-2">
                Each farm has one vote, which weighs what its nodes offer. What has enough votes, and more weight for it
                than against, the council closes and the chain does.
              </p>
              <Section title="Open" of={all.filter(({ isOver }) => !isOver)} voters={voters} />
              <Section title="Over" of={all.filter(({ isOver }) => isOver)} voters={voters} />
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

type SectionProps = { title: string; of: readonly Proposal[]; voters: readonly Voter[] | undefined }

const Section = ({ title, of, voters }: SectionProps) => (
  <section aria-label={title} className="flex flex-col gap-4">
    <h2 className="text-section">
      {title} <span className="font-normal text-ink-3">{of.length}</span>
    </h2>
    {of.map((proposal) => (
      <ProposalCard key={proposal.hash} proposal={proposal} voters={voters} />
    ))}
  </section>
)
