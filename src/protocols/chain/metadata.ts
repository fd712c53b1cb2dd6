import type { ApiPromise } from '@polkadot/api'
import type { MetadataDef } from '@polkadot/extension-inject/types'
import { base64Encode } from '@polkadot/util-crypto'

/** What a wallet needs to read a transaction of this chain out to its owner instead of showing bytes. */
export function metadataOf(api: ApiPromise): MetadataDef {
  const { registry } = api
  return {
    chain: api.runtimeChain.toString(),
    chainType: 'substrate',
    genesisHash: api.genesisHash.toHex(),
    icon: 'substrate',
    metaCalls: base64Encode(api.runtimeMetadata.asCallsOnly.toU8a()),
    specVersion: api.runtimeVersion.specVersion.toNumber(),
    ss58Format: registry.chainSS58 ?? 42,
    tokenDecimals: registry.chainDecimals[0] ?? 7,
    tokenSymbol: registry.chainTokens[0] ?? 'TFT',
    types: {},
  }
}
