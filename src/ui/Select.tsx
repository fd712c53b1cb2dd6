import clsx from 'clsx'
import { ChevronsUpDown } from 'lucide-react'
import type { ComponentProps } from 'react'

export type Option = { value: string; name: string; disabledReason?: string }

type Props = { options: readonly Option[]; invalid?: boolean; boxClass?: string } & ComponentProps<'select'>

/** The browser's own list in our box: it types ahead, and feels right on a phone. */
export const Select = ({ options, invalid, boxClass, ...rest }: Props) => (
  <span className={clsx('input select', invalid && 'is-bad', boxClass)}>
    <select {...rest} aria-invalid={invalid || undefined}>
      {options.map(({ value, name, disabledReason }) => (
        <option key={value} value={value} disabled={disabledReason !== undefined}>
          {disabledReason === undefined ? name : `${name}: ${disabledReason}`}
        </option>
      ))}
    </select>
    <ChevronsUpDown className="i-sm pointer-events-none text-ink-3" />
  </span>
)
