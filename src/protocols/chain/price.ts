import type { ApiPromise } from '@polkadot/api'
import { z } from 'zod'

/** What the chain bills by. Policy values are 1e-7 USD an hour per unit; the price of 1 TFT is in thousandths of a dollar. */
export type Tariff = {
  milliUsdPerTft: number
  policy: { cu: bigint; su: bigint; nu: bigint; ipu: bigint; uniqueName: bigint; dedicationDiscount: number }
}

const value = z.object({ value: z.union([z.number(), z.string()]).transform(BigInt) })
const policyShape = z.object({
  cu: value,
  su: value,
  nu: value,
  ipu: value,
  uniqueName: value,
  discountForDedicationNodes: z.number(),
})

/** The chain always bills by policy 1, at the average price kept inside its bounds (tfchain billing.rs). */
export async function getTariff(api: ApiPromise): Promise<Tariff> {
  const price = api.query.tftPriceModule!
  const read = async (item: 'averageTftPrice' | 'minTftPrice' | 'maxTftPrice') =>
    z.number().parse((await price[item]!()).toPrimitive())
  const [average, min, max, policy] = await Promise.all([
    read('averageTftPrice'),
    read('minTftPrice'),
    read('maxTftPrice'),
    api.query.tfgridModule!.pricingPolicies!(1).then((found) => policyShape.parse(found.toPrimitive())),
  ])
  return {
    milliUsdPerTft: Math.min(Math.max(average, min), max),
    policy: {
      cu: policy.cu.value,
      su: policy.su.value,
      nu: policy.nu.value,
      ipu: policy.ipu.value,
      uniqueName: policy.uniqueName.value,
      dedicationDiscount: policy.discountForDedicationNodes,
    },
  }
}
