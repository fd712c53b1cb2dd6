import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { inUse, type FarmNode } from '#domain/farm-on-chain.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { EditDialog } from './EditDialog.tsx'

/** Asks an extra fee of whoever rents a node. */
export function ExtraFee({ node, onClose }: { node: FarmNode; onClose: () => void }) {
  const [milliUsd, setMilliUsd] = useState<number>()
  const now = node.extraFeeMilliUsdPerMonth
  const { control, handleSubmit } = useForm({ mode: 'onTouched', defaultValues: { usd: now / 1000 } })
  const review = handleSubmit(({ usd }) => setMilliUsd(Math.round(usd * 1000)))
  const held = inUse(node)
  if (milliUsd !== undefined)
    return (
      <SignSheet
        title={`Extra fee of node ${node.id}`}
        calls={[{ call: 'set-node-extra-fee', nodeId: node.id, milliUsdPerMonth: milliUsd }]}
        verb="Sign and set"
        onClose={onClose}
      />
    )
  return (
    <EditDialog
      title={`Extra fee of node ${node.id}`}
      description="For what is special about it, such as a GPU. It comes on top of the price, goes to you, and the node is then only let whole."
      disabledReason={held && `${held}: the fee can change once nothing is`}
      onReview={review}
      onClose={onClose}
    >
      <NumberField
        control={control}
        name="usd"
        label="Extra fee"
        unit="USD / month"
        help="0 for none; billed in TFT by the hour"
        problem={(usd) => feeProblem(usd, now)}
      />
    </EditDialog>
  )
}

function feeProblem(usd: number, nowMilliUsd: number): string | undefined {
  if (Number.isNaN(usd) || usd < 0) return 'Enter an amount, or 0 for none'
  if (usd > 1_000_000) return 'Nobody would rent it'
  if (Math.abs(usd * 1000 - Math.round(usd * 1000)) > 1e-6) return 'The chain counts thousandths of a dollar'
  return Math.round(usd * 1000) === nowMilliUsd ? 'That is the fee already' : undefined
}
