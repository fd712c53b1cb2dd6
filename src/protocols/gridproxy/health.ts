import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import { WireError } from '#protocols/fault.ts'
import { ask, where } from './ask.ts'

const health = z.object({ db_conn: z.string() })

/** Does GridProxy answer, and can it read its data? Its answer is 200 either way. @throws WireError when not */
export async function probeGridproxy(place: string, signal: AbortSignal): Promise<void> {
  const { db_conn } = decode(health, (await ask(place, '/health', {}, signal)).body, where)
  if (db_conn !== 'ok') throw new WireError({ kind: 'refused', where, reason: `its database says ${db_conn}` })
}
