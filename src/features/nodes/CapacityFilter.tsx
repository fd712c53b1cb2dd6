import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '#ui/Button.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { Popover } from '#ui/Popover.tsx'
import type { NodeSearch } from './node-search.ts'
import { FilterButton } from './FilterButton.tsx'

const names = ['cores', 'freeMemoryGiB', 'freeSsdGiB', 'freeHddGiB'] as const
type Values = Record<(typeof names)[number], number>

type Props = { search: NodeSearch; onChange: (change: NodeSearch) => void }

/** How much a node has to have. An empty box asks for nothing. */
export function CapacityFilter({ search, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const applied = names.filter((name) => search[name] !== undefined).length
  return (
    <Popover
      label="Capacity"
      open={open}
      onOpenChange={setOpen}
      trigger={<FilterButton applied={applied}>Capacity</FilterButton>}
    >
      <CapacityForm
        search={search}
        onChange={(change) => {
          onChange(change)
          setOpen(false)
        }}
      />
    </Popover>
  )
}

const none = { cores: undefined, freeMemoryGiB: undefined, freeSsdGiB: undefined, freeHddGiB: undefined }
const problem = (n: number) => (n <= 0 || n > 1_000_000 ? 'Enter a number from 1 to 1,000,000' : undefined)

function CapacityForm({ search, onChange }: Props) {
  const { control, handleSubmit } = useForm<Values>({
    mode: 'onTouched',
    defaultValues: Object.fromEntries(names.map((name) => [name, search[name] ?? Number.NaN])),
  })
  const submit = handleSubmit((values) =>
    onChange(Object.fromEntries(names.map((name) => [name, Number.isNaN(values[name]) ? undefined : values[name]]))),
  )
  const coresProblem = (n: number) =>
    problem(n) ?? (Number.isNaN(n) || Number.isInteger(n) ? undefined : 'Enter a whole number')
  return (
    <form className="flex flex-col gap-2" onSubmit={submit}>
      <NumberField
        control={control}
        name="cores"
        label="vCPU in all"
        unit="cores"
        problem={coresProblem}
        help="Cores are shared, so all of them count"
      />
      <NumberField control={control} name="freeMemoryGiB" label="Free memory" unit="GiB" problem={problem} />
      <NumberField control={control} name="freeSsdGiB" label="Free SSD" unit="GiB" problem={problem} />
      <NumberField control={control} name="freeHddGiB" label="Free HDD" unit="GiB" problem={problem} />
      <div className="flex justify-between pt-1">
        <Button variant="ghost" onClick={() => onChange(none)}>
          Clear
        </Button>
        <Button variant="primary" type="submit">
          Show nodes
        </Button>
      </div>
    </form>
  )
}
