import { useQuery } from '@tanstack/react-query'
import { ChoiceField } from '#features/lists/ChoiceField.tsx'
import { ManyField } from '#features/lists/ManyField.tsx'
import { typedId } from '#features/lists/typed.ts'
import { TypedField } from '#features/lists/TypedField.tsx'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import { gridStats } from '#queries/stats.ts'
import { Button } from '#ui/Button.tsx'
import { FarmField } from './FarmField.tsx'
import { filterFields, type FilterField } from './filter-fields.tsx'
import type { FilterGroup } from './filter-groups.ts'
import type { NodeFilters } from './node-filters.ts'

type Props = { group: FilterGroup; search: NodeFilters; onChange: (change: NodeFilters) => void }

/** The filters of one group. Each applies at once. */
export const FilterPanel = ({ group, ...rest }: Props) => (
  <div className="grid grid-cols-[repeat(auto-fit,minmax(180px,1fr))] items-start gap-x-4 gap-y-3">
    {group.filters.map((name) => (
      <div key={name} className={wide.includes(filterFields[name].kind) ? 'col-span-full' : undefined}>
        <OneFilter field={filterFields[name]} {...rest} />
      </div>
    ))}
  </div>
)

const wide: readonly FilterField['kind'][] = ['many', 'farm']

function OneFilter({ field, search, onChange }: Omit<Props, 'group'> & { field: FilterField }) {
  const value = search[field.name]
  const ask = (asked: unknown) => onChange({ [field.name]: asked })
  switch (field.kind) {
    case 'typed':
      return <TypedField {...field} value={value} onChange={ask} />
    case 'twin':
      return <TwinField {...field} value={value as number | undefined} onChange={ask} />
    case 'yesNo':
      return (
        <ChoiceField
          label={field.label}
          value={value === undefined ? undefined : String(value)}
          options={[
            { value: 'true', name: field.yes },
            ...(field.no === undefined ? [] : [{ value: 'false', name: field.no }]),
          ]}
          onChange={(chosen) => ask(chosen === undefined ? undefined : chosen === 'true')}
        />
      )
    case 'one':
      return field.options === 'countries' ? (
        <CountryField label={field.label} value={value as string | undefined} onChange={ask} />
      ) : (
        <ChoiceField label={field.label} value={value as string | undefined} options={field.options} onChange={ask} />
      )
    case 'many':
      return <ManyField label={field.label} value={(value ?? []) as string[]} options={field.options} onChange={ask} />
    case 'farm':
      return <FarmField farm={value as number | undefined} onChange={ask} />
  }
}

type FieldProps<Value> = { label: string; value: Value | undefined; onChange: (value: Value | undefined) => void }

function CountryField(props: FieldProps<string>) {
  const counts = useQuery(gridStats(useNetwork())).data?.nodesByCountry ?? {}
  const countries = Object.entries(counts).sort(([a], [b]) => a.localeCompare(b))
  return (
    <ChoiceField
      {...props}
      options={countries.map(([country, nodes]) => ({ value: country, name: `${country} (${nodes})` }))}
    />
  )
}

/** Takes the number of any twin; that of the open account at a press. */
function TwinField({ help, ...props }: FieldProps<number> & { help: string }) {
  const mine = useQuery(account(useNetwork())).data?.twinId
  return (
    <TypedField
      {...props}
      typed={typedId}
      help={help}
      beside={mine !== undefined && <Button onClick={() => props.onChange(mine)}>Mine</Button>}
    />
  )
}
