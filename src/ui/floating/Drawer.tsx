import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from '../Button.tsx'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; title: string; children: ReactNode }

/** Slides in from the left over the page, for what has no room beside it. */
export const Drawer = ({ open, onOpenChange, title, children }: Props) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Portal>
      <Radix.Overlay className="veil" />
      <Radix.Content className="drawer" aria-describedby={undefined}>
        <div className="flex items-center justify-between py-1 pl-2.5">
          <Radix.Title className="font-[550]">{title}</Radix.Title>
          <Radix.Close asChild>
            <Button variant="ghost" icon aria-label="Close the menu">
              <X />
            </Button>
          </Radix.Close>
        </div>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
