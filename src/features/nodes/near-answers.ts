import { writeSize } from '#domain/size-text.ts'
import { free, type Node } from '#domain/node.ts'
import { gib, toGib } from '#domain/units.ts'
import type { NodeFilter, NodePage } from '#queries/nodes.ts'
import { askedIn, phraseOf } from './lacking.ts'
import type { NodeFilters } from './node-filters.ts'
import { toFilter, type NodeSearch } from './node-search.ts'

/** What some nodes have that lack only a part of what was asked, and the search that lists just these. */
export type NearAnswer = { words: string; search: NodeSearch }

/** A cheap question whose answer may come near: what to ask GridProxy, and how to read what it says. */
export type NearQuestion = { filter: NodeFilter; read: (page: NodePage) => NearAnswer[] }

/** No more than these are asked at once, and none brings more rows than this. */
const mostQuestions = 5
const sample = 50
const mostPlaces = 3

const places = ['country', 'region', 'city'] as const

/** What can be had less of: of what a node has, and the order that brings those with the most first. */
const amounts = {
  freeMemoryGiB: { kind: 'mru', sort: 'total_mru', noun: 'of memory free' },
  freeSsdGiB: { kind: 'sru', sort: 'total_sru', noun: 'of SSD free' },
  freeHddGiB: { kind: 'hru', sort: 'total_hru', noun: 'of HDD free' },
} as const
type Amount = keyof typeof amounts
const isAmount = (name: string): name is Amount => name in amounts

/** What to ask when no node has all of this: the same without one part of it, for each part, the place first. */
export function nearQuestions(search: NodeSearch): NearQuestion[] {
  const asked = askedIn(search)
  const first = search.page === undefined ? search : { ...search, page: undefined }
  const parts = asked.filter((name) => !places.some((place) => place === name))
  const elsewhere = parts.length > 0 && parts.length < asked.length ? [otherPlaces(first)] : []
  return [
    ...elsewhere,
    ...parts.filter(isAmount).map((name) => lessOf(first, name)),
    ...parts.filter((name) => !isAmount(name)).map((name) => without(first, name)),
  ].slice(0, mostQuestions)
}

function otherPlaces(search: NodeSearch): NearQuestion {
  const isThing = askedIn(search).some((name) => phraseOf(search, name).has)
  const who = (n: number) => (isThing ? counted(n, 'it') : n.toLocaleString('en'))
  const anywhere = { ...search, country: undefined, region: undefined, city: undefined }
  return {
    filter: { ...toFilter(anywhere), size: sample },
    read: ({ nodes, count }) => {
      if (count > nodes.length) return [{ words: `${who(count)} elsewhere`, search: anywhere }]
      const countries = new Map<string, number>()
      for (const { country } of nodes) countries.set(country, (countries.get(country) ?? 0) + 1)
      return [...countries]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, mostPlaces)
        .map(([country, n]) => ({
          words: `${who(n)} in ${country}`,
          search: { ...anywhere, country },
        }))
    },
  }
}

function lessOf(search: NodeSearch, name: Amount): NearQuestion {
  const { kind, sort, noun } = amounts[name]
  const of = (node: Node) => toGib(free(node)[kind])
  return {
    filter: { ...toFilter({ ...search, [name]: undefined }), sort, order: 'desc', size: sample },
    read: ({ nodes, count }) => {
      // Rounded down to what the address takes, so that the node which has it is on the list.
      const most = Math.max(0, ...nodes.map((node) => roundDown(of(node))))
      if (most === 0) return []
      const have = nodes.filter((node) => of(node) >= most).length
      const rest = nodes.at(-1)
      // Those beyond the sample have no more in all than its last.
      const all = count <= nodes.length || (rest !== undefined && toGib(rest.total[kind]) < most)
      const who = all ? counted(have) : 'Some have'
      return [{ words: `${who} ${writeSize(gib(most))} ${noun}`, search: { ...search, [name]: most } }]
    },
  }
}

function without(search: NodeSearch, name: keyof NodeFilters): NearQuestion {
  const rest = { ...search, [name]: undefined }
  return {
    filter: { ...toFilter(rest), size: 1 },
    // As nothing had all of it, everything that has the rest lacks this.
    read: ({ count }) =>
      count === 0 ? [] : [{ words: `${count.toLocaleString('en')} ${phraseOf(search, name).others}`, search: rest }],
  }
}

const roundDown = (gibs: number) => (gibs >= 1 ? Math.floor(gibs) : Math.floor(gibs * 100) / 100)
const counted = (n: number, what = '') => `${n.toLocaleString('en')} ${n === 1 ? 'has' : 'have'} ${what}`.trim()
