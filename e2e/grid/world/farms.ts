import type { ChainFarm, ChainIp } from '../chain/nouns.ts'
import type { Dice } from './dice.ts'
import { somewhere, type Place } from './places.ts'

/** A farm with what the chain does not say of it: where it stands and how many nodes it draws. */
export type WorldFarm = { chain: ChainFarm; stellarAddress: string; place: Place; pull: number }

const adjectives = [
  'Green',
  'Blue',
  'Quiet',
  'Old',
  'Bright',
  'Silver',
  'North',
  'High',
  'Red',
  'Deep',
  'Wild',
  'Sunny',
]
const nouns = ['Moss', 'Cloud', 'River', 'Barn', 'Rack', 'Forest', 'Harbour', 'Hill', 'Valley', 'Mill', 'Field', 'Lake']
const endings = ['Farm', '_farm', '-farm', 'Cloud', '-grid', 'Compute']

function nameOf(id: number, dice: Dice): string {
  if (id === 1) return 'Freefarm'
  // The number makes it unique; people number their farms too.
  return `${dice.pick(adjectives)}${dice.pick(nouns)}${dice.pick(endings)}${id}`
}

/** Most farms hold a node or two, a few hold hundreds. */
const sizes = [
  { weight: 10, low: 0, high: 0 },
  { weight: 40, low: 1, high: 1 },
  { weight: 27, low: 2, high: 4 },
  { weight: 16, low: 5, high: 20 },
  { weight: 6, low: 21, high: 80 },
  { weight: 1, low: 100, high: 600 },
]

/** 28/8 counts as public and nobody answers there, so a local grid leads no one to a stranger's machine. */
const block = (farm: number, host: number) => `28.${(farm >> 8) & 255}.${farm & 255}.${host}`

function publicIps(farm: number, dice: Dice): ChainIp[] {
  if (farm !== 1 && !dice.chance(0.05)) return []
  const count = farm === 1 ? 32 : dice.pick([4, 8, 16, 32, 64])
  return Array.from({ length: count }, (_, i) => ({
    ip: `${block(farm, 10 + i)}/24`,
    gateway: block(farm, 1),
    contractId: 0,
  }))
}

const stellar = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Farm 1 is big, shared and has public addresses; the rest is as it falls. The farmer's twin has the farm's number. */
export function someFarm(id: number, dice: Dice): WorldFarm {
  const size = dice.weighted(sizes)
  return {
    chain: {
      id,
      name: nameOf(id, dice),
      twinId: id,
      // TFChain's create_farm gives every farm the first policy, and this chain has no other.
      pricingPolicyId: 1,
      certification: dice.chance(0.02) ? 'Gold' : 'NotCertified',
      publicIps: publicIps(id, dice),
      dedicated: id !== 1 && dice.chance(0.04),
    },
    stellarAddress: dice.chance(0.6) ? `G${Array.from({ length: 55 }, () => dice.pick([...stellar])).join('')}` : '',
    place: somewhere(dice),
    pull: id === 1 ? 60 : dice.whole(size.low, size.high),
  }
}

/** Draws farms for nodes, each by its pull. */
export function farmLottery(farms: WorldFarm[], dice: Dice): () => WorldFarm {
  const upTo: number[] = []
  let sum = 0
  for (const farm of farms) upTo.push((sum += farm.pull))
  return () => {
    const drawn = dice.next() * sum
    let low = 0
    let high = farms.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! > drawn) high = middle
      else low = middle + 1
    }
    return farms[low]!
  }
}
