import clsx from 'clsx'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'
import { Button } from '../Button.tsx'
import { FieldLine } from './Field.tsx'
import { useField, type Bound } from './useField.ts'

type Props<V extends FieldValues, N extends FieldPath<V>> = Bound<V, N> & {
  /** Read to who does not see what stands around the box. */
  label: string
  mono?: boolean
  /** Dots until somebody wants to see it. */
  secret?: boolean
  placeholder?: string
}

/** A text in a row of a list, where the row says what it is. It grows for texts of several lines, and keeps them. */
export function TextBox<V extends FieldValues, N extends FieldPath<V>>(props: Props<V, N>) {
  const { label, mono, secret, placeholder } = props
  const { value, change, problem, attributes, line } = useField(props)
  const [shown, setShown] = useState(false)
  const hidden = secret === true && !shown
  const text: string = value ?? ''
  const lines = text.split('\n').length
  const shared = {
    ...attributes,
    'aria-label': label,
    placeholder,
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
  }
  const write = (next: string) => change(next as FieldPathValue<V, N>)
  return (
    <div className="min-w-0 [&>.help:empty]:hidden">
      {lines > 1 && !hidden ? (
        <span className="relative block">
          <textarea
            {...shared}
            className={clsx('input', mono && 'mono', secret && 'pr-9', problem !== undefined && 'is-bad')}
            rows={Math.min(lines, 8)}
            value={text}
            onChange={(event) => write(event.target.value)}
          />
          {secret && <span className="absolute top-0.5 right-0.5">{eye(label, shown, setShown)}</span>}
        </span>
      ) : (
        <span className={clsx('input', secret && 'pr-0.5!', problem !== undefined && 'is-bad')}>
          <input
            {...shared}
            type={hidden ? 'password' : 'text'}
            // A box of one line would lose the ends of the others.
            readOnly={lines > 1}
            value={text}
            onChange={(event) => write(event.target.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text').replace(/\r\n?/g, '\n').replace(/\n$/, '')
              if (!pasted.includes('\n') || lines > 1) return
              event.preventDefault()
              const { selectionStart, selectionEnd } = event.currentTarget
              write(text.slice(0, selectionStart ?? 0) + pasted + text.slice(selectionEnd ?? text.length))
            }}
            className={clsx(mono && !hidden && 'mono')}
          />
          {secret && eye(label, shown, setShown)}
        </span>
      )}
      <FieldLine {...line} />
    </div>
  )
}

const eye = (label: string, shown: boolean, setShown: (shown: boolean) => void) => (
  <Button
    variant="ghost"
    size="small"
    icon
    aria-label={`${shown ? 'Hide' : 'Show'} ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
    onClick={() => setShown(!shown)}
  >
    {shown ? <EyeOff /> : <Eye />}
  </Button>
)
