import { list, text } from '#domain/go-text.ts'
import {
  interfaceChallenge,
  machineChallenge,
  machineProblem,
  myceliumChallenge,
  networkProblem,
  type Machine,
} from './machine.ts'
import type { ZMachine, ZMachineResult } from './zmachine.ts'

/**
 * A virtual machine of a ZOS light node: no public address, no planetary network.
 *
 * Source: zosbase pkg/gridtypes/zos/zmachine_light.go
 */
export type ZMachineLight = Machine & { network: Pick<ZMachine['network'], 'mycelium' | 'interfaces'> }

export type ZMachineLightResult = Omit<ZMachineResult, 'planetary_ip'>

export const challenge = (data: ZMachineLight): string =>
  text(data.flist) +
  list(data.network?.interfaces, interfaceChallenge) +
  myceliumChallenge(data.network?.mycelium) +
  machineChallenge(data)

export const problem = (data: ZMachineLight): string | undefined =>
  machineProblem(data, data.network?.interfaces) ?? networkProblem(data.network.interfaces, data.network.mycelium)

export { capacity } from './machine.ts'
