import { Plus, X } from 'lucide-react'
import { freeName, removeWorkload } from '#domain/plan/edit.ts'
import { bare } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { beside, withBeside } from './beside.ts'
import type { MachineProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { OutputField } from './LogsForm.tsx'

/** Where the machine's logs go; each place is a workload of its own. */
export function LogsSection(props: MachineProps) {
  const { plan, at, workload, onPlan } = props
  const places = beside(plan, at).filter(
    (one) => one.workload.type === 'zlogs' && one.workload.data.zmachine === workload.name,
  )
  const add = () =>
    onPlan(
      withBeside(plan, at, {
        ...bare(freeName(plan, 'logs')),
        type: 'zlogs',
        data: { zmachine: workload.name, output: '' },
      }),
    )
  return (
    <FormSection
      title="Logs"
      actions={
        <Button size="small" onClick={add}>
          <Plus />
          Send logs
        </Button>
      }
    >
      {places.length === 0 && <p className="text-ink-3">What the machine writes to its console is kept nowhere.</p>}
      <ul aria-label="Logs" className="flex flex-col gap-2">
        {places.map((place) => (
          <li key={place.workload.name} className="grid grid-cols-[minmax(0,1fr)_28px] items-start gap-3">
            <OutputField {...props} at={place.at} label={`${place.workload.name} sent to`} />
            <span className="pt-6.5">
              <Button
                size="small"
                variant="ghost"
                icon
                aria-label={`Remove ${place.workload.name}`}
                onClick={() => onPlan(removeWorkload(plan, place.at))}
              >
                <X />
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </FormSection>
  )
}
