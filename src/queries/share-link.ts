import { readPlan } from '#domain/plan/text/read-plan.ts'
import type { Shared, Without } from '#domain/plan/text/shared.ts'
import { writePlan } from '#domain/plan/text/write-plan.ts'
import { decodeBase64url, encodeBase64url } from '#protocols/rmb/base64url.ts'
import { z } from 'zod'

/** Longer ones are cut by what people send them with. */
export const longestLink = 32_000
/** What a link may say once it is unpacked. A small one can hold much. */
const mostBytes = 2_000_000

const start = '#plan='

/** The address that shows a plan. What stands behind its # stays in browsers: no server is asked for it. */
export async function planLink({ plan, without }: Shared): Promise<string> {
  const text = `${JSON.stringify(without)}\n${writePlan(plan, 'json')}`
  const packed = await through(new Blob([text]), new CompressionStream('deflate-raw'))
  return `${location.origin}/deploy/shared${start}${encodeBase64url(packed)}`
}

/** The plan of a link, or of what stands in it from # on; why there is none, in words. */
export async function readLink(link: string): Promise<Shared | { words: string }> {
  const at = link.indexOf(start)
  if (at === -1) return { words: 'This is no link to a plan: it has no #plan= in it.' }
  try {
    const packed = decodeBase64url(link.slice(at + start.length).trim())
    const bytes = await through(new Blob([new Uint8Array(packed ?? [])]), new DecompressionStream('deflate-raw'))
    const text = new TextDecoder().decode(bytes)
    const end = text.indexOf('\n')
    const without: Without[] = shape.parse(JSON.parse(text.slice(0, end)))
    const read = readPlan(text.slice(end + 1), 'json')
    return 'plan' in read
      ? { plan: read.plan, without }
      : { words: `Its plan cannot be read: ${read.problems[0]!.words}` }
  } catch {
    return { words: 'This link is broken: copy all of it.' }
  }
}

const shape = z.array(
  z.object({
    path: z.array(z.union([z.string(), z.number()])),
    kind: z.enum(['made', 'typed', 'person']),
  }),
)

async function through(blob: Blob, packing: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = blob.stream().pipeThrough(packing).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length
    if (bytes > mostBytes) throw new RangeError('too much')
    parts.push(part.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
