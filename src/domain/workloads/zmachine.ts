import { flag, list, text } from '#domain/go-text.ts'
import {
  interfaceChallenge,
  machineChallenge,
  machineProblem,
  myceliumChallenge,
  networkProblem,
  type Interface,
  type Machine,
  type MyceliumIp,
} from './machine.ts'
import type { Neighbours } from './neighbours.ts'

/**
 * A virtual machine.
 *
 * Source: zosbase pkg/gridtypes/zos/zmachine.go
 */
export type ZMachine = Machine & {
  network: {
    /** Name of an `ip` of the same deployment, or "". */
    public_ip?: string
    planetary?: boolean
    mycelium?: MyceliumIp | null
    /** Exactly one. */
    interfaces: Interface[]
  }
}

/** Addresses that it does not have are "". Very old nodes wrote `ygg_ip` for `planetary_ip`. */
export type ZMachineResult = {
  id: string
  ip: string
  planetary_ip: string
  mycelium_ip: string
  console_url: string
}

export const challenge = (data: ZMachine): string =>
  text(data.flist) +
  text(data.network?.public_ip) +
  flag(data.network?.planetary) +
  list(data.network?.interfaces, interfaceChallenge) +
  myceliumChallenge(data.network?.mycelium) +
  machineChallenge(data)

export function problem(data: ZMachine, deployment: Neighbours): string | undefined {
  const said = machineProblem(data, data.network?.interfaces)
  if (said) return said
  const { public_ip, interfaces, mycelium } = data.network
  if (public_ip) {
    const address = deployment.workloads.find(({ name }) => name === public_ip)
    if (!address) return 'public ip is not found'
    // The node wraps no error here, so it says nothing and checks no further.
    if (address.type !== 'ip' && address.type !== 'ipv4') return undefined
    const users = deployment.workloads.filter(
      ({ type, data }) => type === 'zmachine' && (data as ZMachine).network?.public_ip === public_ip,
    )
    if (users.length > 1) return 'public ip is assigned to multiple vms'
  }
  return networkProblem(interfaces, mycelium)
}

export { capacity } from './machine.ts'
