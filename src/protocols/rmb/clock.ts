import { inTime } from './in-time.ts'

/** The time somewhere else, in unix ms. */
export type Clock = () => Promise<number>

const timeoutMs = 5_000

/**
 * By how many seconds this computer's clock is behind; negative when it is ahead, `undefined` when nobody tells.
 * Relays rarely let a page read their clock, so the chain's, which is as old as its last block, is asked as well.
 */
export async function secondsBehind(relay: string, chain: Clock | undefined): Promise<number | undefined> {
  const timeMs = (await relayClock(relay)) ?? (await chainClock(chain))
  return timeMs === undefined ? undefined : Math.round((timeMs - Date.now()) / 1000)
}

/** What the relay's answer to anything is dated. */
async function relayClock(url: string): Promise<number | undefined> {
  try {
    const answer = await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) })
    return Date.parse(answer.headers.get('date') ?? '') || undefined
  } catch {
    return undefined
  }
}

const chainClock = (chain: Clock | undefined) => chain && inTime(chain(), timeoutMs).catch(() => undefined)
