import { Link } from '@tanstack/react-router'
import { machineAddresses, type Address } from '#domain/addresses.ts'
import type { Progress, Run } from '#domain/deployment/run.ts'
import { ConnectAll } from '#features/deployments/Connect.tsx'
import { buttonClass } from '#ui/Button.tsx'

/** Where what runs can be reached, as soon as it does. */
export function RunAddresses({ run }: { run: Run }) {
  const contractId = mainContract(run)
  const reached = run.parts.flatMap(({ workloads }) =>
    workloads.map((one) => ({ name: one.name, addresses: addressesOf(one, workloads) })),
  )
  return (
    <div className="mb-6 border-b border-line pb-6">
      <ConnectAll of={reached.filter(({ addresses }) => addresses.length > 0)} />
      {contractId !== undefined && (
        <div className="pt-4 first:pt-0">
          <Link
            to="/deployments/$contractId"
            params={{ contractId: String(contractId) }}
            className={buttonClass({ variant: 'primary' })}
          >
            Open deployment
          </Link>
        </div>
      )}
    </div>
  )
}

/** The contract that says most of a run: of its machine, else of what it made last. */
export function mainContract({ parts }: Run): number | undefined {
  const made = parts.filter(({ contractId }) => contractId !== undefined)
  return (made.find(({ workloads }) => workloads.some(isMachine)) ?? made.at(-1))?.contractId
}

const isMachine = ({ type }: Progress) => type === 'zmachine' || type === 'zmachine-light'

function addressesOf(workload: Progress, beside: Progress[]): Address[] {
  const { type, data, needs, wanted, state } = workload
  if (wanted !== 'run' || state !== 'ok') return []
  if (isMachine(workload))
    return machineAddresses(data, beside.find((one) => one.type.startsWith('ip') && needs.includes(one.name))?.data)
  const { fqdn } = (data ?? {}) as { fqdn?: string }
  return type === 'gateway-name-proxy' && fqdn
    ? [{ name: 'Web', over: 'gateway', line: `https://${fqdn}`, href: `https://${fqdn}` }]
    : []
}
