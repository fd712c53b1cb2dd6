import type { Farm } from '#domain/farm.ts'

/** One of the person's farms, and what its vote counts. */
export type Voter = { farm: Farm; weight: bigint }
