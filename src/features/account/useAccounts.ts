import { useQuery } from '@tanstack/react-query'
import { placeOf } from '#queries/account.ts'
import { useChosen, type Chosen } from '#queries/chosen.ts'
import { asChosen, deployers } from '#queries/deployers.ts'
import { useNetwork } from '#queries/networks.ts'
import { asWalletChosen, useWallets } from '#queries/wallet-accounts.ts'

/** Every account that can act on this network: the one that does, those kept here, and those that wallets show. */
export function useAccounts(): Chosen[] {
  const network = useNetwork()
  const acting = useChosen(network.id)
  const kept = useQuery(deployers()).data ?? []
  const wallets = useWallets()
  const here = kept.filter(({ place }) => place === undefined || place === placeOf(network)).map(asChosen)
  const shown = wallets.stage === 'connected' ? wallets.accounts.map(asWalletChosen) : []
  const all = [...(acting ? [acting] : []), ...here, ...shown]
  return all.filter(({ address }, i) => all.findIndex((one) => one.address === address) === i)
}
