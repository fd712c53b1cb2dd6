import type { Ready } from '#grid/grid.ts'
import type { Config } from '#protocols/config.ts'

/** Of nobody: the local chain plays the bridge. Sources: stellar-protocol ecosystem/sep-0023.md; TFT's issuer on Stellar. */
const bridge = {
  address: 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ',
  issuer: 'GBOVQKJYHXRR3DX6NOX2RRYFRCUMSADGDESTDNBDS6CDVLGVESRTAC47',
}

/** The config.json that leads the app to a local grid. */
export const localNetwork = ({ gridproxy, chain, relay, kyc, activation, resolver }: Ready): Config => ({
  defaultNetwork: 'local',
  networks: [{ id: 'local', name: 'Local grid', gridproxy, chain, relay, kyc, activation, resolver, bridge }],
})
