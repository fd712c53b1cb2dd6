import { Accounts } from './Accounts.tsx'
import { AddAccount } from './AddAccount.tsx'
import { Requests } from './Requests.tsx'
import { Sites } from './Sites.tsx'
import { useFollowed } from './useFollowed.ts'

/** A site's request opens a window of its own, which is for that and nothing else. */
const isNotification = location.pathname === '/notification.html'

export function Wallet() {
  const accounts = useFollowed('pri(accounts.subscribe)')
  if (!accounts) return <p>Opening…</p>
  return (
    <>
      <Requests accounts={accounts} />
      {!isNotification && (
        <>
          <Accounts accounts={accounts} />
          <AddAccount />
          <Sites accounts={accounts} />
        </>
      )}
    </>
  )
}
