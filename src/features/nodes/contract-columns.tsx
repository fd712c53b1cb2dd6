import type { Contract } from '#domain/contract.ts'
import { Ago } from '#ui/Ago.tsx'
import { State } from '#ui/State.tsx'
import type { Column } from '#ui/Table.tsx'
import { Found } from './Found.tsx'

export const kinds = { node: 'Deployment', rent: 'Rent of the whole node', name: 'Name' }

export const contractColumns: Column<Contract>[] = [
  { header: 'Contract', cell: ({ id }) => <Found noun="contract" id={id} /> },
  { header: 'Kind', cell: ({ kind }) => kinds[kind] },
  { header: 'Name', className: 'max-w-[260px]', cell: (contract) => <ContractName contract={contract} /> },
  { header: 'State', cell: (contract) => <ContractState contract={contract} /> },
  { header: 'Twin', cell: ({ twinId }) => <Found noun="twin" id={twinId} /> },
  {
    header: 'Public IPs',
    align: 'right',
    cell: (contract) => (contract.kind === 'node' && contract.publicIps > 0 ? contract.publicIps : '–'),
  },
  {
    header: 'Made',
    align: 'right',
    className: 'text-ink-2',
    cell: ({ createdAt }) => <Ago atMs={createdAt * 1000} />,
  },
]

const ContractState = ({ contract: { state } }: { contract: Contract }) => {
  if (state === 'Created') return <State kind="up">Running</State>
  if (state === 'GracePeriod') return <State kind="paused">Out of funds</State>
  return <State kind="down">Ended</State>
}

/** What its owner calls it: clients write it into a contract in ways of their own, and some do not. */
function nameOf(contract: Contract): string | undefined {
  if (contract.kind === 'name') return contract.name
  if (contract.kind === 'rent') return undefined
  const { name, projectName, type } = contract.data
  return name || projectName || type || undefined
}

export function ContractName({ contract }: { contract: Contract }) {
  const name = nameOf(contract)
  if (name === undefined) return <span className="text-ink-3">{contract.kind === 'node' ? 'Not readable' : '–'}</span>
  const type = contract.kind === 'node' ? contract.data.type : ''
  return (
    <span className="block truncate" title={name}>
      {name} {type !== '' && type !== name && <span className="text-ink-3">{type}</span>}
    </span>
  )
}

/** A contract in two lines, for a narrow screen. */
export const ContractRow = ({ contract }: { contract: Contract }) => (
  <div className="flex flex-col gap-0.5 py-2.5">
    <span className="flex items-baseline justify-between gap-3">
      <Found noun="contract" id={contract.id} />
      <span className="min-w-0 flex-1">
        <ContractName contract={contract} />
      </span>
      <ContractState contract={contract} />
    </span>
    <span className="text-small text-ink-3">
      {kinds[contract.kind]}, twin <Found noun="twin" id={contract.twinId} />, <Ago atMs={contract.createdAt * 1000} />
    </span>
  </div>
)
