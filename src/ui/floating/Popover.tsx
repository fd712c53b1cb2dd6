import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type Props = {
  trigger: ReactNode
  label: string
  /** For two columns of fields. */
  wide?: boolean
  defaultOpen?: boolean
  /** Only where the content closes it by itself. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

const float =
  'float z-40 max-h-[var(--radix-popover-content-available-height)] max-w-[calc(100vw-16px)] overflow-y-auto p-4 outline-none'
const place = { align: 'start', sideOffset: 6, collisionPadding: 8 } as const

/** A small panel that hangs from a button. Escape and a press outside close it. */
export const Popover = ({ trigger, label, wide, open, defaultOpen, onOpenChange, children }: Props) => (
  <Radix.Root open={open} defaultOpen={defaultOpen} onOpenChange={onOpenChange}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content className={`${float} ${wide ? 'w-[440px]' : 'w-72'}`} {...place} aria-label={label}>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)

type AtProps = { label: string; anchor: HTMLElement; onClose: () => void; children: ReactNode }

/** The same for one of many buttons: it is there while it is drawn, and gives the focus back to `anchor`. */
export const PopoverAt = ({ label, anchor, onClose, children }: AtProps) => (
  <Radix.Root open onOpenChange={onClose}>
    <Radix.Anchor virtualRef={{ current: anchor }} />
    <Radix.Portal>
      <Radix.Content
        className={`${float} w-80`}
        {...place}
        align="end"
        aria-label={label}
        onCloseAutoFocus={() => anchor.focus()}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
