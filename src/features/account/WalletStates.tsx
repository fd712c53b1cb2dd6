import { CircleSlash, Hourglass, Puzzle, UserRoundX } from 'lucide-react'
import type { ReactNode } from 'react'
import { explain } from '#queries/explain.ts'
import { faultKind } from '#queries/fault-kind.ts'
import { walletsHere } from '#queries/wallet-accounts.ts'
import { Button } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Failed } from '#ui/Loaded.tsx'
import { Spinner } from '#ui/State.tsx'

/** `polkadot-js`, or `polkadot-js or talisman`. */
export const walletNames = (): string => walletsHere().join(' or ') || 'the wallet'

const extensions = [
  { name: 'polkadot{.js}', href: 'https://polkadot.js.org/extension/' },
  { name: 'Talisman', href: 'https://talisman.xyz/download' },
  { name: 'SubWallet', href: 'https://www.subwallet.app/download.html' },
]

/** Why there are no accounts to choose from, and what changes that. */
export function WalletTrouble({ error, onMake }: { error: unknown; onMake: () => void }) {
  const kind = faultKind(error)
  if (kind === 'missing') return <NoExtension onMake={onMake} />
  if (kind === 'rejected')
    return (
      <Empty icon={<CircleSlash />} title={`${walletNames()} did not agree`}>
        Its owner said no, or its question is open still: look behind the wallet’s icon. A wallet that was told not to
        ask again is set right in it: <i>Manage website access</i>, then allow this page.
      </Empty>
    )
  if (kind === 'silent')
    return (
      <Empty icon={<Hourglass />} title={`No answer from ${walletNames()}`}>
        Nobody answered its question. It may be open still, behind the wallet’s icon: answering there is enough.
      </Empty>
    )
  return <Failed failure={explain(error)} />
}

const NoExtension = ({ onMake }: { onMake: () => void }) => (
  <Empty
    icon={<Puzzle />}
    title="This browser has no wallet extension"
    actions={
      <>
        <Button variant="primary" onClick={() => location.reload()}>
          I installed one: reload
        </Button>
        <Button onClick={onMake}>Make a deployer account</Button>
      </>
    }
  >
    Install one, make or restore an account in it, then reload this page:{' '}
    {extensions.map(({ name, href }, i) => (
      <span key={name}>
        {i > 0 && (i === extensions.length - 1 ? ' or ' : ', ')}
        <a className="link" href={href} target="_blank" rel="noreferrer">
          {name}
        </a>
      </span>
    ))}
    . Without an extension, a deployer account does the same.
  </Empty>
)

/** While its owner has not answered; or after somebody stopped waiting for that. */
export const WalletWaiting = ({ stopped }: { stopped: boolean }) =>
  stopped ? (
    <Empty icon={<Hourglass />} title="Not waiting any more">
      The question may be open still in {walletNames()}. When it is answered there, accounts appear here.
    </Empty>
  ) : (
    <Empty icon={<Spinner />} title={`Waiting for ${walletNames()}…`}>
      It asks in a window of its own which accounts this page may see. If no window shows, it may be behind this one, or
      behind the wallet’s icon.
    </Empty>
  )

/** It agreed, and shows nobody. */
export const NoAccountShown = ({ gone }: { gone?: ReactNode }) => (
  <Empty icon={<UserRoundX />} title={`${walletNames()} shows no account to this page`}>
    {gone} It is connected, but none of its accounts is allowed here, or it has none that TFChain knows. Choose some in
    the wallet under <i>Manage website access</i>: they appear here at once.
  </Empty>
)
