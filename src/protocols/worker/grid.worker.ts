import * as Comlink from 'comlink'
import { carryFaults } from './fault-transfer.ts'
import { GridSession, type Places } from './session.ts'

let session: GridSession | undefined

/** The worker's door: opens a network, closing the one before. */
const door = {
  async open(places: Places) {
    await session?.close()
    session = new GridSession(places)
    return Comlink.proxy(session)
  },
}

export type Door = typeof door

carryFaults()
Comlink.expose(door)
