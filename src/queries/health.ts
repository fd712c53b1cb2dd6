import { queryOptions } from '@tanstack/react-query'
import { probeChain } from '#protocols/chain/health.ts'
import { WireError } from '#protocols/fault.ts'
import { probeGridproxy } from '#protocols/gridproxy/health.ts'
import { probeKyc } from '#protocols/kyc/health.ts'
import { probeRelay } from '#protocols/rmb/health.ts'
import { serviceNames, turnTo, type Network } from './networks.ts'

export type Service = keyof typeof serviceNames

/** How each service is asked whether it is well. */
const probes = {
  chain: { where: 'TFChain', probe: probeChain },
  gridproxy: { where: 'GridProxy', probe: probeGridproxy },
  relay: { where: 'The relay', probe: probeRelay },
  kyc: { where: 'The identity service', probe: probeKyc },
} as const
export const services: readonly Service[] = ['chain', 'gridproxy', 'relay', 'kyc']

/** How a place answered: in how long, or with which error. `says` is what it calls itself, where it does. */
export type Measure = { place: string; atMs: number } & (
  { latencyMs: number; says: string | undefined; error?: undefined } | { latencyMs?: undefined; error: unknown }
)

/** A service of a network. `second` is asked only while `first` does not answer. */
export type Health = {
  first: Measure
  second: Measure | undefined
  /** The last time that the first place failed, if it did since the page was opened. */
  lastFailure: (Measure & { error: unknown }) | undefined
}

const everyMs = 30_000
const patienceMs = 5_000

/** Asks one place of a service once. */
export async function measure(service: Service, place: string, signal: AbortSignal): Promise<Measure> {
  const { where, probe } = probes[service]
  const limit = AbortSignal.timeout(patienceMs)
  const begun = performance.now()
  try {
    const says = (await probe(place, AbortSignal.any([signal, limit]))) ?? undefined
    return { place, atMs: Date.now(), latencyMs: performance.now() - begun, says }
  } catch (error) {
    if (signal.aborted) throw error
    const silent = new WireError({ kind: 'silent', where, timeoutMs: patienceMs })
    return { place, atMs: Date.now(), error: limit.aborted ? silent : error }
  }
}

/**
 * How a service of the network is, asked every half minute while the page is in sight. While its first place does not
 * answer and its second does, the network is reached at the second.
 *
 * Its key begins with no network's id: it is not to be asked again each time something on the network has changed.
 */
export const health = (network: Network, service: Service) => {
  const first = service === 'kyc' ? network.kyc : network.first[service]
  const second = service === 'kyc' ? undefined : network.second?.[service]
  const queryKey = ['health', network.id, service, first, second]
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<Health> => {
      const before = client.getQueryData<Health>(queryKey)
      const atFirst = await measure(service, first, signal)
      const failed = atFirst.error !== undefined
      const atSecond = failed && second !== undefined ? await measure(service, second, signal) : undefined
      if (service !== 'kyc') {
        if (!failed) turnTo(network.id, service, 'first')
        else if (atSecond && atSecond.error === undefined) turnTo(network.id, service, 'second')
      }
      return { first: atFirst, second: atSecond, lastFailure: failed ? atFirst : before?.lastFailure }
    },
    staleTime: everyMs,
    refetchInterval: everyMs,
    structuralSharing: false,
    retry: false,
  })
}
