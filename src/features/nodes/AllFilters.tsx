import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { filterGroups } from './filter-groups.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { clearedOf } from './node-conditions.ts'
import type { NodeFilters } from './node-filters.ts'
import type { NodeSearch } from './node-search.ts'

type Props = {
  search: NodeSearch
  count: number | undefined
  onChange: (change: NodeFilters) => void
  onClose: () => void
}

/** All filters one below the other, for a narrow screen. */
export const AllFilters = ({ search, count, onChange, onClose }: Props) => (
  <Dialog
    open
    onOpenChange={onClose}
    title="Filters"
    actions={
      <>
        <Link to="." search={clearedOf(search)} className={buttonClass({ variant: 'ghost' })}>
          Clear all
        </Link>
        <Button variant="primary" onClick={onClose}>
          {count === undefined ? 'Show nodes' : `Show ${count.toLocaleString('en')} node${count === 1 ? '' : 's'}`}
        </Button>
      </>
    }
  >
    <div className="flex flex-col gap-5">
      {filterGroups.map((group) => (
        <section key={group.id} aria-label={group.name}>
          <h3 className="border-b border-line pb-1 mb-3">{group.name}</h3>
          <FilterPanel group={group} search={search} onChange={onChange} />
        </section>
      ))}
    </div>
  </Dialog>
)
