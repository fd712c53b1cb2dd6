import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'

const property = z.object({ value: z.string(), items: z.array(z.string()).nullish() })
const section = z.object({
  typestr: z.string().optional(),
  typenum: z.number(),
  subsections: z.array(z.object({ title: z.string(), properties: z.record(z.string(), property).nullish() })).nullish(),
})

/** Source: zosbase pkg/capacity/dmi/dmi.go */
export const dmi = z.object({ sections: z.array(section).nullable() })

/** A part of the machine as its firmware tells of it: `Processor Information` with `Version`, `Thread Count` … */
export type Part = { title: string; properties: { name: string; values: string[] }[] }

export async function listParts(node: NodeLine): Promise<Part[]> {
  const { sections } = decode(dmi, await node.ask('zos.system.dmi'), node.name)
  return (sections ?? [])
    .flatMap(({ subsections }) => subsections ?? [])
    .map(({ title, properties }) => ({ title, properties: Object.entries(properties ?? {}).map(toProperty) }))
    .filter(({ properties }) => properties.length > 0)
}

const toProperty = ([name, { value, items }]: [string, z.output<typeof property>]) => ({
  name,
  values: [value, ...(items ?? [])].filter((text) => text !== ''),
})
