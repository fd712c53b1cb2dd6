import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Contract } from '#domain/contract.ts'
import { showTft, type Tft } from '#domain/money.ts'
import { total, type Standing } from '#domain/standing.ts'
import { ContractName } from '#features/nodes/contract-columns.tsx'
import { billedSoFar } from '#queries/contracts.ts'
import { useNetwork } from '#queries/networks.ts'
import { Ago } from '#ui/Ago.tsx'
import type { Column } from '#ui/Table.tsx'
import { ContractState } from './ContractState.tsx'
import { PickContract, type Picks } from './PickContract.tsx'

/** What the chain says of each contract of a page; nothing while it has not been heard. */
export type Standings = ReadonlyMap<number, Standing> | undefined

/** In the hours of a month that prices are told for. */
export const hoursPerMonth = 720n

const none = '–'
export const kinds = { node: 'Deployment', name: 'Name', rent: 'Rent' }

export const contractColumns = (of: Standings, picks: Picks): Column<Contract>[] => [
  {
    header: 'Contract',
    sort: 'contract_id',
    cell: (contract) => (
      <>
        <PickContract contract={contract} picks={picks} className="check mr-2.5 align-[-3px]" />
        <Link to="/contracts/$contractId" params={{ contractId: String(contract.id) }} className="mono row-link">
          {contract.id}
        </Link>
      </>
    ),
  },
  { header: 'Kind', sort: 'type', cell: ({ kind }) => kinds[kind] },
  { header: 'Name', className: 'max-w-[220px]', cell: (contract) => <ContractName contract={contract} /> },
  { header: 'Node', align: 'right', cell: (contract) => <OnNode contract={contract} /> },
  {
    header: 'State',
    sort: 'state',
    cell: (contract) => <ContractState contract={contract} standing={of?.get(contract.id)} />,
  },
  {
    header: 'TFT / hour',
    align: 'right',
    about: 'As the chain would bill it now, at your discount',
    cell: ({ id }) => figure(of?.get(id), ({ hourly }) => amount(hourly, 4)),
  },
  {
    header: 'TFT / month',
    align: 'right',
    later: true,
    cell: ({ id }) => figure(of?.get(id), ({ hourly }) => amount(hourly * hoursPerMonth)),
  },
  {
    header: 'Locked',
    unit: 'TFT',
    align: 'right',
    about: 'Put aside out of the account for what was billed, until the chain pays it out',
    cell: ({ id }) => figure(of?.get(id), ({ reserve }) => amount(total(reserve), 4)),
  },
  {
    header: 'Billed',
    unit: 'TFT',
    align: 'right',
    later: true,
    about: 'All bills so far',
    cell: ({ id }) => <BilledSoFar id={id} />,
  },
  {
    header: 'Made',
    align: 'right',
    sort: 'created_at',
    className: 'text-ink-2',
    cell: ({ createdAt }) => <Ago atMs={createdAt * 1000} />,
  },
]

const figure = (standing: Standing | undefined, of: (standing: Standing) => string) => (standing ? of(standing) : none)

/** Nothing is said shortly, and so stands out. */
const amount = (tft: Tft, digits = 2) => (tft === 0n ? '0' : showTft(tft, digits))

const OnNode = ({ contract }: { contract: Contract }) =>
  'nodeId' in contract ? (
    <Link to="/nodes/$nodeId" params={{ nodeId: String(contract.nodeId) }} className="mono hover:text-accent">
      {contract.nodeId}
    </Link>
  ) : (
    none
  )

function BilledSoFar({ id }: { id: number }) {
  const billed = useQuery(billedSoFar(useNetwork(), id)).data
  if (!billed) return none
  return billed.whole ? (
    showTft(billed.amount)
  ) : (
    <span title="More bills than are added up here">over {showTft(billed.amount)}</span>
  )
}

/** A contract in two lines, for a narrow screen. */
export const ContractRow = ({ contract, of, picks }: { contract: Contract; of: Standings; picks: Picks }) => {
  const standing = of?.get(contract.id)
  return (
    <div className="flex items-start gap-3 px-4 py-2.5">
      <span className="pt-0.5">
        <PickContract contract={contract} picks={picks} />
      </span>
      <Link
        to="/contracts/$contractId"
        params={{ contractId: String(contract.id) }}
        className="flex min-w-0 flex-1 flex-col gap-0.5"
      >
        <span className="flex items-baseline gap-2">
          <span className="mono font-medium">{contract.id}</span>
          <span className="min-w-0 flex-1 truncate">
            <ContractName contract={contract} />
          </span>
          <span className="whitespace-nowrap">{figure(standing, ({ hourly }) => `${amount(hourly, 4)} TFT/h`)}</span>
        </span>
        <span className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-3">
          <ContractState contract={contract} standing={standing} />
          <span className="ml-auto">
            {kinds[contract.kind]}
            {'nodeId' in contract && `, node ${contract.nodeId}`}
          </span>
        </span>
      </Link>
    </div>
  )
}
