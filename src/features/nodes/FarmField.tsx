import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { isId } from '#features/lists/search.ts'
import { TextFilter } from '#features/lists/TextFilter.tsx'
import { explain } from '#queries/explain.ts'
import { farmList, oneFarm } from '#queries/farms.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'

const shown = 7

type Props = { farm: number | undefined; onChange: (farm: number | undefined) => void }

/** One farm, looked up by its name or number. */
export const FarmField = ({ farm, onChange }: Props) =>
  farm === undefined ? <FindFarm onChange={onChange} /> : <ChosenFarm farm={farm} onChange={onChange} />

function ChosenFarm({ farm, onChange }: { farm: number; onChange: Props['onChange'] }) {
  const found = useQuery(oneFarm(useNetwork(), farm)).data
  return (
    <div className="flex items-center gap-2 rounded-md border border-line-strong py-1 pr-1 pl-3">
      <span className="min-w-0 truncate">
        {found?.name ?? 'Farm'} <span className="mono text-ink-3">{farm}</span>
      </span>
      <Button
        variant="ghost"
        size="small"
        icon
        className="ml-auto"
        aria-label="Any farm"
        onClick={() => onChange(undefined)}
      >
        <X />
      </Button>
    </div>
  )
}

function FindFarm({ onChange }: Pick<Props, 'onChange'>) {
  const [typed, setTyped] = useState<string>()
  const asked = typed === undefined ? {} : isId(typed) ? { farmId: Number(typed) } : { nameContains: typed }
  const found = useQuery({
    ...farmList(useNetwork(), { page: 1, size: shown, sort: 'name', order: 'asc', ...asked }),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  const farms = found.data?.farms
  return (
    <div>
      <TextFilter wide label="Farm id or name" text={typed} onChange={setTyped} />
      <ul aria-label="Farms" className="min-h-[238px] pt-1.5">
        {farms?.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className="menu-item w-full hover:bg-raised-hover" onClick={() => onChange(id)}>
              <span className="min-w-0 truncate">{name}</span>
              <span className="mono ml-auto text-ink-3">{id}</span>
            </button>
          </li>
        ))}
      </ul>
      <output className="block text-small text-ink-3">
        {found.error
          ? explain(found.error).title
          : farms?.length === 0
            ? 'No farm is called that.'
            : found.data &&
              found.data.count > shown &&
              `${shown} of ${found.data.count.toLocaleString('en')}; type to find others.`}
      </output>
    </div>
  )
}
