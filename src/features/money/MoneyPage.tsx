import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Wallet } from 'lucide-react'
import { FundedAccount } from '#features/account/FundedAccount.tsx'
import { account, type Account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { Deposit } from './Deposit.tsx'
import { Figures } from './Figures.tsx'
import { History } from './History.tsx'
import { viewOf, type MoneyView } from './money-search.ts'
import { Receive } from './Receive.tsx'
import { Send } from './Send.tsx'
import { Withdraw } from './Withdraw.tsx'

const views: { value: MoneyView; name: string }[] = [
  { value: 'send', name: 'Send' },
  { value: 'receive', name: 'Receive' },
  { value: 'deposit', name: 'From Stellar' },
  { value: 'withdraw', name: 'To Stellar' },
]

/** What the account has, how long it lasts, where it goes and where it comes from. */
export function MoneyPage() {
  const open = useQuery(account(useNetwork()))
  return (
    <Page title="Money" layout="narrow">
      <Loaded from={open} explain={explain}>
        {(found) => (found ? <Money of={found} /> : <NoAccount />)}
      </Loaded>
    </Page>
  )
}

function Money({ of }: { of: Account }) {
  const navigate = useNavigate({ from: '/account/money' })
  const view = viewOf(useSearch({ from: '/account/money' }))
  const show = (to: MoneyView) => void navigate({ search: to === 'send' ? {} : { do: to }, replace: true })
  return (
    <div className="flex flex-col gap-6">
      <Figures of={of} />
      <section aria-label="Move TFT" className="flex flex-col gap-4 border-t border-line pt-5">
        <div>
          <Segmented label="Move TFT" value={view} options={views} onChange={show} />
        </div>
        {view === 'send' && <Send key={of.address} of={of} />}
        {view === 'receive' && <Receive address={of.address} />}
        {view === 'deposit' && <Deposit twinId={of.twinId} />}
        {view === 'withdraw' && <Withdraw key={of.address} of={of} />}
      </section>
      <History address={of.address} />
    </div>
  )
}

const NoAccount = () => (
  <Empty icon={<Wallet />} title="No account is open" actions={<FundedAccount />}>
    TFT belong to accounts. What any account has can be looked up{' '}
    <Link to="/lookup/$text" params={{ text: 'twin-1' }} className="link">
      by its twin
    </Link>
    .
  </Empty>
)
