import { z } from 'zod'
import type { Node } from '#domain/node.ts'
import { bytes } from '#domain/units.ts'

const capacity = z
  .object({ cru: z.number(), mru: z.number(), sru: z.number(), hru: z.number() })
  .transform(({ cru, mru, sru, hru }) => ({ cru, mru: bytes(mru), sru: bytes(sru), hru: bytes(hru) }))

const gpu = z
  .object({ id: z.string(), vendor: z.string(), device: z.string(), contract: z.number() })
  .transform(({ contract, ...card }) => ({ ...card, contractId: contract }))

const text = z.string().nullish()
const dmi = z.object({
  baseboard: z.object({ manufacturer: text, product_name: text }).nullish(),
  processor: z.array(z.object({ version: text, thread_count: text })).nullish(),
  memory: z.array(z.object({ manufacturer: text, type: text })).nullish(),
})

const common = {
  nodeId: z.number(),
  twinId: z.number(),
  farmId: z.number(),
  farmName: z.string(),
  country: z.string(),
  city: z.string(),
  location: z.object({ longitude: z.number().nullish(), latitude: z.number().nullish() }).nullish(),
  status: z.enum(['up', 'standby', 'down']),
  healthy: z.boolean(),
  uptime: z.number(),
  updatedAt: z.number(),
  certificationType: z.string(),
  dedicated: z.boolean(),
  inDedicatedFarm: z.boolean(),
  rentable: z.boolean(),
  rentedByTwinId: z.number(),
  extraFee: z.number(),
  price_usd: z.number(),
  publicConfig: z.object({
    ipv4: z.string(),
    gw4: z.string(),
    ipv6: z.string(),
    gw6: z.string(),
    domain: z.string(),
  }),
  features: z.array(z.string()).nullish(),
  gpus: z.array(gpu).nullish(),
  farm_free_ips: z.number(),
  speed: z.object({ upload: z.number(), download: z.number() }),
  dmi: dmi.nullish(),
}
const resources = { total_resources: capacity, used_resources: capacity }

/** A row of `/nodes`. Source: tfgrid-sdk-go grid-proxy (10e7b39). */
export const nodeRow = z.object({ ...common, ...resources }).transform(toNode)

/** The answer of `/nodes/{id}`: as a row, but with its resources one level down. */
export const nodeAnswer = z
  .object({ ...common, capacity: z.object(resources) })
  .transform(({ capacity: nested, ...rest }) => toNode({ ...rest, ...nested }))

type Wire = z.output<z.ZodObject<typeof common & typeof resources>>

function toNode(wire: Wire): Node {
  const { longitude, latitude } = wire.location ?? {}
  return {
    id: wire.nodeId,
    twinId: wire.twinId,
    farmId: wire.farmId,
    farmName: wire.farmName,
    country: wire.country,
    city: wire.city,
    place: typeof longitude === 'number' && typeof latitude === 'number' ? { longitude, latitude } : undefined,
    status: wire.status,
    healthy: wire.healthy,
    uptimeSeconds: wire.uptime,
    updatedAt: wire.updatedAt,
    total: wire.total_resources,
    used: wire.used_resources,
    certified: wire.certificationType === 'Certified',
    dedicated: wire.dedicated,
    inDedicatedFarm: wire.inDedicatedFarm,
    rentable: wire.rentable,
    rentedByTwinId: wire.rentedByTwinId,
    extraFeeMilliUsdPerMonth: wire.extraFee,
    priceUsdPerMonth: wire.price_usd,
    publicConfig: wire.publicConfig,
    features: wire.features ?? [],
    gpus: wire.gpus ?? [],
    freeFarmIps: wire.farm_free_ips,
    speed: { upload: wire.speed.upload, download: wire.speed.download },
    hardware: toHardware(wire.dmi),
  }
}

/** Several equal sockets or sticks are told once: `2 × Intel Xeon E5-2620`. */
function toHardware(wire: z.output<typeof dmi> | null | undefined): Node['hardware'] {
  const processors = wire?.processor ?? []
  const sticks = wire?.memory ?? []
  const joined = (...words: (string | null | undefined)[]) => words.filter(Boolean).join(' ')
  return {
    processor: counted(processors.map(({ version }) => joined(version))),
    threads: processors.reduce((sum, { thread_count }) => sum + (Number(thread_count) || 0), 0),
    memory: counted(sticks.map(({ manufacturer, type }) => joined(manufacturer, type))),
    board: joined(wire?.baseboard?.manufacturer, wire?.baseboard?.product_name),
  }
}

function counted(names: string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, n]) => (n === 1 ? name : `${n} × ${name}`)).join(', ')
}
