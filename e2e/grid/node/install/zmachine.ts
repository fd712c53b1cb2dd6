import type { ZMachineResult } from '#domain/workloads/zmachine.ts'
import { planetaryAddress } from '../addresses.ts'
import { checkCards } from './cards.ts'
import { InstallError } from './install-error.ts'
import type { Installer, Job } from './installer.ts'
import { joined, myceliumIp, ownIp } from './interface.ts'
import { boot, consolePort, filled, flistLost, shutDown } from './machine.ts'

/** Source: zosbase pkg/primitives/vm/utils.go newPubNetworkInterface, pkg/primitives/pubip/public_ip.go GetPubIPConfig */
function checkPublicIp({ data, neighbours }: Job<'zmachine'>): void {
  const name = data.network.public_ip
  if (!name) return
  const address = neighbours.find((one) => one.name === name)
  if (!address) throw new InstallError(`no workload with name '${name}': workload not found`)
  if (address.type !== 'ip' && address.type !== 'ipv4')
    throw new InstallError('could not get public ip config: workload for public IP is of wrong type')
  if (address.result.state !== 'ok')
    throw new InstallError('could not get public ip config: public ip workload is not okay')
}

function machine(job: Job<'zmachine'>, result: ZMachineResult): void {
  const { id, data, node } = job
  checkCards(job)
  result.id = id
  result.ip = ownIp(data)
  const { gateway } = joined(job)
  checkPublicIp(job)
  if (data.network.planetary) result.planetary_ip = planetaryAddress(node.chain.id, id)
  if (data.network.mycelium) result.mycelium_ip = myceliumIp(job, data.network.mycelium)
  boot(job)
  result.console_url = `${gateway}:${consolePort(result.ip)}`
}

/** Source: zosbase pkg/primitives/vm/vm.go */
export const zmachine: Installer<'zmachine'> = {
  effort: 1.6,
  mishap: flistLost,
  install(job) {
    const nothing = { id: '', ip: '', planetary_ip: '', mycelium_ip: '', console_url: '' }
    return filled(job, nothing, (result) => machine(job, result))
  },
  remove: shutDown,
}
