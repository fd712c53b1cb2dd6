import type { ApiPromise } from '@polkadot/api'

/** The time that the chain's last block was made at, in ms. */
export const getTime = async (api: ApiPromise): Promise<number> =>
  Number((await api.query.timestamp!.now!()).toString())
