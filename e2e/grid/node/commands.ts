import { functionNotFound, Refusal } from '../relay/peer.ts'
import { adminCommands, lightAdminCommands } from './commands/admin.ts'
import type { Commands, Request } from './commands/command.ts'
import { debugCommands } from './commands/debug.ts'
import { deploymentCommands } from './commands/deployment.ts'
import { gpuCommands } from './commands/gpu.ts'
import { locationCommands } from './commands/location.ts'
import { lightNetworkCommands, networkCommands } from './commands/network.ts'
import { perfCommands } from './commands/perf.ts'
import { statisticsCommands } from './commands/statistics.ts'
import { storageCommands } from './commands/storage.ts'
import { systemCommands } from './commands/system.ts'

const common: Commands = {
  ...deploymentCommands,
  ...gpuCommands,
  ...locationCommands,
  ...perfCommands,
  ...statisticsCommands,
  ...storageCommands,
  ...systemCommands,
}

/** Every command of a node. Source: zosbase pkg/zos_api/routes.go */
const full: Commands = { ...common, ...networkCommands, ...adminCommands, ...debugCommands }

/** Source: zosbase pkg/zos_api_light/routes.go, which lacks list_public_ips and debug. */
const light: Commands = { ...common, ...lightNetworkCommands, ...lightAdminCommands }

/** Does what a twin asks of the node. @throws Refusal in the node's words */
export function perform(command: string, request: Request): unknown {
  const commands = request.node.world.light ? light : full
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!run) throw functionNotFound()
  try {
    return run(request)
  } catch (error) {
    // So speaks whoever reads JSON as Go does.
    if (error instanceof TypeError) throw new Refusal(error.message)
    throw error
  }
}
