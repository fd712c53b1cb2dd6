import { WireError } from '#protocols/fault.ts'

/**
 * Is there a relay? Letting itself be reached is all that it shows to those who bring no token; its metrics are the one
 * page it has for them. Source: rmb-rs src/relay/api.rs (15f2092)
 *
 * @throws WireError 'unreachable' when not
 */
export async function probeRelay(place: string, signal: AbortSignal): Promise<void> {
  try {
    await fetch(`${place.replace(/^ws/, 'http')}/metrics`, { mode: 'no-cors', cache: 'no-store', signal })
  } catch {
    throw new WireError({ kind: 'unreachable', where: 'The relay' })
  }
}
