import * as Comlink from 'comlink'
import { carryFaults } from './fault-transfer.ts'
import { GridSession, type Places } from './session.ts'

/** The worker's door: opens a network. */
const door = {
  open: (places: Places) => Comlink.proxy(new GridSession(places)),
}

export type Door = typeof door

carryFaults()
Comlink.expose(door)
