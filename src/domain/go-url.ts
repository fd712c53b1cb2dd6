/**
 * The parts of a URL that nodes look at, split as Go does and not as browsers do (which turn `http://1` into an IP).
 *
 * Source: Go net/url url.go, net/ipsock.go
 */
export function goUrl(text: string): { scheme: string; hostname: string } | { problem: string } {
  const fail = (reason: string) => ({ problem: `parse ${JSON.stringify(text)}: ${reason}` })
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1] ?? ''
  if (text.startsWith(':')) return fail('missing protocol scheme')
  const [beforeSlash = ''] = text.split('/')
  if (scheme === '' && beforeSlash.includes(':')) return fail('first path segment in URL cannot contain colon')

  const authority = /^(?:[^:/]*:)?\/\/([^/?#]*)/.exec(text)?.[1] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const [, bracketed, plain = '', afterHost = ''] = /^(?:\[([^\]]*)\]|([^:]*))(.*)$/s.exec(host) ?? []
  if (!/^(:\d*)?$/.test(afterHost)) return fail(`invalid port ${JSON.stringify(afterHost)} after host`)
  return { scheme: scheme.toLowerCase(), hostname: bracketed ?? plain }
}

/** `host:port`, IPv6 in brackets. */
export function splitHostPort(address: string): { host: string; port: string } | { problem: string } {
  const fail = (reason: string) => ({ problem: `address ${address}: ${reason}` })
  const colon = address.lastIndexOf(':')
  if (colon === -1) return fail('missing port in address')
  const port = address.slice(colon + 1)
  if (address.startsWith('[')) {
    const end = address.indexOf(']')
    if (end === -1) return fail("missing ']' in address")
    if (end + 1 === address.length) return fail('missing port in address')
    if (end + 1 !== colon)
      return fail(address[end + 1] === ':' ? 'too many colons in address' : 'missing port in address')
    return { host: address.slice(1, end), port }
  }
  const host = address.slice(0, colon)
  return host.includes(':') ? fail('too many colons in address') : { host, port }
}
