import { z } from 'zod'
import { WireError } from './fault.ts'

// A strict content security policy forbids the compiled validators that zod would otherwise try first.
z.config({ jitless: true })

/**
 * Reads what arrived by its schema.
 *
 * @param where who sent it, for the person who reads the error
 * @throws WireError 'unreadable' naming the path: `workloads[0].result.state should be …, got 7`
 */
export function decode<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new WireError({ kind: 'unreadable', where, reason: firstProblem(read.error, value) })
}

/** The first thing wrong, with its path and what stood there. */
export function firstProblem(error: z.ZodError, value: unknown): string {
  const issue = error.issues[0]
  if (!issue) return 'it cannot be read'
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  const found = issue.path.reduce<unknown>(
    (at, part) => (at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[part] : undefined),
    value,
  )
  const wanted =
    issue.code === 'invalid_type'
      ? `should be ${article(issue.expected)} ${issue.expected}`
      : issue.message.toLowerCase()
  return `${path.replace(/^\./, '') || 'the answer'} ${wanted}, got ${shown(found)}`
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const article = (noun: string) => (/^[aeio]/.test(noun) ? 'an' : 'a')
