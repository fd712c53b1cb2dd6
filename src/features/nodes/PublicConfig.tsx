import type { Node } from '#domain/node.ts'
import { Badge } from '#ui/Badge.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Panel } from '#ui/Panel.tsx'

/** The node's own addresses: with one it is a way in for WireGuard, with a domain a gateway. */
export function PublicConfig({ node }: { node: Node }) {
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
    <Panel
      title="Public config"
      aside={ready ? <Badge tone="ok">WireGuard ready</Badge> : <Badge>No way in for WireGuard</Badge>}
    >
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
