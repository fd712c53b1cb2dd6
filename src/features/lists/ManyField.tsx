import type { ReactNode } from 'react'

type Props<Value extends string> = {
  label: string
  value: readonly Value[]
  options: readonly { value: Value; name: ReactNode }[]
  onChange: (value: Value[] | undefined) => void
}

/** A condition that names some of several. */
export const ManyField = <Value extends string>({ label, value, options, onChange }: Props<Value>) => (
  <fieldset className="min-w-0">
    <legend className="label">{label}</legend>
    <div className="grid grid-cols-[repeat(auto-fill,minmax(124px,1fr))] gap-x-4">
      {options.map((option) => (
        <label key={option.value} className="flex min-h-8 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            className="check"
            checked={value.includes(option.value)}
            onChange={({ target }) => {
              const all = options.map((one) => one.value)
              const next = all.filter((one) => (one === option.value ? target.checked : value.includes(one)))
              onChange(next.length === 0 ? undefined : next)
            }}
          />
          {option.name}
        </label>
      ))}
    </div>
  </fieldset>
)
