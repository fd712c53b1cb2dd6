import { useEffect, useRef, type ComponentType } from 'react'
import type { Check } from '#domain/plan/check.ts'
import type { PlanFacts } from '#domain/plan/facts.ts'
import { spotText, workloadAt, type Plan, type Spot } from '#domain/plan/plan.ts'
import type { WorkloadType } from '#domain/workloads/workload.ts'
import { DiskForm } from './DiskForm.tsx'
import type { FormProps } from './form-props.ts'
import { FqdnGatewayForm, NameGatewayForm } from './GatewayForm.tsx'
import { Ipv4Form, IpForm } from './IpForm.tsx'
import { LogsForm } from './LogsForm.tsx'
import { MachineForm } from './MachineForm.tsx'
import { NetworkForm } from './NetworkForm.tsx'
import { QsfsForm } from './QsfsForm.tsx'
import { ZdbForm } from './ZdbForm.tsx'

type Props = {
  plan: Plan
  at: Spot
  facts: PlanFacts
  checks: readonly Check[]
  onPlan: (plan: Plan) => void
  /** The member of the data whose field gets the focus: `network.interfaces.0.ip`. */
  focusField?: string | undefined
}

/** The form of one workload of a plan, whatever its type. What is changed goes into the plan at once. */
export function WorkloadForm({ focusField, ...props }: Props) {
  const form = useRef<HTMLDivElement>(null)
  const focused = useRef<string>(undefined)
  const spot = spotText(props.at)
  useEffect(
    function focusWhatIsAskedFor() {
      // Another workload may come a moment after it was asked for; once somebody is elsewhere, it is none of ours.
      if (focusField !== undefined && (focused.current !== focusField || document.activeElement === document.body)) {
        const field = form.current && fieldIn(form.current, focusField)
        field?.focus()
        if (!field) return
      }
      focused.current = focusField
    },
    [focusField, spot],
  )
  const workload = workloadAt(props.plan, props.at)
  if (!workload) return null
  return (
    <div ref={form} key={`${spot} ${workload.type}`} className="@container">
      <OfType {...props} workload={workload} />
    </div>
  )
}

/** The field of a member, or of the nearest thing around it that has one, no longer folded away. */
function fieldIn(form: HTMLElement, member: string): HTMLElement | undefined {
  const found = [...form.querySelectorAll<HTMLElement>('[data-member]')].find((one) => one.dataset['member'] === member)
  found?.closest('details')?.setAttribute('open', '')
  const end = member.lastIndexOf('.')
  return found ?? (end === -1 ? undefined : fieldIn(form, member.slice(0, end)))
}

function OfType<T extends WorkloadType>(props: FormProps<T>) {
  const Form: ComponentType<FormProps<T>> = forms[props.workload.type as T]
  return <Form {...props} />
}

const forms: { [T in WorkloadType]: ComponentType<FormProps<T>> } = {
  network: NetworkForm,
  'network-light': NetworkForm,
  ip: IpForm,
  ipv4: Ipv4Form,
  zmount: DiskForm,
  volume: DiskForm,
  zmachine: MachineForm,
  'zmachine-light': MachineForm,
  zlogs: LogsForm,
  zdb: ZdbForm,
  qsfs: QsfsForm,
  'gateway-name-proxy': NameGatewayForm,
  'gateway-fqdn-proxy': FqdnGatewayForm,
}
