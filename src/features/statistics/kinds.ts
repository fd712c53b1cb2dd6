import type { NodeSearch } from '#features/nodes/node-search.ts'

type Kind = { name: string; search: NodeSearch }

/** What a node can be made of, in steps that set small machines apart from servers. */
export const hardwareKinds: readonly Kind[] = [
  { name: '32 vCPU or more', search: { cores: 32 } },
  { name: '32 GiB of memory or more', search: { totalMemoryGiB: 32 } },
  { name: '128 GiB of memory or more', search: { totalMemoryGiB: 128 } },
  { name: '512 GiB of memory or more', search: { totalMemoryGiB: 512 } },
  { name: '2 TiB of SSD or more', search: { totalSsdGiB: 2048 } },
  { name: '1 TiB of HDD or more', search: { totalHddGiB: 1024 } },
  { name: 'Certified', search: { certified: true } },
  { name: 'ZOS light', search: { features: ['zmachine-light'] } },
]

/** Whose cards nodes have, and whether one of them can be had. */
export const gpuKinds: readonly Kind[] = [
  { name: 'NVIDIA', search: { gpuVendor: 'NVIDIA' } },
  { name: 'AMD', search: { gpuVendor: 'Advanced Micro Devices' } },
  { name: 'Intel', search: { gpuVendor: 'Intel' } },
  { name: 'A card is free', search: { gpuFree: true } },
  { name: 'A card is taken', search: { gpuFree: false } },
]
