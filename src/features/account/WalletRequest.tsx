import { lazy, Suspense } from 'react'
import { useWalletRequest } from '#queries/wallet.ts'

const WalletAsks = lazy(async () => ({ default: (await import('./WalletAsks.tsx')).WalletAsks }))

/** Says above every page, while a wallet waits for its owner, that it does. */
export function WalletRequest() {
  const request = useWalletRequest()
  return (
    <output aria-live="polite" className="fixed right-4 bottom-4 z-[60] block w-80 max-w-[calc(100vw-32px)]">
      <Suspense>{request && <WalletAsks key={request.since} request={request} />}</Suspense>
    </output>
  )
}
