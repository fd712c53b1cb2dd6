import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Farm } from '#domain/farm.ts'
import { stellarProblem } from '#domain/stellar.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { useNetwork } from '#queries/networks.ts'
import { TextField } from '#ui/form/TextField.tsx'
import { EditDialog } from './EditDialog.tsx'

/** Sets where a farm’s rewards go. */
export function PayoutDialog({ farm, onClose }: { farm: Farm; onClose: () => void }) {
  const { bridge } = useNetwork()
  const [address, setAddress] = useState<string>()
  const { control, handleSubmit } = useForm({ mode: 'onTouched', defaultValues: { address: farm.payoutAddress } })
  const review = handleSubmit((values) => setAddress(values.address))
  if (address !== undefined)
    return (
      <SignSheet
        title="Payout address"
        calls={[{ call: 'set-farm-payout', farmId: farm.id, stellarAddress: address }]}
        verb="Sign and set"
        onClose={onClose}
      >
        <p className="pb-3 text-ink-2">From now on rewards of {farm.name} go there. Nobody can call them back.</p>
      </SignSheet>
    )
  return (
    <EditDialog
      title="Payout address"
      description="Farming rewards are paid on Stellar, to an account that takes TFT: it needs a trustline to them."
      onReview={review}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="address"
        label="Stellar address"
        mono
        placeholder="G…"
        problem={(wanted) => {
          if (wanted === bridge?.address) return 'That is the bridge, which would not know whose they are'
          if (wanted !== '' && wanted === farm.payoutAddress) return 'Rewards go there already'
          return stellarProblem(wanted)
        }}
      />
    </EditDialog>
  )
}
