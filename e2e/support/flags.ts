/** A number a command takes by name: what it is for, and its smallest and largest value. */
export type Flag = { says: string; from: number; to: number }

export const port: Flag = { says: 'a port', from: 0, to: 65_535 }

/** Why a command does not run as it was called, in a sentence for the person who called it. */
export class UsageError extends Error {}

/**
 * Reads `--name N` and `--name=N`. What was not given is absent.
 *
 * @throws UsageError for a flag not in `known` or a value that is not its number
 */
export function readFlags<Name extends string>(
  words: string[],
  known: Record<Name, Flag>,
): Partial<Record<Name, number>> {
  const given: Partial<Record<Name, number>> = {}
  const rest = words.flatMap((word) => (word.startsWith('--') ? word.split(/=(.*)/s, 2) : [word]))
  while (rest.length > 0) {
    const [word = '', value = ''] = rest.splice(0, 2)
    const name = word.slice(2)
    if (!word.startsWith('--') || !isOneOf(name, known))
      throw new UsageError(`There is no ${word} here; the flags are --${Object.keys(known).join(', --')}.`)

    const { says, from, to } = known[name]
    const number = Number(value)
    if (value === '' || !Number.isInteger(number) || number < from || number > to)
      throw new UsageError(`${word} is ${says}: a whole number from ${from} to ${to}${value && `, not ${value}`}.`)
    given[name] = number
  }
  return given
}

const isOneOf = <Name extends string>(name: string, known: Record<Name, Flag>): name is Name =>
  Object.hasOwn(known, name)
