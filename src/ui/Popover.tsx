import { lazy, type ComponentProps } from 'react'
import { Opener, type Trigger } from './Opener.tsx'

const load = () => import('./floating/Popover.tsx')
const Late = lazy(async () => ({ default: (await load()).Popover }))

/** A small panel that hangs from a button. Escape and a press outside close it. */
export const Popover = (props: ComponentProps<typeof Late> & { trigger: Trigger }) => (
  <Opener trigger={props.trigger} opens="dialog" load={load} onFirstUse={() => props.onOpenChange?.(true)}>
    <Late {...props} defaultOpen />
  </Opener>
)

/** The same for one of many buttons: it is there while it is drawn, and gives the focus back to `anchor`. */
export const PopoverAt = lazy(async () => ({ default: (await load()).PopoverAt }))
