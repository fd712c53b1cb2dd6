import type { Chance } from '#domain/plan/template.ts'

/** The browser's own. */
export const chance: Chance = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  number: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
}
