import { gib, bytes } from '#domain/units.ts'
import type { Capacity } from '#domain/capacity.ts'
import type { Dice } from './dice.ts'

/** What a node's firmware tells of itself, as GridProxy shows it. */
export type Dmi = {
  bios: { vendor: string; version: string }
  baseboard: { manufacturer: string; product_name: string }
  processor: { version: string; thread_count: string }[]
  memory: { manufacturer: string; type: string }[]
}

/** A card without the contract that holds it. `vram` in bytes. */
export type Card = { id: string; vendor: string; device: string; vram: number }
export type Hardware = { certified: boolean; resources: Capacity; dmi: Dmi; cards: Card[] }

type Model = {
  weight: number
  certified?: true
  cores: number[]
  memoryGib: number[]
  ssdGib: number[]
  hddGib: number[]
  cards?: true
  board: [manufacturer: string, product: string]
  processor: string
  memory: [manufacturer: string, type: string]
}

const server: Model = {
  weight: 35,
  cores: [24, 32, 40, 48, 56],
  memoryGib: [64, 96, 128, 192, 256],
  ssdGib: [960, 1920, 3840],
  hddGib: [0, 0, 4000, 8000, 16_000, 40_000],
  board: ['Supermicro', 'X9DRi-LN4+'],
  processor: 'Intel(R) Xeon(R) CPU E5-2690 v2 @ 3.00GHz',
  memory: ['SK Hynix', 'DDR3'],
}

const models: Model[] = [
  server,
  {
    weight: 40,
    cores: [4, 8, 12, 16],
    memoryGib: [8, 16, 32, 64],
    ssdGib: [250, 500, 1000, 2000],
    hddGib: [0],
    board: ['HP', '8299 EliteDesk 800 G3 Mini'],
    processor: 'Intel(R) Core(TM) i7-7700T CPU @ 2.90GHz',
    memory: ['Samsung', 'DDR4'],
  },
  {
    weight: 15,
    certified: true,
    cores: [8, 12],
    memoryGib: [32],
    ssdGib: [1000],
    hddGib: [0],
    board: ['ThreeFold', 'Titan V2.1'],
    processor: 'AMD Ryzen 5 5500U with Radeon Graphics',
    memory: ['Crucial', 'DDR4'],
  },
  {
    weight: 8,
    cores: [64, 96, 128],
    memoryGib: [256, 384, 512, 768],
    ssdGib: [4000, 7680, 20_000],
    hddGib: [0, 20_000, 100_000],
    board: ['Dell Inc.', 'PowerEdge R7525'],
    processor: 'AMD EPYC 7543 32-Core Processor',
    memory: ['Micron Technology', 'DDR4'],
  },
  {
    weight: 2,
    cores: [16, 24, 32],
    memoryGib: [64, 128, 256],
    ssdGib: [2000, 4000],
    hddGib: [0],
    cards: true,
    board: ['ASUSTeK COMPUTER INC.', 'ROG STRIX X570-E GAMING'],
    processor: 'AMD Ryzen 9 5950X 16-Core Processor',
    memory: ['Corsair', 'DDR4'],
  },
]

/** Vendor and device ids as in the PCI id list. */
const cardModels = [
  { ids: '10de/2204', vendor: 'NVIDIA Corporation', device: 'GA102 [GeForce RTX 3090]', vram: gib(24) },
  { ids: '10de/2684', vendor: 'NVIDIA Corporation', device: 'AD102 [GeForce RTX 4090]', vram: gib(24) },
  { ids: '10de/2231', vendor: 'NVIDIA Corporation', device: 'GA102GL [RTX A4000]', vram: gib(16) },
  { ids: '10de/1eb8', vendor: 'NVIDIA Corporation', device: 'TU104GL [Tesla T4]', vram: gib(16) },
  {
    ids: '1002/744c',
    vendor: 'Advanced Micro Devices, Inc. [AMD/ATI]',
    device: 'Navi 31 [Radeon RX 7900 XTX]',
    vram: gib(24),
  },
]

function cards(dice: Dice): Card[] {
  const { ids, ...card } = dice.pick(cardModels)
  return Array.from({ length: dice.pick([1, 1, 2, 4]) }, (_, slot) => ({
    id: `0000:${slot + 1}e:00.0/${ids}`,
    ...card,
  }))
}

/** A machine somebody may have at home or in a rack. `asServer` asks for a roomy one without graphics cards. */
export function someHardware(dice: Dice, asServer = false): Hardware {
  const model = asServer ? server : dice.weighted(models)
  // What a machine reports is a little less than what is printed on its parts.
  const real = (size: number) => bytes(Math.floor((gib(size) * dice.between(0.98, 1)) / 4096) * 4096)
  const cores = dice.pick(model.cores)
  const [manufacturer, product] = model.board
  const [maker, type] = model.memory
  return {
    certified: model.certified ?? false,
    resources: {
      cru: cores,
      mru: real(dice.pick(model.memoryGib)),
      sru: real(dice.pick(model.ssdGib)),
      hru: real(dice.pick(model.hddGib)),
    },
    dmi: {
      bios: { vendor: 'American Megatrends Inc.', version: `${dice.whole(1, 5)}.${dice.whole(0, 9)}` },
      baseboard: { manufacturer, product_name: product },
      processor: [{ version: model.processor, thread_count: String(cores) }],
      memory: Array.from({ length: dice.pick([1, 2, 4]) }, () => ({ manufacturer: maker, type })),
    },
    cards: model.cards ? cards(dice) : [],
  }
}
