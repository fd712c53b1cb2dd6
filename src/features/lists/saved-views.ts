import { z } from 'zod'
import { keep, useKept } from './kept.ts'

/** A search that someone gave a name, as it stood in the address on one network. */
export type SavedView = { name: string; network: string; search: Record<string, string> }

const key = (list: string) => `views:${list}`
const view = z.object({
  name: z.string().min(1).max(60),
  network: z.string(),
  search: z.record(z.string(), z.string()),
})

/** What is kept, less what cannot be read. */
export function readViews(text: string | null): SavedView[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.flatMap((one) => view.safeParse(one).data ?? []) : []
  } catch {
    return []
  }
}

/** The views of a list that this browser keeps, in the order of their names, and how to change them. */
export function useSavedViews(list: string) {
  const views = readViews(useKept(key(list)))
  const write = (next: SavedView[]) =>
    keep(key(list), JSON.stringify(next.toSorted((a, b) => a.name.localeCompare(b.name))))
  return {
    views,
    /** One of the same name gives way. */
    save: (saved: SavedView) => write([...views.filter(({ name }) => name !== saved.name), saved]),
    rename: (from: string, to: string) =>
      write(views.filter(({ name }) => name !== to).map((one) => (one.name === from ? { ...one, name: to } : one))),
    remove: (gone: string) => write(views.filter(({ name }) => name !== gone)),
  }
}

/** A search as the address would hold it. */
export const toText = (search: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )
