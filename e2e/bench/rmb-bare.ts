import { WebSocket } from 'ws'
import type { Twin } from '#domain/twin.ts'
import { lifetime } from '#protocols/rmb/envelope.ts'
import { jsonSchema, seal } from '#protocols/rmb/sealing.ts'
import { freshClaims, writeToken } from '#protocols/rmb/token.ts'
import type { Signer } from '#protocols/wallet/signer.ts'

/** What a call costs whoever makes it: a socket that sends the same signed request again and again, and reads no answer. */
export async function bareCaller(relay: string, twin: number, signer: Signer, to: Twin, command: string) {
  const socket = new WebSocket(`${relay}?${await writeToken(freshClaims(twin, 'bare'), signer)}`)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const draft = {
    uid: 'bare',
    ...lifetime(60_000),
    source: { twin, connection: 'bare' },
    destination: { twin: to.id },
    message: { case: 'request', value: { command } },
    schema: jsonSchema,
  } as const
  const bytes = await seal(draft, new TextEncoder().encode('null'), signer, to.encryptionKey)
  const call = () =>
    new Promise<void>((resolve) => {
      socket.once('message', () => resolve())
      socket.send(bytes)
    })
  return { call, close: () => socket.terminate() }
}
