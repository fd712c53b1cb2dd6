import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { accountName } from '#domain/account-text.ts'
import { showTft } from '#domain/money.ts'
import { account as onChain, type Account } from '#queries/account.ts'
import { choose, type Chosen } from '#queries/chosen.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Panel } from '#ui/Panel.tsx'
import { DeployerActions } from './DeployerActions.tsx'
import { kindOf } from './kind.ts'
import { KeyState } from './KeyState.tsx'
import { WalletState } from './WalletState.tsx'

/** The account that acts here: who it is, what it has, and whether its key is at hand. */
export function ActingAccount({ account }: { account: Chosen }) {
  const network = useNetwork()
  const found = useQuery(onChain(network))
  return (
    <Panel
      title={accountName(account)}
      aside={
        <Button size="small" variant="ghost" onClick={() => choose(network.id, null)}>
          Only look around
        </Button>
      }
    >
      <div className="flex flex-col gap-3 py-2">
        <CopyLine value={account.address} what="the address" />
        <Facts
          of={[
            ['Kind', kindOf(account)],
            ['Key', account.type],
            ['Messaging', <KeyState key="key" account={account} />],
            ['Wallet', account.by === 'wallet' ? <WalletState key="wallet" account={account} /> : undefined],
          ]}
        />
        <Loaded from={found} explain={explain}>
          {(has) => has && <Money of={has} />}
        </Loaded>
        <div className="flex flex-wrap gap-2">
          {found.data?.twinId === undefined && (
            <Link to="/account/setup" className={buttonClass({ variant: 'primary', size: 'small' })}>
              Set up its twin
            </Link>
          )}
          <Link to="/account/money" className={buttonClass({ size: 'small' })}>
            Send, receive, history
          </Link>
          {account.by === 'key' && <DeployerActions account={account} />}
        </div>
      </div>
    </Panel>
  )
}

const Money = ({ of: { balance, twinId } }: { of: Account }) => (
  <Facts
    of={[
      ['Twin', twinId ?? 'None yet'],
      ['Free', `${showTft(balance.free)} TFT`],
      ['Locked', `${showTft(balance.reserved)} TFT for contracts`],
      ['Can spend', `${showTft(balance.usable)} TFT`],
    ]}
  />
)
