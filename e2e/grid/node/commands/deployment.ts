import { Refusal } from '../../relay/peer.ts'
import { readContractId, readDeployment } from '../deployment-json.ts'
import type { Kept } from '../deployments.ts'
import { given } from './arguments.ts'
import type { Commands, Request } from './command.ts'

function kept({ node, payload, twin }: Request): Kept {
  const found = node.deployments.of(twin, readContractId(given(payload)))
  if (!found) throw new Refusal('deployment not found')
  return found
}

/** The caller's deployments of which something is left. */
export const ownOf = ({ node, twin }: Pick<Request, 'node' | 'twin'>): Kept[] =>
  node.deployments.all().filter((one) => one.deployment.twin_id === twin && one.isAlive)

/** Source: zosbase pkg/zos_api/deployment.go */
export const deploymentCommands: Commands = {
  'zos.deployment.deploy': ({ node, payload, twin }) => {
    node.deploy(readDeployment(given(payload)), twin)
    return null
  },
  'zos.deployment.update': ({ node, payload, twin }) => {
    node.update(readDeployment(given(payload)), twin)
    return null
  },
  'zos.deployment.get': (request) => kept(request).toJson(),
  'zos.deployment.changes': (request) => kept(request).history,
  'zos.deployment.list': (request) => ownOf(request).map((one) => one.toJson()),
  'zos.deployment.delete': () => {
    throw new Refusal('deletion over the api is disabled, please cancel your contract instead')
  },
}
