import type { Capacity } from '#domain/capacity.ts'
import { environment, hex, integer, list, text, type Integer } from '#domain/go-text.ts'
import { ip } from '#domain/ip.ts'
import type { Problem } from '#domain/problem.ts'
import { bytes, gib, mib, showBytes, type Bytes } from '#domain/units.ts'

/**
 * What a machine and a light machine have alike.
 *
 * Source: zosbase pkg/gridtypes/zos/zmachine.go, zmachine_utils.go
 */
export type Machine = {
  /** Where its image is. */
  flist: string
  /** Of the root disk; 0 is the least possible. Full machines ignore it. */
  size: Integer
  compute_capacity: { cpu: number; memory: Integer }
  mounts?: Mount[] | null
  entrypoint: string
  env?: Record<string, string> | null
  /** Never hashed. */
  corex?: boolean
  /** `<pci slot>/<vendor>/<device>` each. */
  gpu?: string[] | null
}

/** A zmount, volume or qsfs of the same deployment. A full machine boots from the first. */
export type Mount = { name: string; mountpoint: string }

export type Interface = { network: string; ip: string }

/** `hex_seed` is 6 bytes. Go clients write the network as `Network`; nodes read both. */
export type MyceliumIp = { network?: string; Network?: string; hex_seed: string }

export const interfaceChallenge = (joined: Interface): string => text(joined.network) + ip(joined.ip)

export const myceliumChallenge = (mycelium: MyceliumIp | null | undefined): string =>
  mycelium ? text(mycelium.network ?? mycelium.Network) + hex(mycelium.hex_seed) : ''

/** All but the flist and the network, which come before it. */
export const machineChallenge = (data: Machine): string =>
  integer(data.size, 'uint64') +
  integer(data.compute_capacity?.cpu, 'uint8') +
  integer(data.compute_capacity?.memory, 'uint64') +
  list(data.mounts, (mount) => text(mount.name) + text(mount.mountpoint)) +
  text(data.entrypoint) +
  environment(data.env) +
  list(data.gpu, text)

export function machineProblem(data: Machine, interfaces: Interface[] | null | undefined): string | undefined {
  const [joined, ...more] = interfaces ?? []
  if (!joined || more.length > 0) return 'only one network private network is supported at the moment'
  if (!joined.ip) return 'invalid IP'
  const { cpu, memory } = data.compute_capacity ?? { cpu: 0, memory: 0 }
  return (coresProblem(cpu) ?? memoryProblem(memory) ?? rootSizeProblem(data.size ?? 0, cpu, memory))?.said
}

export function networkProblem(joined: Interface[], mycelium: MyceliumIp | null | undefined): string | undefined {
  const reserved = joined.find(({ network }) => ['ygg', 'pub', 'mycelium'].includes(network))
  if (reserved) return `'${reserved.network}' is reserved network name`
  return (mycelium && seedProblem(hex(mycelium.hex_seed))?.said) || undefined
}

/** Why no Mycelium address can be made of this; all of it alike is refused only later, by the node's network. */
export function seedProblem(seed: string): Problem {
  if (!/^[0-9a-f]{12}$/i.test(seed))
    return { said: 'invalid mycelium seed length expected 6 bytes', words: 'A seed is 12 hexadecimal digits' }
  return /^(00|ff){6}$/i.test(seed) ? { said: '', words: 'Not all zeros, not all f' } : undefined
}

/** The root disk counts even when its size was left to the node. */
export function capacity({ size, compute_capacity: { cpu, memory } }: Machine): Capacity {
  const least = leastRootSize(cpu, memory)
  return { cru: cpu, mru: bytes(Number(memory)), sru: bytes(Math.max(Number(size ?? 0), least)), hru: bytes(0) }
}

/** The smallest root disk that a machine with these cores and this memory may have. */
export const leastRootSize = (cores: number, memory: Integer): Bytes =>
  cores * Number(memory) < gib(8) ? mib(500) : gib(2)

export function coresProblem(cores: number): Problem {
  if (cores === 0) return { said: "cpu capacity can't be 0", words: 'Give it at least one core' }
  if (Number.isInteger(cores) && cores > 0 && cores <= 255) return undefined
  return {
    said: `json: cannot unmarshal number ${cores} into Go value of type uint8`,
    words: 'Give it a whole number of cores, 1 to 255',
  }
}

export const memoryProblem = (memory: Integer): Problem =>
  memory >= mib(250)
    ? undefined
    : { said: "mem capacity can't be less that 250M", words: 'Give it 250 MiB of memory or more' }

/** `size` 0 leaves it to the node. */
export function rootSizeProblem(size: Integer, cores: number, memory: Integer): Problem {
  const least = leastRootSize(cores, memory)
  if (Number(size) === 0 || size >= least) return undefined
  return {
    said: `disk size can't be less that ${least}. Set to 0 for minimum`,
    words: `With these cores and this memory it needs ${showBytes(least)} or more; 0 takes the least`,
  }
}

/**
 * Nodes look at it only once they start the machine.
 *
 * Source: zosbase pkg/vm.go Validate
 */
export function mountpointProblem(mountpoint: string): Problem {
  if (!mountpoint.startsWith('/')) return { said: '', words: 'Begin with /, for example /mnt/data' }
  if (depth(mountpoint) === 0)
    return {
      said: `validating disk ${mountpoint}: mount target can't be /`,
      words: 'The root disk is at / already: mount this one below it, for example at /mnt/data',
    }
  return undefined
}

/** How many folders below / a path ends, `.` and `..` followed. */
const depth = (path: string) =>
  path.split('/').reduce((at, part) => {
    if (part === '' || part === '.') return at
    return part === '..' ? Math.max(0, at - 1) : at + 1
  }, 0)
