import { Refusal } from '../../relay/peer.ts'
import type { SimulatedNode } from '../simulated-node.ts'
import { given, readText } from './arguments.ts'
import type { Command, Commands, Request } from './command.ts'
import { nicsOf } from './nics.ts'

/** Only the farmer gets further. Source: zosbase pkg/zos_api/middlewares.go authorized */
const forFarmer =
  (run: Command): Command =>
  (request) => {
    if (request.twin !== request.farm.twinId) throw new Refusal('unauthorized')
    return run(request)
  }

/** The card of its own that public traffic of the node goes over; absent where it goes over the bridge. */
const ownNics = new WeakMap<SimulatedNode, string>()

function publicNic({ node }: Request) {
  const nic = ownNics.get(node)
  return { is_single: nic === undefined, is_dual: nic !== undefined, dual_interface: nic ?? '' }
}

function readNic(payload: unknown): string {
  try {
    return readText(given(payload))
  } catch (error) {
    throw new Refusal(`failed to decode input, expecting string: ${(error as TypeError).message}`)
  }
}

function setPublicNic({ node, payload }: Request): null {
  const nic = readNic(payload)
  const known = nicsOf(node.world)
  if (!Object.hasOwn(known, nic)) throw new Refusal('Link not found')
  if (nic === 'zos') ownNics.delete(node)
  else ownNics.set(node, nic)
  return null
}

const interfaces: Command = ({ node }) =>
  Object.fromEntries(
    Object.entries(nicsOf(node.world)).map(([name, { ips, mac }]) => [name, { ips: ips.length > 0 ? ips : null, mac }]),
  )

/** Source: zosbase pkg/zos_api/admin.go, pkg/network/networker.go {Get,Set}PublicExitDevice */
export const adminCommands: Commands = {
  'zos.admin.interfaces': forFarmer(interfaces),
  'zos.admin.get_public_nic': forFarmer(publicNic),
  'zos.admin.set_public_nic': forFarmer(setPublicNic),
}

const notSupported = (): never => {
  throw new Refusal('not supported')
}

/** Source: zosbase pkg/zos_api_light/admin.go */
export const lightAdminCommands: Commands = {
  'zos.admin.interfaces': forFarmer(interfaces),
  'zos.admin.get_public_nic': forFarmer(notSupported),
  'zos.admin.set_public_nic': forFarmer(({ payload }) => {
    readNic(payload)
    return notSupported()
  }),
}
