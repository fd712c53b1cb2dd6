import type { Gpu, Node } from '#domain/node.ts'
import { State } from '#ui/State.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { cardName } from './card-name.ts'
import { Found } from './Found.tsx'

const state = ({ contractId }: Gpu) =>
  contractId === 0 ? <State kind="up">Free</State> : <State kind="paused">Taken</State>

const columns: Column<Gpu>[] = [
  { header: 'Card', cell: (gpu) => <span className="font-medium">{cardName(gpu)}</span> },
  { header: 'Slot, vendor, device', cell: ({ id }) => <span className="mono text-ink-2">{id}</span> },
  { header: 'State', cell: state },
  {
    header: 'Held by',
    align: 'right',
    cell: ({ contractId }) => (contractId === 0 ? '–' : <Found noun="contract" id={contractId} />),
  },
]

/** The node's cards; nothing where it has none. */
export function Gpus({ node }: { node: Node }) {
  if (node.gpus.length === 0) return null
  return (
    <section aria-label="GPU">
      <div className="flex flex-wrap items-baseline gap-x-3 pb-1">
        <h2 className="text-section">GPU</h2>
        <span className="text-ink-3">A card needs the node rented whole.</span>
      </div>
      <Table
        plain
        label="GPU"
        rows={node.gpus}
        columns={columns}
        rowKey={({ id }) => id}
        narrow={(gpu) => (
          <div className="flex flex-col gap-0.5 py-2.5">
            <span className="flex justify-between gap-2">
              <span className="font-medium">{cardName(gpu)}</span>
              {state(gpu)}
            </span>
            <span className="mono text-ink-3">{gpu.id}</span>
          </div>
        )}
      />
    </section>
  )
}
