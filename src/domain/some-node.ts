import type { Node } from './node.ts'
import { gib } from './units.ts'

/** An ordinary node that is up, for tests. It rents nothing out whole and says little of itself. */
export const someNode: Node = {
  id: 7,
  twinId: 70,
  farmId: 3,
  farmName: 'MossFarm',
  country: 'Belgium',
  city: 'Ghent',
  place: undefined,
  status: 'up',
  healthy: true,
  uptimeSeconds: 1,
  updatedAt: 1,
  total: { cru: 8, mru: gib(64), sru: gib(500), hru: gib(0) },
  used: { cru: 0, mru: gib(4), sru: gib(20), hru: gib(0) },
  certified: false,
  dedicated: false,
  inDedicatedFarm: false,
  rentable: false,
  rentedByTwinId: 0,
  extraFeeMilliUsdPerMonth: 0,
  priceUsdPerMonth: 0,
  publicConfig: { ipv4: '', gw4: '', ipv6: '', gw6: '', domain: '' },
  features: ['zmachine', 'network', 'zmount', 'ip'],
  gpus: [],
  freeFarmIps: 3,
  speed: { upload: 0, download: 0 },
  hardware: { processor: '', threads: 0, memory: '', board: '' },
}
