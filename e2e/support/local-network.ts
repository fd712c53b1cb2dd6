import type { Ready } from '#grid/grid.ts'
import type { Config } from '#protocols/config.ts'

/** The config.json that leads the app to a local grid. */
export const localNetwork = ({ gridproxy, chain, relay, kyc, activation }: Ready): Config => ({
  defaultNetwork: 'local',
  networks: [{ id: 'local', name: 'Local grid', gridproxy, chain, relay, kyc, activation }],
})
