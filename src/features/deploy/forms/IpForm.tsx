import { deploymentAt, isUpdate } from '#domain/plan/plan.ts'
import { publicIpProblem } from '#domain/workloads/ip.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { SwitchField } from '#ui/form/SwitchField.tsx'
import { fieldOf, nodeOf, type FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { MoreSection } from './MoreSection.tsx'
import { NameField } from './NameField.tsx'
import { UsedBy } from './UsedBy.tsx'
import { useWorkloadForm, type View } from './usePlanForm.ts'

export type IpValues = { v4: boolean; v6: boolean }

export const ipView: View<Workload<'ip'>, IpValues> = {
  from: ({ data }) => ({ v4: data.v4 ?? false, v6: data.v6 ?? false }),
  to: (values, workload) => ({ ...workload, data: { ...workload.data, ...values } }),
}

/** A public address, of one machine. */
export function IpForm(props: FormProps<'ip'>) {
  const { data } = props.workload
  const control = useWorkloadForm<'ip', IpValues>(props, ipView)
  const field = fieldOf(props)
  const free = nodeOf(props)?.node.data?.freeFarmIps
  const fixed = isUpdate(deploymentAt(props.plan, props.at)!)
  return (
    <>
      <FormSection title="Public IP">
        <div className="grid gap-4 @md:grid-cols-2">
          <NameField {...props} />
          <div className="@md:pt-6">
            <SwitchField
              control={control}
              name="v4"
              label="IPv4"
              about={free === undefined ? 'billed by the hour' : `one of ${free} free at the farm, billed by the hour`}
              help={fixed ? 'A running contract keeps as many IPv4 as it was made with' : undefined}
              problem={() => publicIpProblem(data)?.words}
              {...field('v4')}
            />
            <SwitchField control={control} name="v6" label="IPv6" about="free" {...field('v6')} />
          </div>
        </div>
      </FormSection>
      <UsedBy {...props} title="Used by" nobody={nobody} />
      <MoreSection {...props} />
    </>
  )
}

const nobody = 'No machine has it. Choose it under Connections of a machine.'

/** An IPv4 in the old form. Nothing about it can be chosen. */
export const Ipv4Form = (props: FormProps<'ipv4'>) => (
  <>
    <FormSection title="Public IPv4">
      <NameField {...props} />
      <p className="pt-3 text-ink-2">
        An address in the form that deployments used before the type <span className="mono">ip</span> came. Nodes still
        take it.
      </p>
    </FormSection>
    <UsedBy {...props} title="Used by" nobody={nobody} />
    <MoreSection {...props} />
  </>
)
