import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { ScanSearch } from 'lucide-react'
import { explain } from '#queries/explain.ts'
import { lookup, type Answer } from '#queries/lookup.ts'
import { useNetwork } from '#queries/networks.ts'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { AnswerPanel } from './AnswerPanel.tsx'
import { describe, hasPage, pageOf } from './answers.tsx'

/** What the grid has by a number, an address, an IP or a name. A single thing that has a page is shown there. */
export function LookupPage() {
  const { text } = useParams({ from: '/lookup/$text' })
  const network = useNetwork()
  const found = useQuery(lookup(network, text))
  const answers = found.data ?? []
  const [only] = answers.length === 1 ? answers : []
  if (only && hasPage(only)) return <Navigate {...pageOf(only)} replace />
  return (
    <Page title={`Lookup of “${text}”`} aside={`on ${network.name}`} layout="narrow">
      <Loaded from={found} explain={explain}>
        {(all) => (all.length === 0 ? <Nothing text={text} network={network.name} /> : <Answers all={all} />)}
      </Loaded>
    </Page>
  )
}

const Answers = ({ all }: { all: Answer[] }) => (
  <div className="flex flex-col gap-4">
    {all.map((answer) => (
      <AnswerPanel key={describe(answer).name} answer={answer} />
    ))}
  </div>
)

const Nothing = ({ text, network }: { text: string; network: string }) => (
  <Empty
    icon={<ScanSearch />}
    title={`${network} has nothing by “${text}”`}
    actions={
      <Link to="/nodes" className={buttonClass()}>
        See the nodes
      </Link>
    }
  >
    A number can be a node, farm, contract or twin. An account’s address leads to its twin, an IP to the node or farm
    that has it, other words to farms whose names contain them.
  </Empty>
)
