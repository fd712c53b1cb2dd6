import { gib } from '#domain/units.ts'
import type { WorldNode } from '../../world/nodes.ts'

type Properties = Record<string, { value: string; items?: string[] }>
type Section = {
  handleline: string
  typestr: string
  typenum: number
  subsections: { title: string; properties: Properties }[]
}

const texts = (properties: Record<string, string>): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, { value }]))

/** What the node's firmware tells, in the order in which dmidecode prints it. Source: zosbase pkg/capacity/dmi/dmi.go */
export function dmi({ chain, dmi: { bios, baseboard, processor, memory } }: WorldNode) {
  const serial = chain.serialNumber ?? 'Not Specified'
  const sections: Section[] = []
  const add = (typenum: number, typestr: string, title: string, properties: Properties) => {
    const handle = sections.length.toString(16).toUpperCase().padStart(4, '0')
    const handleline = `Handle 0x${handle}, DMI type ${typenum}, ${24 + Object.keys(properties).length} bytes`
    sections.push({ handleline, typestr, typenum, subsections: [{ title, properties }] })
  }
  add(0, 'BIOS', 'BIOS Information', {
    ...texts({ Vendor: bios.vendor, Version: bios.version }),
    Characteristics: { value: '', items: ['PCI is supported', 'UEFI is supported'] },
  })
  const board = { Manufacturer: baseboard.manufacturer, 'Product Name': baseboard.product_name }
  add(1, 'System', 'System Information', texts({ ...board, 'Serial Number': serial, 'Wake-up Type': 'Power Switch' }))
  add(2, 'Baseboard', 'Base Board Information', texts({ ...board, 'Serial Number': serial }))
  for (const { version, thread_count } of processor)
    add(4, 'Processor', 'Processor Information', texts({ Version: version, 'Thread Count': thread_count }))
  const size = `${Math.round(chain.resources.mru / gib(1) / memory.length)} GB`
  for (const [i, { manufacturer, type }] of memory.entries())
    add(
      17,
      'MemoryDevice',
      'Memory Device',
      texts({ Size: size, Locator: `DIMM_A${i + 1}`, Type: type, Manufacturer: manufacturer }),
    )
  return { tooling: { aggregator: 'dmidecode 3.3', decoder: '0-core Go dmi decoder v0.2.0' }, sections }
}
