import { useMutation, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { accountName, shortAddress } from '#domain/account-text.ts'
import { amountProblem, parseTft, showTft } from '#domain/money.ts'
import { fee, send, standing } from '#queries/account.ts'
import type { Chosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { askWallets, useWallets } from '#queries/wallet-accounts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { Trouble } from './Trouble.tsx'
import { useAccounts } from './useAccounts.ts'

type Props = {
  account: Chosen
  /** `fund`: to it from another account, some. `sweep`: from it to another account, all that is not locked. */
  way: 'fund' | 'sweep'
  onClose: () => void
}

/** Moves TFT between an account that is kept here and another, for one signature of whoever sends. */
export function MoveDialog({ account, way, onClose }: Props) {
  const formId = useId()
  const network = useNetwork()
  const wallets = useWallets()
  const others = useAccounts().filter(({ address }) => address !== account.address)
  const { control, handleSubmit } = useForm({ defaultValues: { other: others[0]?.address ?? '', amount: '10' } })
  const chosen = useWatch({ control, name: 'other' })
  const other = others.find(({ address }) => address === chosen) ?? others[0]
  const funds = way === 'fund'
  const [from, to] = funds ? [other, account] : [account, other]
  const cost = useQuery({
    ...fee(network, to ? [{ call: 'transfer-all', to: to.address }] : [], from),
    enabled: from !== undefined && to !== undefined,
  }).data
  const has = useQuery({ ...standing(network, from?.address ?? ''), enabled: from !== undefined }).data?.balance.usable
  const most = has === undefined || cost === undefined ? undefined : has > cost ? has - cost : 0n
  const move = useMutation(send(network, from ?? account))
  const submit = handleSubmit(({ amount }) => {
    if (!to) return
    const call = funds
      ? { call: 'transfer' as const, to: to.address, amount: parseTft(amount)! }
      : { call: 'transfer-all' as const, to: to.address }
    move.mutate([call], { onSuccess: onClose })
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={funds ? `Fund ${accountName(account)}` : `Send back what ${accountName(account)} has`}
      description={
        funds
          ? 'One transaction, signed by the account that sends. Give it only what it is to spend.'
          : 'One transaction sends all that is not locked for contracts. What still runs ends when it cannot be paid.'
      }
      actions={
        <>
          <span className="mr-auto self-center text-small text-ink-3">
            {cost !== undefined && `Fee about ${showTft(cost, 4)} TFT`}
          </span>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={move.isPending}
            disabledReason={other ? undefined : 'There is no other account'}
          >
            {from?.by === 'wallet' ? `Sign in ${from.source}` : 'Sign and send'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {others.length > 0 && (
          <SelectField
            control={control}
            name="other"
            label={funds ? 'From' : 'To'}
            help={funds && has !== undefined ? `It can spend ${showTft(has)} TFT` : undefined}
            options={others.map((one) => ({
              value: one.address,
              name: `${accountName(one)} ${shortAddress(one.address)}`,
            }))}
          />
        )}
        {wallets.stage !== 'connected' && (
          <div>
            <Button size="small" busy={wallets.stage === 'asking'} onClick={() => void askWallets()}>
              Show accounts of my wallet
            </Button>
          </div>
        )}
        {wallets.stage === 'failed' && <Trouble error={wallets.error} />}
        {funds && (
          <TextField
            control={control}
            name="amount"
            label="Amount in TFT"
            problem={(typed) => amountProblem(typed, most)}
          />
        )}
        {!funds && most !== undefined && <p>About {showTft(most)} TFT.</p>}
        <Trouble error={move.error} />
      </form>
    </Dialog>
  )
}
