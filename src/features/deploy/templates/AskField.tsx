import type { Control } from 'react-hook-form'
import type { Ask } from '#domain/plan/template.ts'
import { CheckField } from '#ui/form/CheckField.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { SecretField } from '#ui/form/SecretField.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { SshKeysField } from './SshKeysField.tsx'
import type { TemplateValues } from './template-values.ts'

/** The field of whatever a template asks. */
export function AskField({ control, ask }: { control: Control<TemplateValues>; ask: Ask }) {
  const { label, help, optional } = ask
  const bound = { control, name: `answers.${ask.name}` as const, label, help, optional }
  const missing = (value: unknown) => (value === '' && !optional ? 'Fill this in' : undefined)
  switch (ask.kind) {
    case 'text': {
      const problem = (value: unknown) => {
        const text = String(value)
        return missing(text) ?? (text === '' ? undefined : ask.problem?.(text)?.words)
      }
      return ask.hidden ? (
        <SecretField {...bound} autoComplete="off" problem={problem} />
      ) : (
        <TextField {...bound} problem={problem} />
      )
    }
    case 'secret':
      return (
        <SecretField
          {...bound}
          autoComplete="off"
          problem={(value) => missing(value) ?? ask.problem?.(String(value))?.words}
          mono
        />
      )
    case 'number':
      return <NumberField {...bound} unit={ask.unit} problem={(value) => ask.problem?.(Number(value))?.words} />
    case 'check':
      return <CheckField {...bound} />
    case 'choice':
      return <SelectField {...bound} options={ask.options.map(({ value, words }) => ({ value, name: words }))} />
    case 'ssh':
      return <SshKeysField {...bound} />
  }
}
