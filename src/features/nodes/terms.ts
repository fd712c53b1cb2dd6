import { useQuery } from '@tanstack/react-query'
import { nodePrice, type NodePrice, type Terms } from '#domain/node-price.ts'
import type { Node } from '#domain/node.ts'
import { showTft } from '#domain/money.ts'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import { tariff } from '#queries/price.ts'
import { monthlyUsd, showWholeUsd } from './monthly-price.ts'

/**
 * What prices are for the open account, or for one with nothing; `undefined` until the chain told its own.
 *
 * @param wanted false while there is nothing yet to price: the chain library is large, and the rows come first
 */
export function useTerms(wanted = true): Terms | undefined {
  const network = useNetwork()
  const known = useQuery({ ...tariff(network), enabled: wanted }).data
  const balance = useQuery(account(network)).data?.balance.usable ?? 0n
  return known && { policy: known.policy, milliUsdPerTft: known.milliUsdPerTft, balance }
}

/** A month of the whole node in whole TFT and dollars; only dollars, as GridProxy has them, without the chain's terms. */
export function showMonth(node: Node, terms: Terms | undefined): { tft?: string; usd: string; price?: NodePrice } {
  if (!terms) return { usd: showWholeUsd(monthlyUsd(node)) }
  const price = nodePrice(node, terms)
  return { tft: showTft(price.monthly, 0), usd: showWholeUsd(price.monthlyUsd), price }
}
