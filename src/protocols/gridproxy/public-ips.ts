import { ask } from './ask.ts'

/** How many public IPs of all farms are free. */
export async function countFreeIps(place: string, signal: AbortSignal): Promise<number> {
  const { headers } = await ask(place, '/public_ips', { free: true, ret_count: true, size: 1 }, signal)
  return Number(headers.get('count') ?? 0)
}
