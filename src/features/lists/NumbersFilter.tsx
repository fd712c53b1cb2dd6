import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '#ui/Button.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { Popover } from '#ui/Popover.tsx'
import { FilterButton } from './FilterButton.tsx'

type Values<Name extends string> = { [N in Name]?: number }

/** A number that can be asked for. `whole`: of what comes in pieces, like cores. */
export type Asked<Name extends string> = { name: Name; label: string; unit?: string; help?: string; whole?: boolean }

type Props<Name extends string> = {
  label: string
  asked: readonly Asked<Name>[]
  search: Values<Name>
  /** What the form's button says: `Show nodes`. */
  action: string
  onChange: (change: Values<Name>) => void
}

/** How much there has to be of something. An empty box asks for nothing. */
export function NumbersFilter<Name extends string>({ onChange, ...rest }: Props<Name>) {
  const { label, asked, search } = rest
  const [open, setOpen] = useState(false)
  const applied = asked.filter(({ name }) => search[name] !== undefined).length
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      trigger={<FilterButton applied={applied}>{label}</FilterButton>}
    >
      <NumbersForm
        {...rest}
        onChange={(change) => {
          onChange(change)
          setOpen(false)
        }}
      />
    </Popover>
  )
}

const problem = (n: number, whole: boolean) => {
  if (n <= 0 || n > 1_000_000) return 'Enter a number from 1 to 1,000,000'
  return whole && !Number.isNaN(n) && !Number.isInteger(n) ? 'Enter a whole number' : undefined
}

function NumbersForm<Name extends string>({ asked, search, action, onChange }: Props<Name>) {
  const { control, handleSubmit } = useForm<Record<string, number>>({
    mode: 'onTouched',
    defaultValues: Object.fromEntries(asked.map(({ name }) => [name, search[name] ?? Number.NaN])),
  })
  const change = (valueOf: (name: Name) => number | undefined) =>
    onChange(Object.fromEntries(asked.map(({ name }) => [name, valueOf(name)])) as Values<Name>)
  const submit = handleSubmit((values) => change((name) => (Number.isNaN(values[name]) ? undefined : values[name])))
  return (
    <form className="flex flex-col gap-2" onSubmit={submit}>
      {asked.map(({ name, label, unit, help, whole = false }) => (
        <NumberField
          key={name}
          control={control}
          name={name}
          label={label}
          unit={unit}
          help={help}
          problem={(n) => problem(n, whole)}
        />
      ))}
      <div className="flex justify-between pt-1">
        <Button variant="ghost" onClick={() => change(() => undefined)}>
          Clear
        </Button>
        <Button variant="primary" type="submit">
          {action}
        </Button>
      </div>
    </form>
  )
}
