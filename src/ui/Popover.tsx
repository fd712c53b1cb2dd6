import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type Props = {
  trigger: ReactNode
  label: string
  /** Only where the content closes it by itself. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

/** A small panel that hangs from a button. Escape and a press outside close it. */
export const Popover = ({ trigger, label, open, onOpenChange, children }: Props) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        className="float z-40 w-72 max-w-[calc(100vw-16px)] p-4 outline-none"
        align="start"
        sideOffset={6}
        collisionPadding={8}
        aria-label={label}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
