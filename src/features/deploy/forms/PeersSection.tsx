import { placed } from '#domain/plan/plan.ts'
import { isNetwork } from '#domain/plan/references.ts'
import type { FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'

type Props = FormProps<'network'> | FormProps<'network-light'>

/** The network's parts on other nodes, and whom this one's WireGuard knows. Both follow from the plan. */
export const PeersSection = (props: Props) => (
  <FormSection title="Members and peers">
    <Members {...props} />
    <Peers {...props} />
  </FormSection>
)

function Members({ plan, workload, facts }: Props) {
  const planned = placed(plan)
    .filter((one) => isNetwork(one.workload) && one.workload.name === workload.name)
    .map(({ at, workload: { data } }) => ({
      nodeId: plan.nodes[at.node]!.node,
      subnet: (data as { subnet?: string }).subnet ?? '',
    }))
  const running = (facts.networks.data?.find(({ name }) => name === workload.name)?.members ?? []).filter(
    ({ nodeId }) => planned.every((one) => one.nodeId !== nodeId),
  )
  return (
    <ul aria-label="Members" className="flex flex-col">
      {[...planned, ...running].map(({ nodeId, subnet }, i) => (
        <li
          key={nodeId ?? `planned ${i}`}
          className="flex min-h-8 items-center gap-3 border-b border-line last:border-0"
        >
          <span className="font-medium">{nodeId === null ? 'A node to choose' : `Node ${nodeId}`}</span>
          <span className="mono text-ink-2">{subnet || 'to be planned'}</span>
          {i >= planned.length && <span className="ml-auto text-ink-3">runs</span>}
        </li>
      ))}
    </ul>
  )
}

function Peers({ workload }: Props) {
  const peers = workload.data.peers ?? []
  if (peers.length === 0) return null
  return (
    <div className="overflow-x-auto pt-4">
      <table className="tbl tbl-plain tbl-compact" aria-label="Peers">
        <thead>
          <tr>
            <th>Peer</th>
            <th>Called at</th>
            <th>Public key</th>
          </tr>
        </thead>
        <tbody>
          {peers.map(({ subnet, endpoint, wireguard_public_key }) => (
            <tr key={wireguard_public_key}>
              <td className="mono">{subnet}</td>
              <td className="mono">{endpoint || <span className="text-ink-3">calls by itself</span>}</td>
              <td className="mono" title={wireguard_public_key}>
                {wireguard_public_key.slice(0, 10)}…
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
