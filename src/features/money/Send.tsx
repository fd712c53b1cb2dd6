import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { amountProblem, parseTft, showUsd, tftText, toUsd } from '#domain/money.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { fee, type Account } from '#queries/account.ts'
import { deployers } from '#queries/deployers.ts'
import { explain } from '#queries/explain.ts'
import { recipient } from '#queries/money.ts'
import { useNetwork } from '#queries/networks.ts'
import { tftPrice } from '#queries/price.ts'
import type { Call } from '#queries/transact.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/form/TextField.tsx'

type Values = { to: string; amount: string }
const blank: Values = { to: '', amount: '' }

/** Sends TFT to an address, a twin or an account of one's own. The account itself always stays. */
export function Send({ of }: { of: Account }) {
  const network = useNetwork()
  const client = useQueryClient()
  const own = useQuery(deployers()).data ?? []
  const price = useQuery(tftPrice(network)).data
  const [calls, setCalls] = useState<Call[]>()
  const { control, handleSubmit, setValue, reset } = useForm<Values>({ mode: 'onTouched', defaultValues: blank })
  const { to = '', amount = '' } = useWatch({ control })
  const addressed = (text: string) =>
    own.find(({ name }) => name.trim().toLowerCase() === text.trim().toLowerCase())?.address ?? text.trim()
  const found = useQuery({ ...recipient(network, addressed(to)), enabled: to.trim() !== '' }).data
  const sample: Call = { call: 'transfer', to: of.address, amount: of.balance.usable }
  const cost = useQuery(fee(network, [sample])).data
  const most = cost === undefined ? undefined : of.balance.usable > cost ? of.balance.usable - cost : 0n
  const worth = parseTft(amount)

  const problemOf = async (text: string) => {
    if (text.trim() === '') return 'Enter whom to send to'
    try {
      const whom = await client.fetchQuery(recipient(network, addressed(text)))
      if (whom === null) return 'Nobody has this address or twin: check each letter'
      return whom.address === of.address ? 'That is this account itself' : undefined
    } catch (error) {
      return explain(error).title
    }
  }
  const review = handleSubmit(async (values) => {
    const whom = await client.fetchQuery(recipient(network, addressed(values.to)))
    setCalls([{ call: 'transfer', to: whom!.address, amount: parseTft(values.amount)! }])
  })
  return (
    <form className="flex max-w-[520px] flex-col gap-4" onSubmit={(event) => void review(event)}>
      <TextField
        control={control}
        name="to"
        label="To"
        mono
        placeholder="5… or twin 12"
        help={found ? whoIs(found) : 'An address, the number of a twin, or the name of an account kept here'}
        problem={problemOf}
      />
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            control={control}
            name="amount"
            label="Amount in TFT"
            help={
              worth !== undefined && price
                ? `Worth ${showUsd(toUsd(worth, price.latest))}`
                : most !== undefined && `At most ${tftText(most)}, the fee aside`
            }
            problem={(text) => amountProblem(text, most)}
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
      <Button type="submit" variant="primary" className="self-start">
        Review
      </Button>
      {calls && (
        <SignSheet
          title="Send TFT"
          calls={calls}
          verb="Sign and send"
          onClose={() => {
            setCalls(undefined)
            reset(blank)
          }}
        >
          <p className="pb-3 text-ink-2">Nobody can call back what is sent.</p>
        </SignSheet>
      )}
    </form>
  )
}

const whoIs = ({ address, twinId }: { address: string; twinId: number | undefined }) =>
  twinId === undefined ? `${address}, which has no twin` : `Twin ${twinId}, ${address}`
