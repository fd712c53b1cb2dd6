import clsx from 'clsx'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { Button } from '../Button.tsx'
import { BoxAction, Field, type FieldText, type Mend } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

type Props<V extends FieldValues, N extends FieldPath<V>> = Bound<V, N> &
  FieldText & {
    /** `off` for what no password manager should offer to keep. */
    autoComplete: 'current-password' | 'new-password' | 'off'
    mono?: boolean
    action?: Mend
  }

/** Dots, unless its owner wants to see what was typed. */
export function SecretField<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { autoComplete, mono, label, help, optional, action } = props
  const { value, change, problem, attributes, line } = useField(props)
  const [shown, setShown] = useState(false)
  return (
    <Field {...line} label={label} help={help} optional={optional}>
      <span className={clsx('input pr-0.5!', problem !== undefined && 'is-bad')}>
        <input
          {...attributes}
          type={shown ? 'text' : 'password'}
          value={value}
          onChange={(event) => change(event.target.value as FieldPathValue<V, N>)}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          className={clsx(mono && shown && 'mono')}
        />
        <Button
          variant="ghost"
          size="small"
          icon
          aria-label={`${shown ? 'Hide' : 'Show'} ${label.toLowerCase()}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff /> : <Eye />}
        </Button>
        {action && <BoxAction {...action} />}
      </span>
    </Field>
  )
}
