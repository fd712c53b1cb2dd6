import { Link } from '@tanstack/react-router'
import { buttonClass } from '#ui/Button.tsx'
import { FundedAccount } from './FundedAccount.tsx'
import { UnlockButton } from './UnlockButton.tsx'

/** The buttons to what the account that acts lacks. */
export function AccountNeed({ need }: { need: 'account' | 'key' | 'twin' }) {
  if (need === 'account') return <FundedAccount />
  if (need === 'key') return <UnlockButton variant="primary" />
  return (
    <Link to="/account/setup" className={buttonClass({ variant: 'primary' })}>
      Set up the account
    </Link>
  )
}
