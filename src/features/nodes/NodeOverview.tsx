import { Link } from '@tanstack/react-router'
import { showUsd } from '#domain/money.ts'
import type { Node } from '#domain/node.ts'
import { Ago } from '#ui/Ago.tsx'
import { Badge } from '#ui/Badge.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel } from '#ui/Panel.tsx'
import { FreeCapacity } from './FreeCapacity.tsx'
import { Gpus } from './Gpus.tsx'
import { monthlyUsd } from './monthly-price.ts'
import { Place } from './Place.tsx'
import { PriceOfNode } from './PriceAnswer.tsx'
import { PublicConfig } from './PublicConfig.tsx'
import { useTerms } from './terms.ts'
import { useNode } from './useNode.ts'

export function NodeOverview() {
  const node = useNode()
  const terms = useTerms()
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_352px]">
      <div className="flex min-w-0 flex-col gap-6">
        <FreeCapacity node={node} />
        <Notice action={<AskLink id={node.id} />}>
          These figures come from GridProxy, <Ago atMs={node.updatedAt * 1000} />. <b>Live</b> asks the node itself:
          what is taken now, its disks, ports, addresses, cards and tests.
        </Notice>
        <div className="grid gap-6 rail:grid-cols-2">
          <PublicConfig node={node} />
          <Hardware node={node} />
        </div>
        <Gpus node={node} />
      </div>
      <div className="grid min-w-0 items-start gap-6 max-wide:rail:grid-cols-2">
        <Place node={node} />
        <section aria-label="Price" className="panel min-w-0 p-4">
          {terms ? <PriceOfNode node={node} terms={terms} /> : <WithoutTerms node={node} />}
        </section>
      </div>
    </div>
  )
}

const AskLink = ({ id }: { id: number }) => (
  <Link to="/nodes/$nodeId/live" params={{ nodeId: String(id) }} className={buttonClass({ size: 'small' })}>
    Ask the node
  </Link>
)

/** The chain has not told yet what it bills by; GridProxy's own reckoning stands in. */
const WithoutTerms = ({ node }: { node: Node }) => (
  <>
    <h2 className="pb-1 text-lead">Price, whole node</h2>
    <Facts of={[['A month', showUsd(monthlyUsd(node))]]} />
  </>
)

function Hardware({ node }: { node: Node }) {
  const { processor, threads, memory, board } = node.hardware
  const told = (words: string) => (words === '' ? 'Not told' : words)
  return (
    <Panel
      title="Hardware"
      aside={<Badge tone={node.certified ? 'accent' : 'plain'}>{node.certified ? 'Certified' : 'DIY'}</Badge>}
    >
      <Facts
        of={[
          ['Processor', told(processor)],
          ['Threads', threads === 0 ? 'Not told' : threads],
          ['Memory', told(memory)],
          ['Board', told(board)],
        ]}
      />
    </Panel>
  )
}
