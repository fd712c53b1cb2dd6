import { useId } from 'react'
import { Select } from '#ui/Select.tsx'

type Props = {
  label: string
  /** What choosing nothing is called. */
  any?: string
  value: string | undefined
  options: readonly { value: string; name: string }[]
  onChange: (value: string | undefined) => void
}

/** A condition that is one of several. */
export function ChoiceField({ label, any = 'Any', value, options, onChange }: Props) {
  const id = useId()
  const known = value === undefined || options.some((one) => one.value === value)
  return (
    <div className="min-w-0">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <Select
        id={id}
        value={value ?? ''}
        options={[{ value: '', name: any }, ...options, ...(known ? [] : [{ value, name: value }])]}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    </div>
  )
}
