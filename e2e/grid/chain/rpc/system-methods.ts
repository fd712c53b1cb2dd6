import type { Methods } from './connection.ts'
import { accountId } from './params.ts'

export const systemMethods: Methods = {
  system_chain: () => 'TFChain local',
  system_chainType: () => 'Development',
  system_name: () => 'tfchain local grid',
  system_version: () => '1.0.0',
  system_properties: () => ({ ss58Format: 42, tokenDecimals: 7, tokenSymbol: 'TFT' }),
  system_health: () => ({ peers: 0, isSyncing: false, shouldHavePeers: false }),
  system_accountNextIndex: ({ chain, params: [address] }) => chain.pool.nextNonce(accountId(address)),
}
