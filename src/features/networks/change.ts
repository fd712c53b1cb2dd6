import type { Access, PrivateNetwork } from '#domain/private-network.ts'
import type { Chance } from '#domain/plan/template.ts'
import type { Node } from '#domain/node.ts'

/** What somebody wants of a network, to be looked over before it is signed. */
export type Change = {
  title: string
  verb: string
  /** What will be so afterwards, a line each. */
  says: string[]
  after: PrivateNetwork
  /** Contracts that end with it. */
  cancels?: number[]
  /** Nodes of it that are not members yet. */
  joining?: Node[]
  /** A way in that is made with it, whose file is shown in the end. */
  access?: Access
}

/** What changes leave to chance. */
export const chance: Chance = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)), number: Math.random }
