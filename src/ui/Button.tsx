import clsx from 'clsx'
import { Lock } from 'lucide-react'
import { useId, type ButtonHTMLAttributes, type MouseEvent } from 'react'
import { Spinner } from './State.tsx'

type Look = {
  variant?: 'primary' | 'default' | 'ghost' | 'danger' | 'danger-solid'
  size?: 'small' | 'base' | 'large'
  /** Square, for a lone icon; it then needs an `aria-label`. */
  icon?: boolean
}

/** The classes of a button, for a link that looks like one. */
export const buttonClass = ({ variant = 'default', size = 'base', icon }: Look = {}, more?: string) =>
  clsx(
    'btn',
    variant !== 'default' && `btn-${variant}`,
    size === 'small' && 'btn-sm',
    size === 'large' && 'btn-lg',
    icon && 'btn-icon',
    more,
  )

type Props = Look & {
  /** Why it cannot act now: it stays focusable, does nothing, and says so beside itself. */
  disabledReason?: string
  /** It is at work: a spinner takes the place of its icon and a second press does nothing. */
  busy?: boolean
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'>

export function Button({ variant, size, icon, disabledReason, busy, className, children, onClick, ...rest }: Props) {
  const reasonId = useId()
  const off = disabledReason !== undefined || busy === true
  const press = (event: MouseEvent<HTMLButtonElement>) => (off ? event.preventDefault() : onClick?.(event))
  const button = (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size, icon }, className)}
      aria-disabled={disabledReason === undefined ? rest['aria-disabled'] : true}
      aria-busy={busy || undefined}
      aria-describedby={disabledReason === undefined ? rest['aria-describedby'] : reasonId}
      onClick={press}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
  if (disabledReason === undefined) return button
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1.5">
      {button}
      <Reason id={reasonId}>{disabledReason}</Reason>
    </span>
  )
}

/** Why something cannot be done now. */
export const Reason = ({ id, children }: { id: string; children: string }) => (
  <span className="why" id={id}>
    <Lock />
    {children}
  </span>
)
