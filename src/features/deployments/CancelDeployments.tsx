import { useQuery } from '@tanstack/react-query'
import { allContracts, type Deployed } from '#domain/deployed.ts'
import type { WorkloadType } from '#domain/workloads/workload.ts'
import { typeName } from '#domain/workloads/words.ts'
import { account } from '#queries/account.ts'
import { deploymentList, type WorkloadReport } from '#queries/deployments.ts'
import { useNetwork } from '#queries/networks.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { useParts, type Part } from './part.ts'

type Props = { deployments: readonly Deployed[]; onClose: () => void; onCancelled: () => void }

/** Ends deployments, any number with one signature. */
export function CancelDeployments({ deployments, ...rest }: Props) {
  const network = useNetwork()
  const twinId = useQuery(account(network)).data?.twinId ?? 0
  const all = useQuery(deploymentList(network, twinId)).data ?? deployments
  const parts = useParts(all.flatMap(({ contracts }) => contracts))
  const ids = deployments.flatMap((one) => allContracts(one).map(({ id }) => id))
  const ending = parts.filter(({ contract }) => ids.includes(contract.id))
  const staying = parts.filter(({ contract }) => !ids.includes(contract.id))
  const [first, ...more] = deployments
  return (
    <CancelDialog
      title={more.length === 0 ? `Cancel ${first!.name}?` : `Cancel ${deployments.length} deployments?`}
      contractIds={ids}
      loses={[...deployments.map((one) => lossOf(one, ending)), ...stranded(ending, staying)]}
      {...rest}
    />
  )
}

/** `"web1: 1 machine, 2 disks on node 7"`. */
function lossOf({ name, contracts, names }: Deployed, parts: readonly Part[]): string {
  const own = parts.filter(({ contract }) => contracts.some(({ id }) => id === contract.id))
  const workloads = own.flatMap(({ held }) => held?.workloads ?? [])
  const silent = own.filter(({ held }) => held === undefined).map(({ contract }) => contract.nodeId)
  const nodes = [...new Set(contracts.map(({ nodeId }) => nodeId))]
  const what = [
    ...counted(workloads),
    ...(silent.length > 0 ? [`what node ${silent.join(' and ')} holds and does not tell`] : []),
    ...names.map((one) => `the name ${one.name}`),
  ]
  return `${name}: ${what.join(', ') || 'nothing its node knows of'} on node ${nodes.join(' and ')}`
}

/** How many of each, in words: `["1 machine", "2 disks"]`. */
export function counted(workloads: readonly Pick<WorkloadReport, 'type'>[]): string[] {
  const counts = new Map<string, number>()
  for (const { type } of workloads) {
    const name = (typeName[type as WorkloadType] ?? type).replace(/^(?=[A-Z][a-z])./, (letter) => letter.toLowerCase())
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].toSorted().map(([name, n]) => `${n} ${n === 1 || name === 'logs' ? name : plural(name)}`)
}

const plural = (name: string) => (name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`)

/** Machines of other deployments that are in a network which ends. */
function stranded(ending: readonly Part[], staying: readonly Part[]): string[] {
  const networks = ending.flatMap(({ contract, held }) =>
    (held?.workloads ?? [])
      .filter(({ type }) => type === 'network' || type === 'network-light')
      .map(({ name }) => ({ name, nodeId: contract.nodeId })),
  )
  return networks.flatMap(({ name, nodeId }) => {
    const users = staying
      .filter(({ contract }) => contract.nodeId === nodeId)
      .flatMap(({ held }) => held?.workloads ?? [])
      .filter(
        (one) =>
          (one.type === 'zmachine' || one.type === 'zmachine-light') &&
          one.data.network.interfaces.some(({ network }) => network === name),
      )
    return users.length === 0
      ? []
      : [
          `Network ${name} on node ${nodeId}, in which ${users.map((one) => one.name).join(' and ')} stays without a way out`,
        ]
  })
}
