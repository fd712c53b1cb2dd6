import process from 'node:process'
import { parseArgs } from 'node:util'
import { startGrid, type GridOptions } from './grid.ts'

/** Every flag takes a whole number: what it is for, its least and its most. */
const flags = {
  port: ['the port to listen on, 0 for any', 0, 65_535],
  seed: ['what the world grows from', 0, 2 ** 32 - 1],
  farms: ['how many farms there are', 1, 10_000],
  nodes: ['how many nodes there are', 1, 50_000],
  'block-ms': ['ms from one block to the next', 50, 60_000],
} as const
type Flag = keyof typeof flags
const isFlag = (name: string): name is Flag => Object.hasOwn(flags, name)

class UsageError extends Error {}

function numberOf(flag: Flag, value: string | boolean | undefined): number {
  const [purpose, least, most] = flags[flag]
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : NaN
  if (!(number >= least && number <= most))
    throw new UsageError(`--${flag} is ${purpose}: give it a whole number from ${least} to ${most}.`)
  return number
}

function readOptions(args: string[]): GridOptions {
  const options = Object.fromEntries(Object.keys(flags).map((flag) => [flag, { type: 'string' as const }]))
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true })
  const given: Partial<Record<Flag, number>> = {}
  for (const token of tokens) {
    if (token.kind !== 'option' || !isFlag(token.name)) {
      const what = token.kind === 'option' ? token.rawName : token.kind === 'positional' ? token.value : '--'
      throw new UsageError(
        `The grid does not know "${what}"; it takes ${Object.keys(flags)
          .map((flag) => `--${flag} N`)
          .join(', ')}.`,
      )
    }
    given[token.name] = numberOf(token.name, token.value)
  }
  const { 'block-ms': blockMs, ...rest } = given
  return { ...rest, blockMs }
}

/** What went wrong, in a sentence, and the code to leave with. */
function explain(error: unknown, port: number | undefined): [sentence: string, code: number] {
  if (error instanceof UsageError) return [error.message, 2]
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return [`Port ${port} is taken: choose another with --port, or 0 for any that is free.`, 1]
  if (code === 'EACCES') return [`Port ${port} may not be opened by this user: choose one above 1023.`, 1]
  return [`The grid could not start: ${error instanceof Error ? error.message : String(error)}`, 1]
}

let options: GridOptions = {}
try {
  options = readOptions(process.argv.slice(2))
  const grid = await startGrid(options)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void grid.stop().then(() => process.exit(0)))
  console.log(JSON.stringify(grid.ready))
} catch (error) {
  const [sentence, code] = explain(error, options.port)
  console.error(sentence)
  process.exit(code)
}
