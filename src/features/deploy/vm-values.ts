import { add, none, type Capacity } from '#domain/capacity.ts'
import { freePort, networkName } from '#domain/deployment/choice.ts'
import { images, type Image } from '#domain/deployment/images.ts'
import { planMachine } from '#domain/deployment/plan.ts'
import type { Node } from '#domain/node.ts'
import { gib } from '#domain/units.ts'
import { wireGuardKeys } from '#domain/wireguard.ts'
import { capacity } from '#domain/workloads/machine.ts'
import type { Planned } from '#domain/plan/planned.ts'

/** What the form of a virtual machine holds: as typed, in the screen's units. */
export type VmValues = {
  name: string
  image: string
  cores: number
  memoryGiB: number
  /** 0 takes the smallest root filesystem that the node allows. */
  rootGiB: number
  withDisk: boolean
  diskGiB: number
  mountpoint: string
  sshKey: string
}

export const blank: VmValues = {
  name: '',
  image: images[0]!.flist,
  cores: 1,
  memoryGiB: 2,
  rootGiB: 0,
  withDisk: false,
  diskGiB: 10,
  mountpoint: '/data',
  sshKey: '',
}

export const imageOf = ({ image }: Pick<VmValues, 'image'>): Image => images.find(({ flist }) => flist === image)!

/** What is typed as amounts to count with: 0 for what is no number yet. */
export const amounts = ({ cores, memoryGiB, rootGiB, diskGiB }: VmValues) => ({
  cores: Math.floor(positive(cores)),
  memory: gib(positive(memoryGiB)),
  rootSize: gib(positive(rootGiB)),
  diskSize: gib(positive(diskGiB)),
})

const positive = (n: number) => (Number.isFinite(n) && n > 0 ? n : 0)

export const diskCapacity = (values: VmValues): Capacity =>
  values.withDisk ? { ...none, sru: amounts(values).diskSize } : none

/** Everything the machine takes of its node, the root filesystem and the disk included. */
export function wantedCapacity(values: VmValues): Capacity {
  const { cores, memory, rootSize } = amounts(values)
  const machine = { flist: '', entrypoint: '', size: rootSize, compute_capacity: { cpu: cores, memory } }
  return add(capacity(machine), diskCapacity(values))
}

/** The deployments that make this machine on `node`, in a network of its own, with fresh keys. */
export function toPlan(values: VmValues, node: Node, twinId: number, usedPorts: number[]): Planned[] {
  const { cores, memory, rootSize, diskSize } = amounts(values)
  const port = freePort(usedPorts, Math.random)
  if (port === undefined) throw new Error(`Node ${node.id} has no WireGuard port left`)
  const planned = planMachine({
    name: values.name,
    twinId,
    image: imageOf(values),
    cores,
    memory,
    rootSize,
    disk: values.withDisk ? { size: diskSize, mountpoint: values.mountpoint } : undefined,
    sshKey: values.sshKey,
    network: {
      name: networkName(Math.random),
      ipRange: '10.20.0.0/16',
      subnet: '10.20.2.0/24',
      wireGuard: { privateKey: wireGuardKeys(random(32)).privateKey, port },
      myceliumKey: Array.from(random(32), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    },
  })
  return planned.map((part) => ({ ...part, node: { id: node.id, twinId: node.twinId } }))
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
