import { z } from 'zod'
import { stellarProblem } from '#domain/stellar.ts'
import { decode } from './decode.ts'
import { WireError } from './fault.ts'

const where = 'config.json'
const address = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `should be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    )
    .transform((text) => text.replace(/\/+$/, ''))
const http = address('http:', 'https:')
const socket = address('ws:', 'wss:')

const stack = z.object({ gridproxy: http, chain: socket, relay: socket })
/** Where the network's bridge takes TFT on Stellar, and the account that issued them there. */
const bridge = z
  .object({ address: z.string(), issuer: z.string().optional() })
  .refine(
    ({ address: to, issuer = to }) => [to, issuer].every((one) => stellarProblem(one) === undefined),
    'should be addresses on Stellar, which begin with G',
  )
const network = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/, 'should be small letters, digits and dashes'),
  name: z.string().min(1, 'should not be empty'),
  gridproxy: http,
  chain: socket,
  relay: socket,
  kyc: http,
  activation: http,
  bridge: bridge.optional(),
  /** Answers DNS over HTTPS, so that domains can be looked up before gateways are paid for. */
  resolver: http.optional(),
  /** Where the same network is reached when these do not answer. */
  second: stack.optional(),
})
const networks = z
  .array(network)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'should name each id once')
const config = z.object({ defaultNetwork: z.string().optional(), networks: networks.default([]) })

/** What the site's owner adds: networks, and the one shown first. Addresses carry no slash at the end. */
export type Config = z.output<typeof config>

/** Other ways into the same network. */
export type Stack = z.output<typeof stack>

/** What is kept of networks that were added by hand; what cannot be read is as good as nothing. */
export function readNetworks(text: string): Config['networks'] {
  try {
    return networks.parse(JSON.parse(text))
  } catch {
    return []
  }
}

/** @throws WireError 'unreadable' naming the member that is wrong and what stood there */
export function readConfig(text: string): Config {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new WireError({ kind: 'unreadable', where, reason: `it is not JSON (${(error as Error).message})` })
  }
  return decode(config, value, where)
}

/**
 * Reads config.json from beside index.html. `undefined` where there is none: a host says 404, or sends a page of the
 * app in its place.
 */
export async function loadConfig(url: string): Promise<Config | undefined> {
  let response
  try {
    response = await fetch(url, { cache: 'no-cache' })
  } catch {
    throw new WireError({ kind: 'unreachable', where })
  }
  if (response.status === 404 || response.headers.get('content-type')?.startsWith('text/html')) return undefined
  if (!response.ok)
    throw new WireError({
      kind: 'refused',
      where,
      reason: `HTTP ${response.status} ${response.statusText}`.trim(),
      status: response.status,
    })
  return readConfig(await response.text())
}
