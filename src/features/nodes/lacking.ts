import { writeSize } from '#domain/size-text.ts'
import { gib } from '#domain/units.ts'
import { idsIn } from '#features/lists/search.ts'
import type { NodeFilters } from './node-filters.ts'

/** What is asked, as the end of `a node that is …`, `… has …` or `… in …`; and what the others are that lack only it. */
type Phrase = { is?: string; has?: string; in?: string; others: string }

const states = { up: 'up', standby: 'on standby', down: 'down' }
const size = (gibs: number) => writeSize(gib(gibs))
const number = (n: number) => n.toLocaleString('en')
const usd = (n: number) => `$${number(n)}`

const is = (words: string, others = `not ${words}`): Phrase => ({ is: words, others })
const has = (words: string, others = `without ${words}`): Phrase => ({ has: words, others })
const place = (name: string): Phrase => ({ in: name, others: 'elsewhere' })
const either = (yes: boolean, words: string): Phrase => (yes ? has(words) : is(`without ${words}`, `with ${words}`))
const isOrNot = (yes: boolean, words: string): Phrase => (yes ? is(words) : is(`not ${words}`, words))

/** How each thing that can be asked is said. */
const phrases: { [Name in keyof NodeFilters]-?: (asked: NonNullable<NodeFilters[Name]>) => Phrase } = {
  text: (text) => {
    const ids = idsIn(text)
    if (ids) return is(`number ${ids.join(' or ')}`, 'of other numbers')
    return is(`on a farm named like “${text}”`, 'on other farms')
  },
  status: (all) =>
    is(
      listed(
        all.map((one) => states[one]),
        'or',
      ),
      'in other states',
    ),
  healthy: (yes) => (yes ? is('healthy', 'that failed the last health check') : is('failing health checks', 'healthy')),
  city: place,
  country: place,
  region: place,
  farm: (id) => is(`on farm ${id}`, 'on other farms'),
  cores: (n) => has(`${number(n)} vCPU`, 'with fewer vCPU'),
  freeMemoryGiB: (n) => has(`${size(n)} of memory free`, 'with less memory free'),
  freeSsdGiB: (n) => has(`${size(n)} of SSD free`, 'with less SSD free'),
  freeHddGiB: (n) => has(`${size(n)} of HDD free`, 'with less HDD free'),
  totalMemoryGiB: (n) => has(`${size(n)} of memory in all`, 'with less memory'),
  totalSsdGiB: (n) => has(`${size(n)} of SSD in all`, 'with less SSD'),
  totalHddGiB: (n) => has(`${size(n)} of HDD in all`, 'with less HDD'),
  gpu: () => has('a GPU'),
  gpus: (n) => has(`${n} ${n === 1 ? 'GPU' : 'GPUs'}`, n === 1 ? 'without a GPU' : 'with fewer GPUs'),
  gpuVendor: (name) => has(`a GPU by “${name}”`, 'without one'),
  gpuDevice: (name) => has(`a “${name}” GPU`, 'without one'),
  gpuId: (id) => has(`a GPU with id “${id}”`, 'without one'),
  gpuFree: (free) =>
    has(free ? 'a GPU that is free' : 'a GPU that is taken', free ? 'without a free GPU' : 'without a taken GPU'),
  freeIps: (n) => has(`${n} free public ${n === 1 ? 'IP' : 'IPs'} on its farm`, 'with fewer free public IPs'),
  ipv4: (yes) => either(yes, 'an IPv4 of its own'),
  ipv6: (yes) => either(yes, 'an IPv6 of its own'),
  seesIpv6: (yes) => either(yes, 'a way to public IPv6'),
  domain: (yes) => either(yes, 'a domain'),
  priceMin: (n) => is(`priced from ${usd(n)} a month`, `cheaper than ${usd(n)} a month`),
  priceMax: (n) => is(`priced up to ${usd(n)} a month`, `dearer than ${usd(n)} a month`),
  dedicated: (yes) => isOrNot(yes, 'let whole'),
  dedicatedFarm: (yes) => isOrNot(yes, 'on a dedicated farm'),
  rentable: (yes) => isOrNot(yes, 'free to be rented'),
  rented: (yes) => isOrNot(yes, 'rented'),
  rentedBy: (twin) => is(`rented by twin ${twin}`),
  availableFor: (twin) => is(`open to twin ${twin}`),
  rentableOrRentedBy: (twin) => is(`rentable to or rented by twin ${twin}`),
  certified: (yes) => isOrNot(yes, 'certified'),
  features: (all) =>
    has(`the ${all.length === 1 ? 'feature' : 'features'} ${listed(all)}`, `without ${listed(all, 'or')}`),
  except: (ids) => is(`other than ${listed(ids.map(String))}`, `among ${listed(ids.map(String))}`),
  twin: (id) => is(`node twin ${id}`, 'of other twins'),
  owner: (id) => is(`of farmer twin ${id}`, 'of other farmers'),
}

/** What is asked of nodes, in the order in which it is said. */
export const askedIn = (search: NodeFilters): (keyof NodeFilters)[] =>
  (Object.keys(phrases) as (keyof NodeFilters)[]).filter((name) => search[name] !== undefined)

/** The name's type and the value's belong together, which TypeScript cannot see through a variable name. */
export const phraseOf = (search: NodeFilters, name: keyof NodeFilters): Phrase =>
  (phrases[name] as (asked: unknown) => Phrase)(search[name])

/** `"No node that is up has 64 GiB of memory free in Belgium"` */
export function lackSentence(search: NodeFilters): string {
  const all = askedIn(search).map((name) => phraseOf(search, name))
  const said = (part: 'is' | 'has') => listed(all.flatMap((phrase) => phrase[part] ?? []))
  const where = all.flatMap((phrase) => phrase.in ?? []).join(', ')
  const [state, thing, there] = [said('is'), said('has'), where === '' ? '' : ` in ${where}`]
  if (thing !== '') return `No node${state === '' ? '' : ` that is ${state}`} has ${thing}${there}`
  return state === '' ? `No node is${there}` : `No node is ${state}${there}`
}

/** `"a, b and c"` */
function listed(words: readonly string[], joint = 'and'): string {
  const [last = '', ...before] = words.toReversed()
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${joint} ${last}`
}
