import { LineCounter, parseDocument } from 'yaml'
import type { Plan } from '../plan.ts'
import { formOf } from './forms.ts'
import { offsetOf, shaped, type Path, type Wrong } from './shaped.ts'
import { jsonSlips, slipOf } from './syntax.ts'

export type Format = 'json' | 'yaml'
export type { Path }
/** Counted from 1. */
export type Place = { line: number; column: number }
/** Why a text is no plan: where, and in words. `path` is "" of what cannot be read at all. */
export type TextProblem = Place & { path: string; words: string }

export type ReadText =
  /** `placeOf`: where a member of the plan stands, or the nearest around it. */
  { plan: Plan; placeOf: (path: Path) => Place } | { problems: TextProblem[] }

/** More say nothing more. */
const most = 50

/**
 * Reads a plan from its text. A deployment as nodes give it, a list of them and a list of workloads are taken too.
 * Whole numbers past 2^53 come out as `bigint`, others as numbers.
 */
export function readPlan(source: string, format: Format): ReadText {
  const lines = new LineCounter()
  const placeAt = (at: number): Place => {
    const { line, col } = lines.linePos(Math.min(at, source.length))
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  try {
    const document = parseDocument(source, {
      intAsBigInt: true,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
    })
    const slips =
      document.errors.length > 0 ? document.errors.map(slipOf) : format === 'json' ? jsonSlips(document) : []
    if (slips.length > 0)
      return { problems: slips.slice(0, most).map(({ at, words }) => ({ ...placeAt(at), path: '', words })) }
    const value: unknown = document.toJS({ reviver: (_, one) => (isSafe(one) ? Number(one) : (one as unknown)) })
    const form = formOf(value)
    if (!form) return { problems: [{ ...placeAt(0), path: '', words: notAPlan }] }
    const wrong: Wrong[] = []
    const read = shaped(form.shape, value, document, wrong)
    if (wrong.length > 0)
      return { problems: wrong.slice(0, most).map(({ at, ...problem }) => ({ ...placeAt(at), ...problem })) }
    return { plan: form.toPlan(read), placeOf: (path) => placeAt(offsetOf(document, form.within(path))) }
  } catch (error) {
    // The parser throws of an alias that stands for too much or for nothing, and runs out of stack on brackets in brackets.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error
    const words = error instanceof RangeError ? 'Too much is nested in it.' : `${error.message}.`
    return { problems: [{ line: 1, column: 1, path: '', words }] }
  }
}

const notAPlan =
  'This is no plan: it should have "nodes", or be a deployment with its "workloads", or a list of deployments or of workloads.'

const isSafe = (value: unknown) => typeof value === 'bigint' && -(2n ** 53n) < value && value < 2n ** 53n
