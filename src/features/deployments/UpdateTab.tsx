import { useMutation } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { deploymentAt, placed, type Placed, type Plan } from '#domain/plan/plan.ts'
import { isMachine } from '#domain/plan/references.ts'
import { isUnchanged, planOfRunning, type Held } from '#domain/plan/update.ts'
import { measure, typeName } from '#domain/workloads/words.ts'
import { isWorkloadType } from '#domain/workloads/workload.ts'
import { explain } from '#queries/explain.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { Operations } from './Operations.tsx'
import type { Part } from './part.ts'
import { AddDiskForm } from './update/AddDiskForm.tsx'
import { DraftsHere } from './update/DraftsHere.tsx'
import { WorkloadForm } from './update/WorkloadForm.tsx'
import { useShown } from './useDeployment.ts'
import { useOpenDraft } from './useDraft.ts'
import { WorkloadIcon } from './WorkloadIcon.tsx'

/** The common changes of what runs, what its nodes will do for them, and the way on to all others. */
export function UpdateTab() {
  const { deployed, parts } = useShown()
  const { contracts, name, solution } = deployed
  const held: Held = new Map(parts.flatMap(({ contract, held: one }) => (one ? [[contract.id, one] as const] : [])))
  if (held.size === 0) return <NothingHeld parts={parts} />
  // What was being changed is of these versions: of others one begins anew.
  const versions = [...held].map(([id, { version }]) => `${id} ${version}`).join()
  return <Editing key={versions} running={planOfRunning(contracts, held, name, solution)} held={held} />
}

const NothingHeld = ({ parts }: { parts: readonly Part[] }) =>
  parts.some(({ held, error, canAsk }) => held === undefined && !error && canAsk) ? (
    <SkeletonLines />
  ) : (
    <p className="text-ink-2">What is to be changed has to be known: no node told what it holds.</p>
  )

function Editing({ running, held }: { running: Plan; held: Held }) {
  const { contracts } = useShown().deployed
  const [edited, setEdited] = useState<Plan>()
  const [at, setAt] = useState<string>()
  const open = useMutation({ mutationFn: useOpenDraft() })
  const plan = edited ?? running
  const hasChanges = plan.nodes.some(({ deployments }) =>
    deployments.some(({ deployment }) => {
      const before = held.get(Number(deployment.contract_id))
      return !before || !isUnchanged(deployment, before)
    }),
  )
  const change = (next: Plan) => {
    setEdited(next)
    setAt(undefined)
  }
  return (
    <div className="grid items-start gap-x-8 gap-y-6 wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <section aria-labelledby="change">
        <h2 id="change" className="pb-1 text-section">
          Change
        </h2>
        <p className="pb-3 text-ink-3">
          Disks, volumes and databases grow in place, databases change their password, a storage its cache, and networks
          all they have. Everything else is made anew: you see what that costs before anything happens.
        </p>
        <ul aria-label="Workloads" className="flex flex-col">
          {placed(plan).map((one) => (
            <Workload
              key={`${one.at.node}.${one.at.deployment} ${one.workload.name}`}
              of={one}
              plan={plan}
              isOpen={at === keyOf(one)}
              onOpen={(isOpen) => setAt(isOpen ? keyOf(one) : undefined)}
              onPlan={change}
            />
          ))}
        </ul>
        <div className="pt-3">
          {placed(plan).some(({ workload }) => isMachine(workload)) &&
            (at === 'disk' ? (
              <AddDiskForm plan={plan} onPlan={change} onClose={() => setAt(undefined)} />
            ) : (
              <Button onClick={() => setAt('disk')}>Add a disk</Button>
            ))}
        </div>
        <DraftsHere name={running.name} solution={running.solution} />
      </section>
      <section aria-labelledby="operations" className="panel min-w-0">
        <div className="panel-h">
          <h2 id="operations">What the nodes will do</h2>
        </div>
        <div className="flex flex-col gap-4 px-4 py-3">
          {hasChanges ? (
            <Operations plan={plan} previous={held} contracts={contracts} onPlan={change} />
          ) : (
            <p className="text-ink-2">
              Nothing yet. Change something here, or open all of it in the builder: machines, networks, gateways.
            </p>
          )}
          {open.error && (
            <Notice tone="bad" alert>
              {explain(open.error).what}
            </Notice>
          )}
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" busy={open.isPending} onClick={() => open.mutate(plan)}>
              {hasChanges ? 'Review and sign in the builder' : 'Open in the builder'}
            </Button>
            {edited && (
              <Button variant="ghost" onClick={() => setEdited(undefined)}>
                Undo all
              </Button>
            )}
          </div>
        </div>
      </section>
    </div>
  )
}

const keyOf = ({ at }: Placed) => `${at.node}.${at.deployment}.${at.workload}`

type RowProps = {
  of: Placed
  plan: Plan
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onPlan: (plan: Plan) => void
}

function Workload({ of: one, plan, isOpen, onOpen, onPlan }: RowProps) {
  const { workload, at } = one
  const changeable = ['zmount', 'volume', 'zdb', 'qsfs', 'zmachine', 'zmachine-light'].includes(workload.type)
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <div className="flex min-h-9 flex-wrap items-center gap-x-3">
        <WorkloadIcon type={workload.type} className="i-sm text-ink-3" />
        <span className="font-medium wrap-anywhere">{workload.name}</span>
        <span className="text-ink-2">
          {typeName[workload.type]} {isWorkloadType(workload.type) && measure(workload)}
        </span>
        <span className="text-small text-ink-3">
          contract {Number(deploymentAt(plan, at)!.deployment.contract_id) || 'to be made'}
        </span>
        {changeable && !isOpen && (
          <Button
            size="small"
            variant="ghost"
            className="ml-auto"
            aria-label={`Change ${workload.name}`}
            onClick={() => onOpen(true)}
          >
            <Pencil />
            Change
          </Button>
        )}
      </div>
      {isOpen && <WorkloadForm of={one} plan={plan} onPlan={onPlan} onClose={() => onOpen(false)} />}
    </li>
  )
}
