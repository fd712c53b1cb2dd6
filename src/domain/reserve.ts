import type { Capacity } from '#domain/capacity.ts'
import { bytes, gib } from '#domain/units.ts'

/**
 * What ZOS keeps of a node for itself; a node's used capacity includes it.
 *
 * Source: tfgrid-sdk-go grid-proxy (10e7b39): a tenth of the memory, 2 GiB at least, and 20 GiB of SSD.
 */
export const reserve = (total: Capacity): Capacity => ({
  cru: 0,
  mru: bytes(Math.max(Math.floor(total.mru / 10), gib(2))),
  sru: gib(20),
  hru: bytes(0),
})
