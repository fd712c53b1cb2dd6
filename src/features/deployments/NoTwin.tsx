import { Wallet } from 'lucide-react'
import { AccountNeed } from '#features/account/AccountNeed.tsx'
import { Empty } from '#ui/Empty.tsx'

/** In place of deployments, while nobody's can be asked for. */
export const NoTwin = ({ need }: { need: 'account' | 'twin' }) => (
  <Empty
    icon={<Wallet />}
    title={need === 'account' ? 'No account is open' : 'The account has no twin yet'}
    actions={<AccountNeed need={need} />}
  >
    Deployments belong to an account’s twin. Everything public can be looked at without one.
  </Empty>
)
