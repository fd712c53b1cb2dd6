import { useNavigate } from '@tanstack/react-router'
import { LayoutGrid, Map as MapIcon, Rows3 } from 'lucide-react'
import { Segmented } from '#ui/Segmented.tsx'
import type { NodeSearch } from './node-search.ts'

const views = [
  { value: 'table', name: 'Table', icon: <Rows3 className="i-sm" /> },
  { value: 'cards', name: 'Cards', icon: <LayoutGrid className="i-sm" /> },
  { value: 'map', name: 'Map', icon: <MapIcon className="i-sm" /> },
] as const

/** How the result is shown. */
export function ViewChoice({ search }: { search: NodeSearch }) {
  const navigate = useNavigate({ from: '/nodes' })
  return (
    <Segmented
      label="View"
      value={search.view ?? 'table'}
      options={views}
      onChange={(chosen) => void navigate({ search: { ...search, view: chosen === 'table' ? undefined : chosen } })}
    />
  )
}
