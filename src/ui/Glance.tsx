import { Tooltip as Radix } from 'radix-ui'
import { useState, type ReactNode } from 'react'

type Props = {
  trigger: ReactNode
  /** All that the panel shows, in words for who hears it. */
  said: string
  children: ReactNode
}

/** A small panel to read: under the pointer, with the focus, or by a press where there is no pointer. Escape closes it. */
export function Glance({ trigger, said, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Radix.Provider delayDuration={200}>
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Trigger
          asChild
          onPointerDown={(event) => event.preventDefault()}
          onClick={(event) => {
            event.preventDefault()
            setOpen(true)
          }}
        >
          {trigger}
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            className="float z-50 w-[360px] max-w-[calc(100vw-16px)] p-4"
            align="start"
            sideOffset={6}
            collisionPadding={8}
            aria-label={said}
          >
            {children}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
