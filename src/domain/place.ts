const startsWith =
  (...schemes: string[]) =>
  (text: string): string | undefined => {
    const trimmed = text.trim()
    if (trimmed === '') return 'Enter an address'
    if (!URL.canParse(trimmed) || !schemes.includes(new URL(trimmed).protocol))
      return `An address here starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`
    return undefined
  }

/** Why `text` is no address of a service over HTTP, in words for a person; `undefined` when it is. */
export const httpProblem = startsWith('https:', 'http:')

/** Why `text` is no address of a socket, in words for a person; `undefined` when it is. */
export const socketProblem = startsWith('wss:', 'ws:')
