import { Link } from '@tanstack/react-router'
import { machineAddresses } from '#domain/addresses.ts'
import type { Run } from '#domain/deployment/run.ts'
import { Connect } from '#features/deployments/Connect.tsx'
import { buttonClass } from '#ui/Button.tsx'

/** Where the machine can be reached, as soon as it runs. */
export function RunAddresses({ run, contractId }: { run: Run; contractId: number }) {
  const machine = run.parts.flatMap((part) => part.workloads).find(({ type }) => type === 'zmachine')
  return (
    <div className="mb-6 border-b border-line pb-6">
      <Connect addresses={machineAddresses(machine?.data)} />
      <div className="pt-4">
        <Link
          to="/deployments/$contractId"
          params={{ contractId: String(contractId) }}
          className={buttonClass({ variant: 'primary' })}
        >
          Open deployment
        </Link>
      </div>
    </div>
  )
}
