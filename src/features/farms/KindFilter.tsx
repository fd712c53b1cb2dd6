import type { ReactNode } from 'react'
import { FilterButton } from '#features/lists/FilterButton.tsx'
import { statuses } from '#features/nodes/node-filters.ts'
import { NodeState } from '#features/nodes/NodeState.tsx'
import { Popover } from '#ui/Popover.tsx'
import type { FarmSearch } from './farm-search.ts'

type Props = { search: FarmSearch; onChange: (change: FarmSearch) => void }

/** What kind of farm, and of nodes on it. */
export function KindFilter({ search, onChange }: Props) {
  const { dedicated, certified, status = [], gpu, certifiedNode, seesIpv6 } = search
  const applied = [dedicated, certified, search.status, gpu, certifiedNode, seesIpv6].filter(
    (one) => one !== undefined,
  ).length
  return (
    <Popover label="Kind" trigger={<FilterButton applied={applied}>Kind</FilterButton>}>
      <div className="flex flex-col gap-3">
        <Group name="The farm">
          <Check checked={dedicated === true} onChange={(on) => onChange({ dedicated: on || undefined })}>
            Lets its nodes only whole
          </Check>
          <Check checked={dedicated === false} onChange={(on) => onChange({ dedicated: on ? false : undefined })}>
            Shares its nodes
          </Check>
          <Check checked={certified === true} onChange={(on) => onChange({ certified: on || undefined })}>
            Has a certified farmer
          </Check>
        </Group>
        <Group name="It has a node that is">
          {statuses.map((one) => (
            <Check
              key={one}
              checked={status.includes(one)}
              onChange={(on) => {
                const next = statuses.filter((other) => (other === one ? on : status.includes(other)))
                onChange({ status: next.length === 0 ? undefined : next })
              }}
            >
              <NodeState status={one} />
            </Check>
          ))}
        </Group>
        <Group name="It has a node with">
          <Check checked={gpu === true} onChange={(on) => onChange({ gpu: on || undefined })}>
            A GPU
          </Check>
          <Check checked={certifiedNode === true} onChange={(on) => onChange({ certifiedNode: on || undefined })}>
            Certified hardware
          </Check>
          <Check checked={seesIpv6 === true} onChange={(on) => onChange({ seesIpv6: on || undefined })}>
            Public IPv6
          </Check>
        </Group>
      </div>
    </Popover>
  )
}

const Group = ({ name, children }: { name: string; children: ReactNode }) => (
  <fieldset className="flex flex-col">
    <legend className="pb-1 text-small text-ink-3">{name}</legend>
    {children}
  </fieldset>
)

type CheckProps = { checked: boolean; onChange: (on: boolean) => void; children: ReactNode }

const Check = ({ checked, onChange, children }: CheckProps) => (
  <label className="flex min-h-8 cursor-pointer items-center gap-2.5">
    <input type="checkbox" className="check" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    {children}
  </label>
)
