import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { amountProblem, parseTft, tftText, type Tft } from '#domain/money.ts'
import { stellarProblem } from '#domain/stellar.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { fee, type Account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { bridgeFees } from '#queries/money.ts'
import { useNetwork } from '#queries/networks.ts'
import type { Call } from '#queries/transact.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Notice } from '#ui/Notice.tsx'

type Values = { to: string; amount: string }
const blank: Values = { to: '', amount: '' }

/** Burns TFT here to have them on Stellar, less the bridge's fee. */
export function Withdraw({ of }: { of: Account }) {
  const fees = useQuery(bridgeFees(useNetwork()))
  return (
    <Loaded from={fees} explain={explain}>
      {({ withdraw }) => <Form of={of} bridgeFee={withdraw} />}
    </Loaded>
  )
}

function Form({ of, bridgeFee }: { of: Account; bridgeFee: Tft }) {
  const network = useNetwork()
  const [calls, setCalls] = useState<Call[]>()
  const { control, handleSubmit, setValue, reset } = useForm<Values>({ mode: 'onTouched', defaultValues: blank })
  const { amount = '' } = useWatch({ control })
  const sample: Call = { call: 'swap-to-stellar', to: sampleAddress, amount: of.balance.usable }
  const cost = useQuery(fee(network, [sample])).data
  const most = cost === undefined ? undefined : of.balance.usable > cost ? of.balance.usable - cost : 0n
  const arriving = (parseTft(amount) ?? 0n) - bridgeFee
  const review = handleSubmit((values) =>
    setCalls([{ call: 'swap-to-stellar', to: values.to, amount: parseTft(values.amount)! }]),
  )
  return (
    <form className="flex max-w-[520px] flex-col gap-4" onSubmit={(event) => void review(event)}>
      <TextField
        control={control}
        name="to"
        label="To, on Stellar"
        mono
        placeholder="G…"
        help="An account there that takes TFT: it needs a trustline to them"
        problem={(to) => (to === network.bridge?.address ? 'That is the bridge itself' : stellarProblem(to))}
      />
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            control={control}
            name="amount"
            label="Amount in TFT"
            help={
              arriving > 0n
                ? `${tftText(arriving)} TFT arrive; the bridge keeps ${tftText(bridgeFee)}`
                : `The bridge keeps ${tftText(bridgeFee)} TFT`
            }
            problem={(text) => amountProblem(text, most) ?? tooLittle(parseTft(text)!, bridgeFee)}
          />
        </div>
        <Button
          className="mt-6"
          onClick={() => setValue('amount', tftText(most ?? 0n), { shouldValidate: true, shouldTouch: true })}
          disabledReason={most === undefined ? 'The fee is not known yet' : undefined}
        >
          Max
        </Button>
      </div>
      <Notice tone="warn">
        <b>An exchange’s address may not do.</b> Many want a memo with what they get, and the bridge sends none: send to
        a wallet of your own first.
      </Notice>
      <Button type="submit" variant="primary" className="self-start">
        Review
      </Button>
      {calls && (
        <SignSheet
          title="Withdraw to Stellar"
          calls={calls}
          verb="Sign and withdraw"
          onClose={() => {
            setCalls(undefined)
            reset(blank)
          }}
        >
          <p className="pb-3 text-ink-2">
            <b className="font-medium text-ink">{tftText(arriving)} TFT arrive</b> on Stellar within minutes, after the
            bridge’s fee of {tftText(bridgeFee)} TFT. Nobody can call them back.
          </p>
        </SignSheet>
      )}
    </form>
  )
}

const tooLittle = (amount: Tft, bridgeFee: Tft) =>
  amount > bridgeFee ? undefined : `Enter more than the bridge keeps, ${tftText(bridgeFee)} TFT`

/** Only for the fee, which goes by a transaction's length: all addresses are of one. */
const sampleAddress = 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'
