import { Link } from '@tanstack/react-router'
import { Pencil, Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { toText, useSavedViews, type SavedView } from '#features/lists/saved-views.ts'
import { useNetwork, useNetworks } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { onNetwork } from './node-filters.ts'
import { readNodeSearch, type NodeSearch } from './node-search.ts'

type Props = { search: NodeSearch; onClose: () => void }

/** Searches with a name, kept by this browser: go to one, keep this one, rename, delete. */
export function ViewsPanel({ search, onClose }: Props) {
  const network = useNetwork()
  const { views, save, rename, remove } = useSavedViews('nodes')
  const now = toText({ ...search, page: undefined, compare: undefined })
  return (
    <div className="flex flex-col gap-3">
      <h2 className="text-lead">Saved views</h2>
      {views.length === 0 ? (
        <p className="text-ink-2">None yet. A view is what the list is asked now: filters, order, columns.</p>
      ) : (
        <ul aria-label="Saved views">
          {views.map((view) => (
            <OneView
              key={view.name}
              view={view}
              onApply={onClose}
              onRename={(name) => rename(view.name, name)}
              onRemove={() => remove(view.name)}
            />
          ))}
        </ul>
      )}
      <NameForm
        key={views.length}
        label="Name of this view"
        action="Save"
        taken={views.map(({ name }) => name)}
        onName={(name) => save({ name, network: network.id, search: now })}
      />
    </div>
  )
}

type OneProps = { view: SavedView; onApply: () => void; onRename: (name: string) => void; onRemove: () => void }

function OneView({ view, onApply, onRename, onRemove }: OneProps) {
  const [renaming, setRenaming] = useState(false)
  const network = useNetwork()
  const origin = useNetworks().find(({ id }) => id === view.network)?.name ?? 'another network'
  const { search } = readNodeSearch(view.search)
  const { kept, dropped } = view.network === network.id ? { kept: search, dropped: [] } : onNetwork(search)
  if (renaming)
    return (
      <li className="py-1">
        <NameForm
          label={`New name of ${view.name}`}
          action="Rename"
          initial={view.name}
          taken={[]}
          onName={(name) => {
            onRename(name)
            setRenaming(false)
          }}
        />
      </li>
    )
  return (
    <li className="flex items-center gap-1">
      <Link to="/nodes" search={kept} onClick={onApply} className="menu-item min-w-0 flex-1 hover:bg-raised-hover">
        <span className="min-w-0">
          <span className="block truncate font-medium" title={view.name}>
            {view.name}
          </span>
          {dropped.length > 0 && (
            <span className="block text-small text-ink-3">
              Of {origin}; here without {dropped.join(', ')}
            </span>
          )}
        </span>
      </Link>
      <Button size="small" variant="ghost" icon aria-label={`Rename ${view.name}`} onClick={() => setRenaming(true)}>
        <Pencil />
      </Button>
      <Button size="small" variant="ghost" icon aria-label={`Delete ${view.name}`} onClick={onRemove}>
        <Trash2 />
      </Button>
    </li>
  )
}

type NameProps = {
  label: string
  action: string
  initial?: string
  taken: readonly string[]
  onName: (name: string) => void
}

function NameForm({ label, action, initial = '', taken, onName }: NameProps) {
  const [name, setName] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <form onSubmit={submit}>
      <div className="flex gap-1.5">
        <span className="input">
          <input
            aria-label={label}
            placeholder={label}
            value={name}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </span>
        <Button type="submit">{action}</Button>
      </div>
      <output className="help">
        {taken.includes(name.trim()) && 'There is one called that; this takes its place.'}
      </output>
    </form>
  )
}
