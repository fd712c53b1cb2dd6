import { none, type Capacity } from '#domain/capacity.ts'
import { flag, list, text } from '#domain/go-text.ts'
import { goUrl, splitHostPort } from '#domain/go-url.ts'
import { canonicalIp, isLoopback } from '#domain/ip.ts'
import type { Problem } from '#domain/problem.ts'

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
  if (!backends?.length) return noBackends!.said
  return backends.map((backend) => backendProblem(backend, tls_passthrough)?.said).find(Boolean)
}

/** A gateway that leads nowhere. */
export const noBackends: Problem = { said: 'backends list can not be empty', words: 'Say where the traffic goes' }

/** Why traffic cannot be led there. */
export function backendProblem(backend: string, passthrough: boolean): Problem {
  const problem = passthrough ? addressProblem(backend) : urlProblem(backend)
  return problem && { ...problem, said: `failed to validate backend '${backend}': ${problem.said}` }
}

const urlLike = 'Write it like http://185.1.2.3:8080, with an IPv6 in brackets'

function urlProblem(backend: string): Problem {
  const url = goUrl(backend)
  if ('problem' in url) return { said: `failed to parse backend with error: ${url.problem}`, words: urlLike }
  if (url.scheme !== 'http')
    return {
      said: 'scheme expected to be http',
      words: url.scheme === 'https' ? 'Gateways speak plain http to what is behind them: begin with http://' : urlLike,
    }
  const said = `invalid ip address in backend: ${url.hostname}`
  const ip = canonicalIp(url.hostname)
  if (ip === undefined) return { said, words: 'Name it by its IP address: gateways look up no names' }
  return isLoopback(ip) ? { said, words: 'That is the gateway itself' } : undefined
}

function addressProblem(backend: string): Problem {
  const fail = (reason: string, words = 'Write it like 185.1.2.3:443 or [2a02::1]:443') => ({
    said: `failed to parse backend ${backend} with error: ${reason}`,
    words,
  })
  const address = splitHostPort(backend)
  if ('problem' in address) return fail(fail(address.problem).said)
  if (canonicalIp(address.host) === undefined) return fail('invalid ip')
  if (!/^\d+$/.test(address.port)) return fail(`invalid port in backend: ${address.port}`)
  if (Number(address.port) > 65535) return fail(`port '${address.port}' must be <= 65535`, 'Ports end at 65535')
  return undefined
}

export const capacity = (): Capacity => none
