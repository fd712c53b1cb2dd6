import type { NodeStatus } from '#domain/node.ts'
import type { ChainNode } from '../chain/nouns.ts'
import type { Dice } from './dice.ts'
import type { WorldFarm } from './farms.ts'
import { someHardware, type Card, type Dmi } from './hardware.ts'
import { located, somewhere, type Place } from './places.ts'
import { day, genesisTime, hour, minute } from './time.ts'

/** A node with what the chain does not say of it. */
export type WorldNode = {
  chain: ChainNode
  status: NodeStatus
  /** Seconds: where in its report cycle the node is, or for a node that is down how long before the grid's start it fell silent. */
  reportOffset: number
  /** Seconds of uptime when the grid starts. */
  uptime: number
  healthy: boolean
  hasIpv6: boolean
  /** ZOS 4, which takes machines and networks of the light kind only. */
  light: boolean
  dmi: Dmi
  /** `contract` 0 means free. */
  cards: (Card & { contract: number })[]
  /** Bit/s. */
  speed: { upload: number; download: number }
  /** Seconds for a fixed job, so lower is better; 0 when it never ran. */
  benchmark: { single: number; multi: number; threads: number; workloads: number }
}

const full = (
  'zmount zdb volume ipv4 ip gateway-name-proxy gateway-fqdn-proxy qsfs zlogs network zmachine ' +
  'wireguard yggdrasil mycelium'
).split(' ')
const light = 'zmachine-light network-light zdb zmount volume qsfs zlogs mycelium wireguard'.split(' ')
const gateways = ['gateway-name-proxy', 'gateway-fqdn-proxy']

/** Source: zosbase pkg/monitord/system.go GetNodeFeatures */
export function featuresOf(node: WorldNode): string[] {
  if (!node.light) return full
  return node.chain.publicConfig?.domain ? [...light, ...gateways] : light
}

type Shares = { status: NodeStatus; weight: number }[]

const lively: Shares = [
  { status: 'up', weight: 60 },
  { status: 'standby', weight: 10 },
  { status: 'down', weight: 30 },
]
const likeProduction: Shares = [
  { status: 'up', weight: 27 },
  { status: 'standby', weight: 6 },
  { status: 'down', weight: 67 },
]

/** How many of a world's nodes are up. As on the production network, most ids of a large one belong to nodes long gone. */
export const sharesOf = (nodes: number): Shares => (nodes < 5_000 ? lively : likeProduction)

const powers: Record<NodeStatus, ChainNode['power'][]> = {
  up: [null, null, null, { state: 'Up', target: 'Up' }],
  standby: [
    { state: 'Down', target: 'Down' },
    { state: 'Down', target: 'Down' },
    { state: 'Up', target: 'Down' },
    { state: 'Down', target: 'Up' },
  ],
  down: [null],
}

/**
 * When the node last reported, unix seconds. Nodes that are up or asleep go on reporting, so they stay what they are;
 * those asleep (`isOn` false) wake up once a day for it.
 */
export function lastReport(node: WorldNode, now: number, start: number, isOn = node.status === 'up'): number {
  if (node.status === 'down') return start - node.reportOffset
  const cycle = isOn ? 40 * minute : 23 * hour
  return now - ((now + node.reportOffset) % cycle)
}

/** A node that was not there when the world began: it reported once, when it registered, and nobody looked into it yet. */
export const unheardOf = (chain: ChainNode): WorldNode => ({
  chain,
  status: 'down',
  reportOffset: 0,
  uptime: 0,
  healthy: false,
  hasIpv6: false,
  light: false,
  dmi: {
    bios: { vendor: '', version: '' },
    baseboard: { manufacturer: '', product_name: '' },
    processor: [],
    memory: [],
  },
  cards: [],
  speed: { upload: 0, download: 0 },
  benchmark: { single: 0, multi: 0, threads: 0, workloads: 0 },
})

/** 29/8 and 3ffe::/16 count as public and nobody answers there. */
const publicConfig = (id: number, domain: string | null): ChainNode['publicConfig'] => {
  const block = `29.${id >> 8}.${id & 255}`
  const prefix = `3ffe:0:${id.toString(16)}:`
  return {
    ip4: { ip: `${block}.2/24`, gw: `${block}.1` },
    ip6: { ip: `${prefix}:2/64`, gw: `${prefix}:1` },
    domain,
  }
}

/** What a gateway is called by: its town and a number, as operators do it: `saltlakecity417.local.grid.tf`. */
const domainOf = (id: number, { city }: Place): string =>
  `${city.name.toLowerCase().replace(/[^a-z]/g, '')}${id}.local.grid.tf`

/**
 * A node of `farm`. A `showcase` node is up, healthy, roomy and open to everybody, so that there is always something to
 * deploy on; the first of them is also a gateway.
 */
export function someNode(
  id: number,
  twinId: number,
  farm: WorldFarm,
  { showcase, shares }: { showcase: boolean; shares: Shares },
  dice: Dice,
): WorldNode {
  const status = showcase ? 'up' : dice.weighted(shares).status
  const hardware = someHardware(dice, showcase)
  const up = status === 'up'
  const download = up ? Math.round(dice.logBetween(20e6, 1e9)) : 0
  const created = genesisTime - dice.whole(30 * day, 4 * 365 * day)
  const isPublic = id === 1 || (!showcase && dice.chance(0.04))
  const place = dice.chance(0.9) ? farm.place : somewhere(dice)
  return {
    chain: {
      id,
      farmId: farm.chain.id,
      twinId,
      resources: hardware.resources,
      location: located(place, dice),
      publicConfig: isPublic ? publicConfig(id, id === 1 || dice.chance(0.5) ? domainOf(id, place) : null) : null,
      created,
      certification: hardware.certified ? 'Certified' : 'Diy',
      serialNumber: dice.chance(0.3) ? 'To be filled by O.E.M.' : null,
      extraFee: showcase || dice.chance(0.96) ? 0 : dice.whole(5, 300) * 1000,
      power: dice.pick(powers[status]),
    },
    status,
    reportOffset:
      status === 'down'
        ? Math.min(Math.round(dice.logBetween(2 * hour, 3 * 365 * day)), genesisTime - created)
        : dice.whole(0, day),
    // Half of the nodes have been up for more than 75 days.
    uptime: Math.min(Math.round(dice.logBetween(15 * day, 375 * day)), genesisTime - created),
    healthy: up && (showcase || dice.chance(0.93)),
    hasIpv6: isPublic || dice.chance(0.4),
    light: !showcase && dice.chance(0.15),
    dmi: hardware.dmi,
    cards: hardware.cards.map((card) => ({ ...card, contract: 0 })),
    speed: { upload: Math.round(download / 3), download },
    benchmark: up
      ? {
          single: dice.between(1.2, 4),
          multi: dice.between(20, 90),
          threads: hardware.resources.cru,
          workloads: dice.whole(0, 20),
        }
      : { single: 0, multi: 0, threads: 0, workloads: 0 },
  }
}
