import { z } from 'zod'
import { firstProblem } from '#protocols/decode.ts'
import { WireError } from '#protocols/fault.ts'

export const where = 'GridProxy'
const timeoutMs = 15_000

/** What can stand in a query. A list is joined by commas; `undefined` is left out. */
export type Parameters = Record<string, string | number | boolean | readonly (string | number)[] | undefined>

/** The body and headers of a good answer. @throws WireError */
export async function ask(place: string, path: string, parameters: Parameters, signal: AbortSignal) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, String(value))
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(`${place}${path}?${query}`, { signal: AbortSignal.any([signal, timeout]) })
    const text = await response.text()
    if (!response.ok)
      throw new WireError({ kind: 'refused', where, reason: reasonIn(text, response), status: response.status })
    return { body: parse(text), headers: response.headers }
  } catch (error) {
    if (error instanceof WireError || signal.aborted) throw error
    throw new WireError(timeout.aborted ? { kind: 'silent', where, timeoutMs } : { kind: 'unreachable', where })
  }
}

const refusal = z.object({ error: z.string() })

/** GridProxy says why in `{"error": "…"}`; what stands before it says it in plain text or HTML. */
function reasonIn(text: string, { status, statusText }: Response): string {
  try {
    return refusal.parse(JSON.parse(text)).error
  } catch {
    return `HTTP ${status} ${statusText}`.trim()
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WireError({ kind: 'unreadable', where, reason: 'it is not JSON' })
  }
}

/** Rows that could be read, and for each that could not, why: one bad row must not blank a page. */
export type Rows<T> = { rows: T[]; problems: string[] }

/** Reads a list, naming each row by its place: `nodes[0].nodeId should be a number, got "7"`. */
export function readRows<T>(schema: z.ZodType<T>, body: unknown, noun: string): Rows<T> {
  if (!Array.isArray(body))
    throw new WireError({ kind: 'unreadable', where, reason: `${noun} should be a list, got ${typeof body}` })
  const read: Rows<T> = { rows: [], problems: [] }
  for (const [i, row] of body.entries()) {
    const result = schema.safeParse(row)
    if (result.success) read.rows.push(result.data)
    else read.problems.push(`${noun}[${i}].${firstProblem(result.error, row)}`)
  }
  return read
}
