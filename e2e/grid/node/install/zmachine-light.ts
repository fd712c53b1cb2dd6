import type { ZMachineLightResult } from '#domain/workloads/zmachine-light.ts'
import { networkMyceliumAddress } from '#domain/mycelium-address.ts'
import { checkCards } from './cards.ts'
import { InstallError } from './install-error.ts'
import type { Installer, Job } from './installer.ts'
import { joined, myceliumIp, ownIp } from './interface.ts'
import { boot, consolePort, filled, flistLost, shutDown } from './machine.ts'

function machine(job: Job<'zmachine-light'>, result: ZMachineLightResult): void {
  const { id, data } = job
  checkCards(job)
  result.id = id
  result.ip = ownIp(data)
  const { network } = joined(job)
  // Without mycelium the real node's provisioning crashes with these words; the local grid's fails with them.
  if (!data.network.mycelium) throw new InstallError('runtime error: invalid memory address or nil pointer dereference')
  result.mycelium_ip = myceliumIp(job, data.network.mycelium)
  boot(job)
  result.console_url = `[${networkMyceliumAddress(network.mycelium!.hex_key)}]:${consolePort(result.ip)}`
}

/** Source: zosbase pkg/primitives/vm-light/vm.go */
export const zmachineLight: Installer<'zmachine-light'> = {
  effort: 1.6,
  mishap: flistLost,
  install(job) {
    const nothing = { id: '', ip: '', mycelium_ip: '', console_url: '' }
    return filled(job, nothing, (result) => machine(job, result))
  },
  remove: shutDown,
}
