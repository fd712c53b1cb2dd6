import { lazy, Suspense, useState } from 'react'
import { useChosen } from '#queries/chosen.ts'
import { useNetwork } from '#queries/networks.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { ActingAccount } from './ActingAccount.tsx'
import { Kinds, type Way } from './Kinds.tsx'
import { Locking } from './Locking.tsx'
import { Messages } from './Messages.tsx'
import { OtherAccounts } from './OtherAccounts.tsx'

const ChooseDialog = lazy(async () => ({ default: (await import('./ChooseDialog.tsx')).ChooseDialog }))

/** Who acts, what that account needs to act, and the others there are. */
export function AccountPage() {
  const network = useNetwork()
  const acting = useChosen(network.id)
  const [way, setWay] = useState<Way>()
  return (
    <Page
      title="Wallet & twin"
      layout="narrow"
      lead={
        !acting && (
          <p className="max-w-[64ch] pt-1 text-ink-2">
            Who signs for you? Everything you deploy belongs to one account. Without any, everything public can be
            looked at.
          </p>
        )
      }
    >
      <div className="flex flex-col gap-6">
        {acting ? (
          <>
            <ActingAccount account={acting} />
            <Messages account={acting} />
          </>
        ) : (
          <>
            <Kinds onGo={setWay} />
            <Notice>
              <b>What leaves this page:</b> signed transactions to the chain and signed messages to nodes. Keys, phrases
              and passwords stay here.
            </Notice>
          </>
        )}
        <OtherAccounts onGo={setWay} />
        <Locking />
      </div>
      <Suspense>{way && <ChooseDialog first={way} onClose={() => setWay(undefined)} />}</Suspense>
    </Page>
  )
}
