import clsx from 'clsx'
import { useId, useLayoutEffect, useRef, type KeyboardEvent, type Ref } from 'react'
import { indent, newLine, outdent, type Edit } from './typing.ts'

type Props = {
  label: string
  value: string
  /** Without it the text can only be read. */
  onChange?: (value: string) => void
  onBlur?: () => void
  /** Lines that stand out, counted from 1. */
  marked?: ReadonlyMap<number, 'bad' | 'warn'>
  invalid?: boolean
  ref: Ref<HTMLTextAreaElement>
}

/** As in `leading-5`. */
export const lineHeight = 20

/** A text with the numbers of its lines. Tab moves its lines in and out; after Escape it moves on, as everywhere. */
export function CodeArea({ label, value, onChange, onBlur, marked = none, invalid, ref }: Props) {
  const helpId = useId()
  const behind = useRef<HTMLDivElement>(null)
  const numbers = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLTextAreaElement | null>(null)
  const selected = useRef<[number, number]>([0, 0])
  const leaving = useRef(false)
  useLayoutEffect(
    function keepTheCaret() {
      // A text that was changed from outside would else move it to its end.
      if (document.activeElement === area.current) area.current?.setSelectionRange(...selected.current)
    },
    [value],
  )
  const remember = () => (selected.current = [area.current!.selectionStart, area.current!.selectionEnd])
  const scrollAlong = () => {
    const { scrollTop } = area.current!
    for (const one of [behind, numbers]) one.current!.style.transform = `translateY(${-scrollTop}px)`
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { value: text, selectionStart: start, selectionEnd: end } = event.currentTarget
    if (event.key === 'Escape') return void (leaving.current = true)
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.nativeEvent.isComposing
    const isTab = event.key === 'Tab' && !leaving.current
    if (event.key !== 'Tab' && event.key !== 'Shift') leaving.current = false
    if (!onChange || !plain || (!isTab && event.key !== 'Enter')) return
    event.preventDefault()
    const typed = { text, start, end }
    const edit = !isTab ? newLine(typed) : event.shiftKey ? outdent(typed) : indent(typed)
    if (edit) make(edit, event.currentTarget)
    remember()
    onChange(event.currentTarget.value)
  }
  return (
    <div className="relative flex min-h-0 flex-1 overflow-hidden bg-sunken font-mono text-small leading-5">
      <div className="relative w-12 shrink-0 overflow-hidden border-r border-line text-ink-3" aria-hidden="true">
        <div ref={numbers} className="py-2 pr-2 text-right whitespace-pre select-none">
          {linesOf(value)}
        </div>
      </div>
      <div className="relative min-w-0 flex-1">
        <div className="pointer-events-none absolute inset-0 overflow-hidden" aria-hidden="true">
          <div ref={behind} className="relative">
            {[...marked].map(([line, tone]) => (
              <div
                key={line}
                className={clsx('absolute inset-x-0 h-5', tone === 'bad' ? 'bg-bad-soft' : 'bg-warn-soft')}
                style={{ top: 8 + (line - 1) * lineHeight }}
              />
            ))}
          </div>
        </div>
        <textarea
          ref={(one) => {
            area.current = one
            if (typeof ref === 'function') ref(one)
            else if (ref) ref.current = one
          }}
          aria-label={label}
          aria-describedby={onChange && helpId}
          aria-invalid={invalid || undefined}
          readOnly={!onChange}
          value={value}
          onChange={(event) => {
            remember()
            onChange?.(event.target.value)
          }}
          onSelect={remember}
          onScroll={scrollAlong}
          onKeyDown={press}
          onBlur={() => {
            leaving.current = false
            onBlur?.()
          }}
          className="relative block size-full resize-none overflow-auto bg-transparent px-3 py-2 whitespace-pre"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          wrap="off"
        />
      </div>
      <span id={helpId} className="sr-only">
        Tab indents. To leave the text by the keyboard, press Escape, then Tab.
      </span>
    </div>
  )
}

const none: ReadonlyMap<number, 'bad' | 'warn'> = new Map()

const linesOf = (text: string) => Array.from({ length: text.split('\n').length }, (_, i) => i + 1).join('\n')

/** The way that the browser itself can undo, where it has it. */
function make({ from, to, insert, select }: Edit, area: HTMLTextAreaElement) {
  area.setSelectionRange(from, to)
  if (!('execCommand' in document) || !document.execCommand('insertText', false, insert))
    area.setRangeText(insert, from, to)
  area.setSelectionRange(...select)
}
