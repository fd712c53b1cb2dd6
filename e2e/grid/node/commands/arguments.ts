/** The JSON object a command came with, its members found as Go finds them: whatever their case, the last one wins. */
export type Arguments = (name: string) => unknown

/**
 * Source: Go encoding/json
 * @throws TypeError in Go's words when there is no JSON or it is no object
 */
export function readArguments(payload: unknown): Arguments {
  if (payload === null) return () => undefined
  given(payload)
  if (typeof payload !== 'object' || Array.isArray(payload)) throw mismatch(payload, 'struct')
  const byName = new Map(Object.entries(payload).map(([key, member]) => [key.toLowerCase(), member as unknown]))
  return (name) => byName.get(name)
}

/** @throws TypeError in Go's words when a command came with nothing at all */
export function given(payload: unknown): unknown {
  if (payload === undefined) throw new TypeError('unexpected end of JSON input')
  return payload
}

/** "" where there is none. @throws TypeError in Go's words */
export function readText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string') throw mismatch(value, 'string')
  return value
}

function mismatch(value: unknown, type: string): TypeError {
  const kinds: Record<string, string> = { boolean: 'bool' }
  const kind = Array.isArray(value) ? 'array' : (kinds[typeof value] ?? typeof value)
  return new TypeError(`json: cannot unmarshal ${kind} into Go value of type ${type}`)
}
