import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { faucet, makeFundedAccount, type Account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { activation } from '#queries/money.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Notice } from '#ui/Notice.tsx'
import { QrCode } from '#ui/QrCode.tsx'

/** The ways to a first few TFT. What comes shows by itself. */
export function Funding({ of }: { of: Account }) {
  const network = useNetwork()
  const given = useQuery(faucet(network)).data
  const activate = useMutation(activation(network))
  const fund = useMutation(makeFundedAccount(network, useQueryClient()))
  const failure = activate.error ?? fund.error
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">
        The chain takes a fee of about 0.01 TFT for this. {network.name} has a service that gives new accounts 0.1 TFT,
        once; it learns this account’s address.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={activate.isPending}
          onClick={() => activate.mutate(of.address)}
          disabledReason={activate.isSuccess ? 'Asked: what it gives will be there in a moment' : undefined}
        >
          Ask for 0.1 TFT
        </Button>
        {given && (
          <Button busy={fund.isPending} onClick={() => fund.mutate()}>
            Take 1,000 TFT of play money
          </Button>
        )}
      </div>
      {failure && (
        <Notice tone="bad" alert>
          <b>{explain(failure).title}.</b> {explain(failure).what} {explain(failure).advice}
        </Notice>
      )}
      <div className="flex flex-wrap items-start gap-4 border-t border-line pt-4">
        <QrCode text={of.address} label="The account’s address" />
        <div className="min-w-0 flex-1 basis-60">
          <p className="pb-2 text-ink-2">
            Or send TFT to it from an account that has some. This page sees when it comes.
          </p>
          <CopyLine value={of.address} what="the address" />
        </div>
      </div>
    </div>
  )
}
