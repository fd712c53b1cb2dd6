import { cloneElement, Suspense, useState, type ReactElement, type ReactNode } from 'react'

/** One button. */
export type Trigger = ReactElement<{
  onClick?: () => void
  onPointerEnter?: () => void
  onFocus?: () => void
  'aria-haspopup'?: 'dialog' | 'menu'
  'aria-expanded'?: boolean
}>

type Props = {
  trigger: Trigger
  opens: 'dialog' | 'menu'
  /** Fetches the code of what it opens. */
  load: () => Promise<unknown>
  onFirstUse?: () => void
  /** What takes the place of the button with its first use, open from the start. */
  children: ReactNode
}

/** A button whose panel few people open: the code for it comes when the pointer or the focus is on the button. */
export function Opener({ trigger, opens, load, onFirstUse, children }: Props) {
  const [used, setUsed] = useState(false)
  const soon = () => void load()
  const use = () => {
    setUsed(true)
    onFirstUse?.()
  }
  const waiting = cloneElement(trigger, {
    onClick: use,
    onPointerEnter: soon,
    onFocus: soon,
    'aria-haspopup': opens,
    'aria-expanded': false,
  })
  return used ? <Suspense fallback={waiting}>{children}</Suspense> : waiting
}
