import { addressesOf } from '#domain/addresses.ts'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { ConnectAll } from './Connect.tsx'
import { ContractWorkloads } from './ContractWorkloads.tsx'
import { TimelinePanel } from './TimelinePanel.tsx'
import { WireGuardPanels } from './WireGuardPanel.tsx'
import { useShown } from './useDeployment.ts'

/** How to reach what runs, what it is made of, and what happened to it. */
export function Overview() {
  const { parts } = useShown()
  const reached = parts.flatMap(({ held }) =>
    (held?.workloads ?? [])
      // Of what failed a node may tell addresses too, and nothing answers there.
      .filter(({ result }) => result.state === 'ok' || result.state === 'paused')
      .map((one) => ({ name: one.name, addresses: addressesOf(one, held!.workloads) }))
      .filter(({ addresses }) => addresses.length > 0),
  )
  const asking = parts.some(({ held, error }) => held === undefined && !error)
  return (
    <div className="grid items-start gap-x-8 gap-y-6 wide:grid-cols-[minmax(0,1fr)_352px]">
      <div className="flex min-w-0 flex-col gap-6">
        {reached.length === 0 && asking && <SkeletonLines />}
        <ConnectAll of={reached} />
        <section aria-labelledby="workloads">
          <h2 id="workloads" className="pb-2 text-section">
            Workloads
          </h2>
          {parts.map((part) => (
            <ContractWorkloads key={part.contract.id} part={part} />
          ))}
        </section>
      </div>
      <aside className="flex min-w-0 flex-col gap-5" aria-label="Ways in and past">
        <WireGuardPanels parts={parts} />
        <TimelinePanel parts={parts} />
      </aside>
    </div>
  )
}
