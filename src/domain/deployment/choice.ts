/** Choices that a plan leaves to chance. `random` is 0 or more and below 1, like `Math.random`. */
type Random = () => number

const letters = 'abcdefghijklmnopqrstuvwxyz'

const pick = <T>(items: ArrayLike<T>, random: Random): T | undefined => items[Math.floor(random() * items.length)]

/** `nw` and five letters. A node keeps networks of a twin by name, so a new network wants a new one. */
export const networkName = (random: Random): string =>
  `nw${Array.from({ length: 5 }, () => pick(letters, random)).join('')}`

/**
 * The ports that a network's WireGuard can still have on a node.
 *
 * Source: tfgrid-sdk-ts packages/grid_client/src/primitives/network.ts getFreePort
 */
export const freePorts = (used: readonly number[]): number[] =>
  Array.from({ length: 32_768 - 1024 }, (_, i) => 1024 + i).filter((port) => !used.includes(port))

/** A port for a network's WireGuard that the node does not listen on yet; `undefined` when it has none left. */
export const freePort = (used: readonly number[], random: Random): number | undefined => pick(freePorts(used), random)

/** The first /24 of an IPv4 /16 that nobody has, from x.y.2.0 up; `undefined` when all are taken. */
export function freeSubnet(ipRange: string, used: readonly string[]): string | undefined {
  const [a, b] = ipRange.split('.')
  const all = Array.from({ length: 254 }, (_, i) => `${a}.${b}.${i + 2}.0/24`)
  return all.find((subnet) => !used.includes(subnet))
}
