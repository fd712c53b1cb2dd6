import { bytes, type Bytes } from '#domain/units.ts'

/** Compute and storage, as the chain and nodes count it: virtual cores, memory, SSD and HDD. */
export type Capacity = { cru: number; mru: Bytes; sru: Bytes; hru: Bytes }

export const none: Capacity = { cru: 0, mru: bytes(0), sru: bytes(0), hru: bytes(0) }

export const add = (a: Capacity, b: Capacity): Capacity => ({
  cru: a.cru + b.cru,
  mru: bytes(a.mru + b.mru),
  sru: bytes(a.sru + b.sru),
  hru: bytes(a.hru + b.hru),
})

/** What is left of `total`. Memory and disks may come out negative: nodes can be overbooked. */
export const minus = (total: Capacity, used: Capacity): Capacity => ({
  cru: total.cru - used.cru,
  mru: bytes(total.mru - used.mru),
  sru: bytes(total.sru - used.sru),
  hru: bytes(total.hru - used.hru),
})
