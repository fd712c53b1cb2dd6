import { Dice } from '../../world/dice.ts'
import type { WorldNode } from '../../world/nodes.ts'

/** Chance that is the same whenever the same node is asked about the same thing. */
export function seeded({ chain, reportOffset }: WorldNode, about: string): Dice {
  const letters = [...about].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7)
  const dice = new Dice(Math.imul(chain.id, 0x9e3779b1) ^ reportOffset ^ letters)
  // Numbers near each other begin alike.
  dice.next()
  return dice
}
