import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { showTft, type Tft } from '#domain/money.ts'
import { UnlockButton } from '#features/account/UnlockButton.tsx'
import { account, fee, type Account } from '#queries/account.ts'
import { wordsOf } from '#queries/call-words.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { transact, type Call, type Step } from '#queries/transact.ts'
import { isOpen, useUnlocked } from '#queries/unlocked.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import { signSteps } from './sign-steps.ts'

type Props = {
  title: string
  calls: Call[]
  /** On the button that signs: "Sign and send". */
  verb: string
  /** What has to be known besides, such as what arrives elsewhere. */
  children?: ReactNode
  onClose: () => void
}

/** What will be signed, what it costs and who signs; then what becomes of it. It goes on when the sheet is closed. */
export function SignSheet({ title, calls, verb, children, onClose }: Props) {
  const network = useNetwork()
  const client = useQueryClient()
  const open = useQuery(account(network)).data
  const cost = useQuery(fee(network, calls))
  const unlocked = useUnlocked()
  const [heard, setHeard] = useState<Step[]>([])
  const sign = useMutation({
    mutationFn: () => {
      setHeard([])
      return transact(network, calls, (step) => setHeard((before) => [...before, step]))
    },
    onSettled: () => void client.invalidateQueries({ queryKey: [network.id] }),
  })
  if (!open) return null
  const left = cost.data === undefined ? undefined : open.balance.usable - cost.data - paidBy(calls)
  const locked = open.by === 'key' && !isOpen(open, unlocked)
  const reason =
    cost.data === undefined ? 'The fee is not known yet' : left! < 0n ? 'The account has too little TFT' : undefined
  const failure = sign.error ?? cost.error
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={sign.isIdle ? 'One signature for all of it: either everything happens or nothing.' : undefined}
      actions={
        sign.isSuccess ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button variant="ghost" onClick={onClose}>
              {sign.isPending ? 'Close' : 'Back'}
            </Button>
            {locked ? (
              <UnlockButton variant="primary" />
            ) : (
              <Button variant="primary" busy={sign.isPending} onClick={() => sign.mutate()} disabledReason={reason}>
                {sign.isError ? 'Try again' : verb}
              </Button>
            )}
          </>
        )
      }
    >
      {sign.isIdle ? (
        <>
          <Words calls={calls} />
          {children}
          <Facts
            of={[
              ['Fee', cost.data === undefined ? '…' : `${showTft(cost.data, 4)} TFT`],
              ['Left after', left === undefined ? '…' : `${showTft(left)} TFT of ${showTft(open.balance.usable)}`],
              ['Signed by', signer(open)],
            ]}
          />
        </>
      ) : (
        <>
          <Timeline
            label="Transaction"
            steps={signSteps({ heard, failed: sign.isError, byWallet: open.by === 'wallet' })}
          />
          {sign.isPending && (
            <p className="text-small text-ink-3">It goes on when this is closed; Money keeps its history.</p>
          )}
        </>
      )}
      {failure && <Failure error={failure} />}
    </Dialog>
  )
}

const Words = ({ calls }: { calls: Call[] }) => (
  <ul className="flex flex-col pb-1">
    {wordsOf(calls).map(({ title, detail }) => (
      <li key={title} className="flex gap-3 border-t border-line py-3">
        <ScrollText className="mt-0.5 text-ink-3" />
        <span className="min-w-0">
          <span className="block font-medium">{title}</span>
          <span className="text-ink-2 wrap-anywhere">{detail}</span>
        </span>
      </li>
    ))}
  </ul>
)

function Failure({ error }: { error: unknown }) {
  const { title, what, advice } = explain(error)
  return (
    <Notice tone="bad" alert>
      <b>{title}.</b> {what} {advice}
    </Notice>
  )
}

/** What leaves the account besides the fee. */
const paidBy = (calls: Call[]): Tft => calls.reduce((sum, call) => sum + ('amount' in call ? call.amount : 0n), 0n)

const signer = ({ by, name }: Account) =>
  by === 'wallet' ? 'Your wallet, which opens once' : `${name || 'This account'}, whose key is in this browser`
