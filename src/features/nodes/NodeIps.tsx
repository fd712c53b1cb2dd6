import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Globe } from 'lucide-react'
import type { Contract } from '#domain/contract.ts'
import { freeIps, isFree, type Farm, type PublicIp } from '#domain/farm.ts'
import type { Node } from '#domain/node.ts'
import { explain } from '#queries/explain.ts'
import { contractsWithIps, oneFarm } from '#queries/farms.ts'
import { useNetwork } from '#queries/networks.ts'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { State } from '#ui/State.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { Found } from './Found.tsx'
import { PublicConfig } from './PublicConfig.tsx'
import { useNode } from './useNode.ts'

/** The node's own addresses, and those of its farm with what of them is used here. */
export function NodeIps() {
  const node = useNode()
  const farm = useQuery(oneFarm(useNetwork(), node.farmId))
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_400px]">
      <section aria-label="Public IPs of its farm" className="min-w-0">
        <h2 className="text-section">Public IPs of its farm</h2>
        <Loaded from={farm} explain={explain}>
          {(found) => <FarmIps farm={found} node={node} />}
        </Loaded>
      </section>
      <PublicConfig node={node} />
    </div>
  )
}

const shown = 100

function FarmIps({ farm, node }: { farm: Farm; node: Node }) {
  const taken = farm.publicIps.some((ip) => !isFree(ip))
  const held = useQuery({ ...contractsWithIps(useNetwork(), farm.id), enabled: taken })
  const holders = new Map(held.data?.contracts.map((contract) => [contract.id, contract]))
  const isHere = ({ contractId }: PublicIp) => {
    const holder = holders.get(contractId)
    return holder !== undefined && 'nodeId' in holder && holder.nodeId === node.id
  }
  const here = farm.publicIps.filter(isHere)
  const rows = [...here, ...farm.publicIps.filter((ip) => !isHere(ip))].slice(0, shown)
  const farmLink = (
    <Link to="/farms/$farmId" params={{ farmId: String(farm.id) }} className="link">
      {farm.name}
    </Link>
  )
  if (farm.publicIps.length === 0)
    return (
      <Empty icon={<Globe />} title="No public IPs">
        {farmLink} has none to lend. A gateway or Mycelium leads to machines here.
      </Empty>
    )
  return (
    <>
      <p className="pt-0.5 pb-2 text-ink-2">
        {taken && held.isPending ? 'Looking who holds them.' : `${count(here.length)} used on this node.`}{' '}
        {freeIps(farm).toLocaleString('en')} of {farm.publicIps.length.toLocaleString('en')} of {farmLink} free
        {farm.publicIps.length > shown && `; the first ${shown} are shown`}.
        {held.error && <> {explain(held.error).title}, so it is not known who holds them.</>}
      </p>
      <div className="overflow-x-auto">
        <Table
          plain
          label="Public IPs of its farm"
          rows={rows}
          columns={columns(holders, isHere)}
          rowKey={({ id }) => id}
          narrow={(ip) => (
            <div className="flex flex-col gap-0.5 py-2.5">
              <span className="flex justify-between gap-2">
                <span className="mono font-medium">{ip.ip}</span>
                <IpState ip={ip} here={isHere(ip)} />
              </span>
              <span className="text-small text-ink-3">
                {isFree(ip) ? `gateway ${ip.gateway}` : <Holder ip={ip} holder={holders.get(ip.contractId)} />}
              </span>
            </div>
          )}
        />
      </div>
    </>
  )
}

const count = (n: number) => (n === 0 ? 'None is' : n === 1 ? '1 is' : `${n} are`)

const columns = (holders: ReadonlyMap<number, Contract>, isHere: (ip: PublicIp) => boolean): Column<PublicIp>[] => [
  { header: 'Address', cell: ({ ip }) => <span className="mono font-medium">{ip}</span> },
  { header: 'Gateway', cell: ({ gateway }) => <span className="mono text-ink-2">{gateway}</span> },
  { header: 'State', cell: (ip) => <IpState ip={ip} here={isHere(ip)} /> },
  {
    header: 'Held by',
    align: 'right',
    cell: (ip) => (isFree(ip) ? '–' : <Holder ip={ip} holder={holders.get(ip.contractId)} />),
  },
]

const IpState = ({ ip, here }: { ip: PublicIp; here: boolean }) =>
  isFree(ip) ? (
    <State kind="up">Free</State>
  ) : (
    <State kind="paused">{here ? 'Used on this node' : 'Used elsewhere'}</State>
  )

const Holder = ({ ip, holder }: { ip: PublicIp; holder: Contract | undefined }) => (
  <span className="text-ink-2">
    contract <Found noun="contract" id={ip.contractId} />
    {holder && (
      <>
        , twin <Found noun="twin" id={holder.twinId} />
      </>
    )}
  </span>
)
