import { Link } from '@tanstack/react-router'
import { Globe, Plus } from 'lucide-react'
import { useState } from 'react'
import { freeIps, isFree, type Farm, type PublicIp } from '#domain/farm.ts'
import type { FarmNode } from '#domain/farm-on-chain.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { Button } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { State } from '#ui/State.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { AddIps } from './AddIps.tsx'

type Props = { farm: Farm; nodes: readonly FarmNode[]; mine: boolean }

/** The addresses that a farm lends: who has them, more, and fewer. */
export function FarmIps({ farm, nodes, mine }: Props) {
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<readonly string[]>([])
  const [picked, setPicked] = useState<readonly string[]>([])
  const still = farm.publicIps.filter((one) => picked.includes(one.ip) && isFree(one)).map(({ ip }) => ip)
  const pick = (ip: string, on: boolean) => setPicked(on ? [...picked, ip] : picked.filter((one) => one !== ip))
  const free = farm.publicIps.filter(isFree).map(({ ip }) => ip)
  return (
    <section aria-label="Public IPs" className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-1">
        <h2 className="text-section">Public IPs</h2>
        {farm.publicIps.length > 0 && (
          <span className="text-ink-3">
            {freeIps(farm)} of {farm.publicIps.length} free
          </span>
        )}
        {mine && (
          <span className="ml-auto flex flex-wrap gap-2">
            {still.length > 0 && (
              <Button size="small" variant="danger" onClick={() => setRemoving(still)}>
                Remove {still.length}
              </Button>
            )}
            {free.length > 1 && (
              <Button size="small" variant="ghost" onClick={() => setPicked(still.length === free.length ? [] : free)}>
                {still.length === free.length ? 'Pick none' : 'Pick all free'}
              </Button>
            )}
            <Button size="small" onClick={() => setAdding(true)}>
              <Plus />
              Add public IPs
            </Button>
          </span>
        )}
      </div>
      {farm.publicIps.length === 0 ? (
        <Empty icon={<Globe />} title="No public IPs">
          Deployments here have no IPv4 address of their own until the farm lends some.
        </Empty>
      ) : (
        <Table
          label="Public IPs"
          plain
          rows={farm.publicIps}
          columns={columns(mine ? { picked: still, pick } : undefined)}
          rowKey={({ ip }) => ip}
          narrow={(ip) => (
            <span className="flex items-center gap-3 py-2.5">
              {mine && <Pick ip={ip} picks={{ picked: still, pick }} />}
              <span className="mono min-w-0 flex-1">{ip.ip}</span>
              <IpState ip={ip} />
            </span>
          )}
        />
      )}
      {adding && <AddIps farm={farm} nodes={nodes} onClose={() => setAdding(false)} />}
      {removing.length > 0 && (
        <SignSheet
          title="Remove public IPs"
          calls={removing.map((ip) => ({ call: 'remove-farm-ip', farmId: farm.id, ip }))}
          verb="Sign and remove"
          onClose={() => setRemoving([])}
        />
      )}
    </section>
  )
}

type Picks = { picked: readonly string[]; pick: (ip: string, on: boolean) => void }

const columns = (picks: Picks | undefined): Column<PublicIp>[] => [
  {
    header: 'Address',
    cell: (ip) => (
      <span className="flex items-center gap-2.5">
        {picks && <Pick ip={ip} picks={picks} />}
        <span className="mono font-medium">{ip.ip}</span>
      </span>
    ),
  },
  { header: 'Gateway', cell: ({ gateway }) => <span className="mono text-ink-2">{gateway}</span> },
  { header: 'State', cell: (ip) => <IpState ip={ip} /> },
]

const Pick = ({ ip, picks: { picked, pick } }: { ip: PublicIp; picks: Picks }) => (
  <input
    type="checkbox"
    className="check"
    aria-label={`Pick ${ip.ip}`}
    title={isFree(ip) ? undefined : 'A contract has it: it can go once that ends'}
    disabled={!isFree(ip)}
    checked={picked.includes(ip.ip)}
    onChange={({ target }) => pick(ip.ip, target.checked)}
  />
)

const IpState = ({ ip }: { ip: PublicIp }) =>
  isFree(ip) ? (
    <State kind="up">Free</State>
  ) : (
    <span className="inline-flex items-baseline gap-2">
      <State kind="paused">Taken</State>
      <Link to="/lookup/$text" params={{ text: `contract-${ip.contractId}` }} className="link text-small">
        contract {ip.contractId}
      </Link>
    </span>
  )
