import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Globe } from 'lucide-react'
import type { Contract } from '#domain/contract.ts'
import { freeIps, isFree, type Farm, type PublicIp } from '#domain/farm.ts'
import { contractsWithIps } from '#queries/farms.ts'
import { useNetwork } from '#queries/networks.ts'
import { Empty } from '#ui/Empty.tsx'
import { State } from '#ui/State.tsx'
import { Table, type Column } from '#ui/Table.tsx'

/** The farm's addresses and who holds them. */
export function PublicIps({ farm }: { farm: Farm }) {
  const taken = farm.publicIps.some((ip) => !isFree(ip))
  const contracts = useQuery({ ...contractsWithIps(useNetwork(), farm.id), enabled: taken }).data?.contracts
  const holders = new Map(contracts?.map((contract) => [contract.id, contract]))
  const rows = farm.publicIps
  return (
    <section aria-label="Public IPs" className="min-w-0">
      <div className="flex flex-wrap items-baseline gap-x-3 pb-1">
        <h2 className="text-section">Public IPs</h2>
        {rows.length > 0 && (
          <span className="text-ink-3">
            {freeIps(farm).toLocaleString('en')} of {rows.length.toLocaleString('en')} free
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <Empty icon={<Globe />} title="No public IPs">
          Machines here have no IPv4 address of their own; a gateway or Mycelium leads to them.
        </Empty>
      ) : (
        <div className="overflow-x-auto">
          <Table
            plain
            label="Public IPs"
            rows={rows}
            columns={ipColumns(holders)}
            rowKey={({ id }) => id}
            narrow={(ip) => <IpRow ip={ip} holder={holders.get(ip.contractId)} />}
          />
        </div>
      )}
    </section>
  )
}

const ipColumns = (holders: ReadonlyMap<number, Contract>): Column<PublicIp>[] => [
  { header: 'Address', cell: ({ ip }) => <span className="mono font-medium">{ip}</span> },
  { header: 'Gateway', cell: ({ gateway }) => <span className="mono text-ink-2">{gateway}</span> },
  { header: 'State', cell: (ip) => <IpState ip={ip} /> },
  {
    header: 'Held by',
    align: 'right',
    cell: (ip) => (isFree(ip) ? '–' : <Holder id={ip.contractId} contract={holders.get(ip.contractId)} />),
  },
]

const IpState = ({ ip }: { ip: PublicIp }) =>
  isFree(ip) ? <State kind="up">Free</State> : <State kind="paused">Taken</State>

/** The contract is known at once; its twin and node come with it a little later. */
const Holder = ({ id, contract }: { id: number; contract: Contract | undefined }) => (
  <span className="text-ink-2">
    <Link to="/lookup/$text" params={{ text: `contract-${id}` }} className="link">
      contract {id}
    </Link>
    {contract && (
      <>
        ,{' '}
        <Link to="/lookup/$text" params={{ text: `twin-${contract.twinId}` }} className="link">
          twin {contract.twinId}
        </Link>
      </>
    )}
    {contract && 'nodeId' in contract && (
      <>
        , on{' '}
        <Link to="/nodes/$nodeId" params={{ nodeId: String(contract.nodeId) }} className="link">
          node {contract.nodeId}
        </Link>
      </>
    )}
  </span>
)

const IpRow = ({ ip, holder }: { ip: PublicIp; holder: Contract | undefined }) => (
  <div className="flex flex-col gap-0.5 py-2.5">
    <span className="flex justify-between gap-2">
      <span className="mono font-medium">{ip.ip}</span>
      <IpState ip={ip} />
    </span>
    <span className="text-small">
      {isFree(ip) ? (
        <span className="text-ink-3">
          gateway <span className="mono">{ip.gateway}</span>
        </span>
      ) : (
        <Holder id={ip.contractId} contract={holder} />
      )}
    </span>
  </div>
)
