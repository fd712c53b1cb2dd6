/** `"relay.a.tf_relay.b.tf" → ["relay.a.tf", "relay.b.tf"]`; of "", none. */
export const relayHosts = (relay: string): string[] => relay.split('_').filter((host) => host !== '')

/**
 * Why a twin cannot receive at these relays; `undefined` when it can. One host, or several with `_` between them.
 *
 * Rules: tfchain pallet-tfgrid twin.rs, validate_relay_address (33046d68)
 */
export function relayProblem(relay: string): string | undefined {
  if (relay === '') return 'Enter the host of a relay'
  if (relay.length > 1024) return 'The chain takes at most 1,024 letters'
  if (relay.includes('://')) return 'Only the host, without wss://'
  if (/:\d+/.test(relay)) return 'Only the host, without a port: relays are reached at 443'
  if (relay.includes('/')) return 'Only the host, without a path'
  if (/[\s,]/.test(relay)) return 'Put _ between several hosts'
  if (!/^[\w.-]+$/.test(relay)) return 'A host has letters, digits, - and points'
  const labels = relay.split('.')
  if (labels.includes('')) return 'A point stands between two parts of a host'
  return labels.length > 1 && labels[0]!.length < 2 ? 'The first part of a host has two letters or more' : undefined
}
