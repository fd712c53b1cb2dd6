import { InstallError } from './install-error.ts'
import type { MachineJob } from './installer.ts'

/** Source: zosbase pkg/primitives/vm/vm.go, pkg/primitives/vmgpu/vmgpu.go ExpandGPUs */
export function checkCards({ data, node, chain }: MachineJob): void {
  const wanted = data.gpu ?? []
  if (wanted.length > 0 && !chain.isRented())
    throw new InstallError('usage of GPU is not allowed unless node is rented')
  for (const id of wanted)
    if (!node.cards.some((card) => card.id === id))
      throw new InstallError(`failed to prepare requested gpu device(s): unknown GPU id '${id}'`)
}

/** Gives the machine its cards. Source: zosbase pkg/vm/manager.go checkDevicesUsed */
export function attachCards({ id, data, node, host }: MachineJob): void {
  for (const wanted of data.gpu ?? []) {
    const holder = host.cards.get(wanted)
    const [slot = ''] = wanted.split('/')
    // A card may also belong to a contract from before the grid started.
    if ((holder ?? id) !== id || node.cards.some((card) => card.id === wanted && card.contract !== 0))
      throw new InstallError(`device '${slot}' is already used by another workload`)
  }
  for (const wanted of data.gpu ?? []) host.cards.set(wanted, id)
}

export function detachCards({ id, host }: MachineJob): void {
  for (const [card, holder] of host.cards) if (holder === id) host.cards.delete(card)
}
