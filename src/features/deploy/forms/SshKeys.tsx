import { useQuery } from '@tanstack/react-query'
import { Check, Plus } from 'lucide-react'
import { sshKeyProblem } from '#domain/ssh.ts'
import { keepSshKeys, sshKeyList } from '#queries/ssh-keys.ts'
import { Button } from '#ui/Button.tsx'
import { TextAreaField } from '#ui/form/TextAreaField.tsx'
import { fieldOf, type MachineProps } from './form-props.ts'
import { sshView, withEnv, type MachineType, type SshValues } from './machine-view.ts'
import { useWorkloadForm } from './usePlanForm.ts'

/** Who may enter by SSH: keys that this browser keeps, at a press, and others as text. */
export function SshKeys(props: MachineProps) {
  const { plan, at, workload, onPlan } = props
  const kept = useQuery(sshKeyList).data ?? []
  const control = useWorkloadForm<MachineType, SshValues>(props, sshView)
  const { env } = workload.data
  const lines = (env?.SSH_KEY ?? '').split('\n').filter(Boolean)
  const strange = lines.filter((line) => !kept.some(({ text }) => text === line))
  const toggle = (text: string) => {
    const next = lines.includes(text) ? lines.filter((line) => line !== text) : [...lines, text]
    onPlan(withEnv(plan, at, { ...env, SSH_KEY: next.join('\n') }))
  }
  const keepable = strange.length > 0 && sshKeyProblem(strange.join('\n')) === undefined
  return (
    <div className="flex flex-col gap-2">
      <TextAreaField
        control={control}
        name="keys"
        label="SSH keys"
        rows={Math.min(6, Math.max(2, lines.length + 1))}
        mono
        wrap="off"
        placeholder="ssh-ed25519 AAAA… you@laptop"
        help="Public halves, one a line; they go into SSH_KEY, which images read"
        problem={(text) => sshKeyProblem(text)?.words}
        {...fieldOf(props)('env.SSH_KEY')}
      />
      {(kept.length > 0 || keepable) && (
        <fieldset className="flex flex-wrap gap-2" aria-label="Kept keys">
          {kept.map(({ id, name, text }) => (
            <Button key={id} size="small" aria-pressed={lines.includes(text)} onClick={() => toggle(text)}>
              {lines.includes(text) ? <Check /> : <Plus />}
              {name}
            </Button>
          ))}
          {keepable && (
            <Button size="small" variant="ghost" onClick={() => void keepSshKeys(strange.join('\n'))}>
              Keep {strange.length === 1 ? 'this key' : 'these keys'} for later
            </Button>
          )}
        </fieldset>
      )}
    </div>
  )
}
