import { z } from 'zod'
import { readSearch, words, yes, type SearchOf } from '#features/lists/search.ts'
import { mostCompared } from './node-search.ts'

const shape = { ids: words.pipe(z.array(z.string())), differences: yes }

/** What the address of a comparison can say. */
export type CompareSearch = Omit<SearchOf<typeof shape>, 'ids'> & { ids?: number[] }

/**
 * Which nodes are compared, and whether only by what differs. What is no node's id is dropped and named in `ignored`;
 * ids that stand twice stand once; `tooMany` are those beyond the most that fit.
 */
export function readCompareSearch(raw: Record<string, unknown>) {
  const { search, ignored } = readSearch(shape, raw)
  const texts = search.ids ?? []
  const ids = [...new Set(texts.filter(isNodeId).map(Number))]
  return {
    ids: ids.slice(0, mostCompared),
    tooMany: ids.slice(mostCompared),
    onlyDifferences: search.differences ?? false,
    ignored: [...ignored, ...texts.filter((text) => !isNodeId(text)).map((text) => `ids=${text}`)],
  }
}

const isNodeId = (text: string) => /^[1-9]\d{0,9}$/.test(text)
