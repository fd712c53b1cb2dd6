import { showUsd } from '#domain/money.ts'
import type { Node } from '#domain/node.ts'
import { showNumber } from '#domain/units.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { Badge } from '#ui/Badge.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Panel } from '#ui/Panel.tsx'
import { FreeCapacity } from './FreeCapacity.tsx'
import { Gpus } from './Gpus.tsx'
import { monthlyUsd } from './monthly-price.ts'
import { placeOf } from './NodeHeading.tsx'

export const NodeOverview = ({ node }: { node: Node }) => (
  <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_352px]">
    <div className="flex min-w-0 flex-col gap-6">
      <FreeCapacity node={node} />
      <div className="grid gap-6 rail:grid-cols-2">
        <PublicConfig node={node} />
        <Hardware node={node} />
      </div>
      <Gpus node={node} />
    </div>
    <div className="flex min-w-0 flex-col gap-6">
      <Panel title="Place and speed">
        <Facts
          of={[
            ['Place', placeOf(node)],
            ['Coordinates', coordinates(node)],
            ['Download', speed(node.speed.download)],
            ['Upload', speed(node.speed.upload)],
            ['Up for', node.status === 'up' ? roughSpan(node.uptimeSeconds) : 'Not up'],
            ['Node twin', node.twinId],
            ['ZOS', node.features.includes('zmachine') ? 'Full: machines, disks, gateways' : 'Light'],
          ]}
        />
      </Panel>
      <Panel title="Price, whole node">
        <Facts
          of={[
            ['A month', showUsd(monthlyUsd(node))],
            [
              'Extra fee',
              node.extraFeeMilliUsdPerMonth > 0
                ? `${showUsd(node.extraFeeMilliUsdPerMonth / 1000)} of it, to the farmer`
                : 'None',
            ],
            ['Use', tenancy(node)],
          ]}
        />
      </Panel>
    </div>
  </div>
)

const coordinates = ({ place }: Node) =>
  place && <span className="mono">{`${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`}</span>

const speed = (bitsPerSecond: number) =>
  bitsPerSecond === 0 ? 'Not measured' : `${showNumber(bitsPerSecond / 1_000_000)} Mbit/s`

function tenancy(node: Node): string {
  if (node.rentedByTwinId !== 0) return `Rented whole by twin ${node.rentedByTwinId}`
  if (node.inDedicatedFarm || node.extraFeeMilliUsdPerMonth > 0) return 'Only let whole'
  return 'Shared; pay for what you take'
}

function PublicConfig({ node }: { node: Node }) {
  const { ipv4, gw4, ipv6, gw6, domain } = node.publicConfig
  const ready = ipv4 !== '' || ipv6 !== ''
  const address = (value: string, what: string) =>
    value === '' ? undefined : (
      <span className="flex items-center justify-between gap-2">
        <span className="mono min-w-0 break-all">{value}</span>
        <span className="-my-1">
          <CopyButton value={value} what={what} />
        </span>
      </span>
    )
  return (
    <Panel title="Public config" aside={ready && <Badge tone="ok">Entry for WireGuard</Badge>}>
      <Facts
        of={[
          ['IPv4', address(ipv4, 'the IPv4 address')],
          ['Gateway', address(gw4, 'the IPv4 gateway')],
          ['IPv6', address(ipv6, 'the IPv6 address')],
          ['Gateway 6', address(gw6, 'the IPv6 gateway')],
          ['Domain', address(domain, 'the domain')],
          ['Own address', ready ? undefined : 'None; it reaches out through its farm'],
          ['Free IPv4', `${node.freeFarmIps} on the farm`],
        ]}
      />
    </Panel>
  )
}

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
