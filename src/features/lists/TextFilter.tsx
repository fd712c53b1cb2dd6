import clsx from 'clsx'
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'

const pauseMs = 300

type Props = {
  /** What can be typed: `Node id or farm name`. */
  label: string
  text: string | undefined
  /** As wide as there is room. */
  wide?: boolean
  onChange: (text: string | undefined) => void
}

/** Asks once the typing pauses. What was typed stays as typed while the address catches up. */
export function TextFilter({ label, text, wide, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(
    function followAddress() {
      const box = input.current
      if (box && timer.current === undefined && box.value.trim() !== (text ?? '')) box.value = text ?? ''
    },
    [text],
  )
  useEffect(
    () =>
      function forgetOnLeave() {
        clearTimeout(timer.current)
      },
    [],
  )

  const typed = (value: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      timer.current = undefined
      onChange(value.trim() === '' ? undefined : value.trim())
    }, pauseMs)
  }
  return (
    <span className={clsx('input', !wide && 'sm:w-[200px]! wide:w-[264px]!')}>
      <Search className="i-sm text-ink-3" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        defaultValue={text}
        maxLength={80}
        onChange={(event) => typed(event.target.value)}
      />
    </span>
  )
}
