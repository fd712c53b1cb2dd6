import { useQuery } from '@tanstack/react-query'
import { Check, Plus } from 'lucide-react'
import { useController, type Control } from 'react-hook-form'
import { sshKeyProblem } from '#domain/ssh.ts'
import { sshKeyList } from '#queries/ssh-keys.ts'
import { Button } from '#ui/Button.tsx'
import { TextAreaField } from '#ui/form/TextAreaField.tsx'
import type { TemplateValues } from './template-values.ts'

type Props = {
  control: Control<TemplateValues>
  name: `answers.${string}`
  label: string
  help?: string | undefined
}

/** Public keys, one a line: pasted, or put there from those that this browser keeps. */
export function SshKeysField(props: Props) {
  const kept = useQuery(sshKeyList).data ?? []
  const { field } = useController({ control: props.control, name: props.name })
  const lines = String(field.value).split('\n').filter(Boolean)
  const toggle = (text: string) =>
    field.onChange((lines.includes(text) ? lines.filter((line) => line !== text) : [...lines, text]).join('\n'))
  return (
    <div className="flex flex-col gap-2">
      <TextAreaField
        {...props}
        rows={3}
        mono
        placeholder="ssh-ed25519 AAAA… you@laptop"
        problem={(value) => sshKeyProblem(String(value))?.words}
      />
      {kept.length > 0 && (
        <fieldset className="flex flex-wrap gap-2" aria-label="Kept keys">
          {kept.map(({ id, name, text }) => (
            <Button key={id} size="small" aria-pressed={lines.includes(text)} onClick={() => toggle(text)}>
              {lines.includes(text) ? <Check /> : <Plus />}
              {name}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
