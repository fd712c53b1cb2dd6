import { keep, useKept } from './kept.ts'

export type Density = 'comfortable' | 'compact'

const key = 'density'

/**
 * How close rows stand. Kept by the browser and not in the address: it is a matter of one's eyes and screen, so a link
 * that is passed on must not change it for others.
 */
export const useDensity = (): Density => (useKept(key) === 'compact' ? 'compact' : 'comfortable')

export const keepDensity = (density: Density) => keep(key, density)
