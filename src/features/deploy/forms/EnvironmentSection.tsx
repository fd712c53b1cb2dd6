import { ClipboardPaste, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useFieldArray, useWatch, type Control } from 'react-hook-form'
import { envNameProblem, isSecretName } from '#domain/env-text.ts'
import { withWorkload, workloadAt } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { TextBox } from '#ui/form/TextBox.tsx'
import { fieldOf, type MachineProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { envView, withEnv, type EnvValues, type MachineType, type MachineWorkload } from './machine-view.ts'
import { PasteEnvDialog } from './PasteEnvDialog.tsx'
import { SshKeys } from './SshKeys.tsx'
import { useWorkloadForm } from './usePlanForm.ts'

/** Who may enter, and what programs in the machine find in their environment. */
export function EnvironmentSection(props: MachineProps) {
  const { plan, at, onPlan } = props
  const control = useWorkloadForm<MachineType, EnvValues>(props, envView)
  const { fields, append, remove } = useFieldArray({ control, name: 'env' })
  const rows = useWatch({ control, name: 'env' })
  const [pastes, setPastes] = useState(false)
  const without = (i: number) => {
    remove(i)
    onPlan(withWorkload(plan, at, (one) => envView.to({ env: rows.filter((_, k) => k !== i) }, one as MachineWorkload)))
  }
  const take = (variables: { key: string; value: string }[]) => {
    const { env } = (workloadAt(plan, at) as MachineWorkload).data
    const added = Object.fromEntries(variables.map(({ key, value }) => [key, value]))
    onPlan(withEnv(plan, at, { ...env, ...added }))
  }
  return (
    <FormSection
      title="Environment"
      actions={
        <>
          <Button size="small" onClick={() => setPastes(true)}>
            <ClipboardPaste />
            Paste .env
          </Button>
          <Button
            size="small"
            onClick={() => append({ key: '', value: '' }, { focusName: `env.${fields.length}.key` })}
          >
            <Plus />
            Add variable
          </Button>
        </>
      }
    >
      <SshKeys {...props} />
      <ul aria-label="Variables" className="flex flex-col gap-2 pt-4 empty:hidden">
        {fields.map(({ id }, i) => (
          <VariableRow key={id} {...props} control={control} i={i} onRemove={() => without(i)} />
        ))}
      </ul>
      <PasteEnvDialog open={pastes} onOpenChange={setPastes} onTake={take} />
    </FormSection>
  )
}

type RowProps = MachineProps & { control: Control<EnvValues>; i: number; onRemove: () => void }

function VariableRow({ control, i, onRemove, ...props }: RowProps) {
  const rows = useWatch({ control, name: 'env' })
  const key = rows[i]?.key ?? ''
  // Keys have a place of their own.
  if (key === 'SSH_KEY') return null
  const named = key === '' ? `variable ${i + 1}` : key
  const isTwice = key !== '' && rows.some((row, k) => k !== i && row.key === key)
  return (
    <li className="grid grid-cols-[104px_minmax(0,1fr)_28px] items-start gap-2 @md:grid-cols-[160px_minmax(0,1fr)_28px]">
      <TextBox
        control={control}
        name={`env.${i}.key`}
        label={`Name of ${named}`}
        mono
        problem={(name) => envNameProblem(name) ?? (isTwice ? 'It is there twice: the last one counts' : undefined)}
      />
      <TextBox
        control={control}
        name={`env.${i}.value`}
        label={`Value of ${named}`}
        mono
        secret={isSecretName(key)}
        {...fieldOf(props)(`env.${key}`)}
      />
      <span className="pt-0.5">
        <Button size="small" variant="ghost" icon aria-label={`Remove ${named}`} onClick={onRemove}>
          <X />
        </Button>
      </span>
    </li>
  )
}
