import { deploymentAt } from '#domain/plan/plan.ts'
import { loggedProblem, outputProblem } from '#domain/workloads/zlogs.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { SelectField } from '#ui/form/SelectField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { fieldOf, type FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { MoreSection } from './MoreSection.tsx'
import { NameField } from './NameField.tsx'
import { useWorkloadForm, type View } from './usePlanForm.ts'

export type LogsValues = { zmachine: string; output: string }

export const logsView: View<Workload<'zlogs'>, LogsValues> = {
  from: ({ data }) => ({ zmachine: data.zmachine ?? '', output: data.output ?? '' }),
  to: (values, workload) => ({ ...workload, data: { ...workload.data, ...values } }),
}

/** Where the logs of a machine go. */
export function LogsForm(props: FormProps<'zlogs'>) {
  const { deployment } = deploymentAt(props.plan, props.at)!
  const control = useWorkloadForm<'zlogs', LogsValues>(props, logsView)
  const machines = deployment.workloads.filter(({ type }) => type === 'zmachine').map(({ name }) => name)
  const { zmachine } = props.workload.data
  const named = machines.includes(zmachine) ? machines : [zmachine, ...machines]
  return (
    <>
      <FormSection title="Logs">
        <div className="grid gap-4 @md:grid-cols-2">
          <NameField {...props} />
          <SelectField
            control={control}
            name="zmachine"
            label="Machine"
            options={named.map((name) => ({ value: name, name: name || 'Choose one' }))}
            help={machines.length === 0 ? 'There is none in this contract; light machines keep their logs' : undefined}
            problem={(name) => loggedProblem(name, deployment)?.words}
            {...fieldOf(props)('zmachine')}
          />
        </div>
        <div className="pt-4">
          <OutputField {...props} />
        </div>
      </FormSection>
      <MoreSection {...props} />
    </>
  )
}

/** Where they go, alone: a machine shows it too. */
export function OutputField(props: Omit<FormProps<'zlogs'>, 'facts' | 'workload'> & { label?: string }) {
  const control = useWorkloadForm<'zlogs', LogsValues>(props, logsView)
  return (
    <TextField
      control={control}
      name="output"
      label={props.label ?? 'Send to'}
      mono
      placeholder="wss://logs.example.com/vm1"
      help="redis://, ws:// or wss://; the machine’s node sends them"
      problem={(output) => outputProblem(output)?.words}
      {...fieldOf(props)('output')}
    />
  )
}
