/** The address's search as plain text values: `?status=up,standby&page=2`. Pages read numbers out of them themselves. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

/** Lists are joined by commas, which stay readable; what is `undefined` is left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (value !== undefined) parameters.set(name, String(value))
  const text = parameters.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}
