import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useReturnFocus } from '../useReturnFocus.ts'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What it is about, in a sentence; what is lost and what it costs. */
  description?: ReactNode
  /** Buttons, the safe way out first and ghost. */
  actions?: ReactNode
  /** `very`: for what stands side by side. */
  wide?: boolean | 'very'
  children?: ReactNode
}

/** Takes the screen for one decision. Escape and a press outside close it; focus returns to what opened it. */
export function Dialog({ open, onOpenChange, title, description, actions, wide, children }: Props) {
  const focus = useReturnFocus()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={`float dialog ${wide === 'very' ? 'max-w-[880px]' : wide ? 'max-w-[640px]' : 'max-w-[480px]'}`}
          {...focus}
          onEscapeKeyDown={leaveToField}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <div className="min-h-0 overflow-y-auto px-5 pt-4 pb-4">
            <Radix.Title className="text-section">{title}</Radix.Title>
            {description !== undefined && (
              <Radix.Description asChild>
                <div className="pt-1 text-ink-2">{description}</div>
              </Radix.Description>
            )}
            {children !== undefined && <div className="pt-3">{children}</div>}
          </div>
          {actions !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** What is being edited in its place ends with Escape by itself, and the dialog stays: it says so by `data-own-escape`. */
const leaveToField = (event: KeyboardEvent) => {
  if (event.target instanceof Element && event.target.closest('[data-own-escape]')) event.preventDefault()
}
