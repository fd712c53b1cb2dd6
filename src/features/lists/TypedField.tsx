import clsx from 'clsx'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Field, lineId } from '#ui/form/Field.tsx'
import type { Typed } from './typed.ts'

const pauseMs = 500

type Props<Value> = {
  label: string
  help?: ReactNode
  placeholder?: string
  value: Value | undefined
  typed: Typed<Value>
  /** Beside the box, to fill it in. */
  beside?: ReactNode
  onChange: (value: Value | undefined) => void
}

type Edit = { text: string; over: boolean; paused: boolean }

/**
 * A condition that is typed. It applies when the typing pauses, with Enter, and when the box is left or goes away; what
 * cannot be read does not, and says so. Once left, the box shows what was understood.
 */
export function TypedField<Value>({ label, help, placeholder, value, typed, beside, onChange }: Props<Value>) {
  const id = useId()
  const [edit, setEdit] = useState<Edit>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const text = edit?.text ?? (value === undefined ? '' : typed.write(value))
  const problem = typed.problem(text)
  const isSaid = problem !== undefined && (edit?.paused || edit?.over)

  const apply = () => {
    clearTimeout(timer.current)
    if (edit === undefined || problem !== undefined) return
    const read = text.trim() === '' ? undefined : typed.read(text)
    if (String(read) !== String(value)) onChange(read)
  }
  const latest = useRef(apply)
  useEffect(function keepLatest() {
    latest.current = apply
  })
  useEffect(
    () =>
      function applyOnClose() {
        latest.current()
      },
    [],
  )

  const type = (next: string) => {
    clearTimeout(timer.current)
    setEdit({ text: next, over: false, paused: isSaid ?? false })
    timer.current = setTimeout(() => {
      setEdit((now) => now && { ...now, paused: true })
      latest.current()
    }, pauseMs)
  }
  const leave = () => {
    apply()
    setEdit(problem === undefined ? undefined : { text, over: true, paused: true })
  }
  return (
    <Field id={id} label={label} help={help} problem={isSaid ? problem : undefined}>
      <span className="flex gap-1.5">
        <span className={clsx('input', isSaid && 'is-bad')}>
          <input
            id={id}
            value={text}
            placeholder={placeholder}
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={isSaid || undefined}
            aria-describedby={lineId(id)}
            onChange={(event) => type(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && leave()}
            onBlur={leave}
          />
          {typed.unit !== undefined && <span className="unit">{typed.unit}</span>}
        </span>
        {beside}
      </span>
    </Field>
  )
}
