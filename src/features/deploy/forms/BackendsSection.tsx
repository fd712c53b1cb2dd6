import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useFieldArray, useForm, useWatch, type Control } from 'react-hook-form'
import { withWorkload } from '#domain/plan/plan.ts'
import { backendProblem, noBackends } from '#domain/workloads/gateway.ts'
import { Button } from '#ui/Button.tsx'
import { Choice } from '#ui/form/Choice.tsx'
import { FieldLine } from '#ui/form/Field.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { TextBox } from '#ui/form/TextBox.tsx'
import { backendTo, stoodIn, targets } from './backend-targets.ts'
import { fieldOf, type FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { gatewayView, type GatewayType, type GatewayValues, type GatewayWorkload } from './gateway-view.ts'

type Props = (FormProps<'gateway-name-proxy'> | FormProps<'gateway-fqdn-proxy'>) & { control: Control<GatewayValues> }

/** Where the traffic goes: machines of the plan by their addresses, or whatever is typed. */
export function BackendsSection({ control, ...props }: Props) {
  const { plan, at, workload, onPlan } = props
  const { fields, append, remove } = useFieldArray({ control, name: 'backends' })
  const rows = useWatch({ control, name: 'backends' })
  const field = fieldOf(props)
  const passthrough = workload.data.tls_passthrough ?? false
  const write = (backends: GatewayValues['backends'], network?: string) =>
    onPlan(
      withWorkload(plan, at, (one) => {
        const next = gatewayView.to({ ...gatewayView.from(one as GatewayWorkload), backends }, one as GatewayWorkload)
        return (network === undefined ? next : { ...next, data: { ...next.data, network } }) as GatewayWorkload
      }),
    )
  const { member, told } = field('backends')
  return (
    <FormSection
      title="Leads to"
      actions={
        <Button
          size="small"
          data-member={member}
          onClick={() =>
            append({ text: passthrough ? '' : 'http://' }, { focusName: `backends.${fields.length}.text` })
          }
        >
          <Plus />
          Type an address
        </Button>
      }
    >
      <AddTarget {...props} passthrough={passthrough} onAdd={(text, network) => write([...rows, { text }], network)} />
      {fields.length === 0 && <FieldLine id="backends" problem={told?.words} help={noBackends!.words} />}
      <ul aria-label="Backends" className="flex flex-col gap-2">
        {fields.map(({ id }, i) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_28px] items-start gap-2">
            <TextBox
              control={control}
              name={`backends.${i}.text`}
              label={`Backend ${i + 1}`}
              mono
              placeholder={passthrough ? '185.1.2.3:443' : 'http://185.1.2.3:8080'}
              problem={(text) => backendProblem(stoodIn(text), passthrough)?.words}
              {...field(`backends.${i}`)}
            />
            <span className="pt-0.5">
              <Button
                size="small"
                variant="ghost"
                icon
                aria-label={`Remove backend ${i + 1}`}
                onClick={() => {
                  remove(i)
                  write(rows.filter((_, k) => k !== i))
                }}
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

type AddProps = Pick<FormProps<GatewayType>, 'plan'> & {
  passthrough: boolean
  onAdd: (backend: string, network: string | undefined) => void
}

/** A machine of the plan, the way to it, and a port. */
function AddTarget({ plan, passthrough, onAdd }: AddProps) {
  const all = targets(plan)
  const [id, setId] = useState('')
  const { control } = useForm({ mode: 'onTouched', defaultValues: { port: passthrough ? 443 : 80 } })
  const port = useWatch({ control, name: 'port' })
  const target = all.find((one) => one.id === id) ?? all[0]
  if (!target) return null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_96px] items-start gap-x-3 pb-2 @md:grid-cols-[minmax(0,1fr)_96px_auto]">
      <Choice
        label="Machine"
        value={target.id}
        options={all.map((one) => ({ value: one.id, name: one.words }))}
        onChange={setId}
      />
      <NumberField control={control} name="port" label="Port" problem={portProblem} />
      <span className="@max-md:col-span-2 @md:pt-6">
        <Button
          {...(portProblem(port) !== undefined && { disabledReason: portProblem(port) })}
          onClick={() => onAdd(backendTo(target, port, passthrough), target.network)}
        >
          Lead there
        </Button>
      </span>
    </div>
  )
}

const portProblem = (port: number) => (Number.isInteger(port) && port > 0 && port < 65_536 ? undefined : '1 to 65535')
