import { none, type Capacity } from '#domain/capacity.ts'
import { flag, list, text } from '#domain/go-text.ts'
import { goUrl, splitHostPort } from '#domain/go-url.ts'
import { canonicalIp, isLoopback } from '#domain/ip.ts'

/**
 * What both kinds of gateway have alike: where the traffic of a domain goes.
 *
 * Source: zosbase pkg/gridtypes/zos/gw.go
 */
export type Gateway = {
  /** Hands TLS to the backends as it is; otherwise the gateway ends it. */
  tls_passthrough: boolean
  /** `http://<ip>[:port]`, or with passthrough `<ip>:<port>`. */
  backends: string[]
  /** Lets backends be private addresses of this network. */
  network?: string | null
}

export const gatewayChallenge = (data: Gateway): string =>
  flag(data.tls_passthrough) + list(data.backends, text) + text(data.network)

export function gatewayProblem({ backends, tls_passthrough }: Gateway): string | undefined {
  if (!backends?.length) return 'backends list can not be empty'
  const broken = backends.map((backend) => backendProblem(backend, tls_passthrough))
  return broken.find(Boolean)
}

function backendProblem(backend: string, passthrough: boolean): string | undefined {
  const reason = passthrough ? addressProblem(backend) : urlProblem(backend)
  return reason && `failed to validate backend '${backend}': ${reason}`
}

function urlProblem(backend: string): string | undefined {
  const url = goUrl(backend)
  if ('problem' in url) return `failed to parse backend with error: ${url.problem}`
  if (url.scheme !== 'http') return 'scheme expected to be http'
  const ip = canonicalIp(url.hostname)
  return ip === undefined || isLoopback(ip) ? `invalid ip address in backend: ${url.hostname}` : undefined
}

function addressProblem(backend: string): string | undefined {
  const fail = (reason: string) => `failed to parse backend ${backend} with error: ${reason}`
  const address = splitHostPort(backend)
  if ('problem' in address) return fail(fail(address.problem))
  if (canonicalIp(address.host) === undefined) return fail('invalid ip')
  if (!/^\d+$/.test(address.port)) return fail(`invalid port in backend: ${address.port}`)
  if (Number(address.port) > 65535) return fail(`port '${address.port}' must be <= 65535`)
  return undefined
}

export const capacity = (): Capacity => none
