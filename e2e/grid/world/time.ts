/** Seconds. */
export const minute = 60
export const hour = 60 * minute
export const day = 24 * hour

/** When every world begins, unix seconds: fixed, so that a chain of the same seed has the same genesis hash. */
export const genesisTime = Date.UTC(2025, 5, 1) / 1000
