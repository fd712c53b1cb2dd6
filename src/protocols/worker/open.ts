import * as Comlink from 'comlink'
import { carryFaults } from './fault-transfer.ts'
import type { Door } from './grid.worker.ts'
import type { GridSession, Places } from './session.ts'

export type { Told } from '#protocols/rmb/client.ts'
export type { Account, Places } from './session.ts'

/** The session as the page sees it: every call is answered from the worker. */
export type RemoteSession = Comlink.Remote<GridSession>

let door: Comlink.Remote<Door> | undefined

/** Opens a network in the worker, which is started when first needed. */
export async function openSession(places: Places): Promise<RemoteSession> {
  if (!door) {
    carryFaults()
    const worker = new Worker(new URL('./grid.worker.ts', import.meta.url), { type: 'module', name: 'grid' })
    door = Comlink.wrap<Door>(worker)
  }
  return (await door.open(places)) as unknown as RemoteSession
}

/** Lets the worker call back into the page. */
export const callback = <T extends (...args: never[]) => void>(listener: T): T & Comlink.ProxyMarked =>
  Comlink.proxy(listener)
