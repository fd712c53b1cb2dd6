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
    milliUsdPerTft: billedPrice({ latest: average, average, least: min, most: max }),
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

/** What 1 TFT is worth, in thousandths of a dollar: lately, on average, and the bounds that bills keep the average in. */
export type TftPrice = { latest: number; average: number; least: number; most: number }

/** Tells `onChange` the price, now and with each block that changes it. Gives what stops it. */
export async function watchPrice(api: ApiPromise, onChange: (price: TftPrice) => void): Promise<() => void> {
  const { tftPrice, averageTftPrice, minTftPrice, maxTftPrice } = api.query.tftPriceModule!
  return api.queryMulti([tftPrice!, averageTftPrice!, minTftPrice!, maxTftPrice!], (answers) => {
    const [latest, average, least, most] = answers.map((answer) => z.number().parse(answer.toPrimitive()))
    onChange({ latest: latest!, average: average!, least: least!, most: most! })
  })
}

/** What bills go by. */
export const billedPrice = ({ average, least, most }: TftPrice): number => Math.min(Math.max(average, least), most)
