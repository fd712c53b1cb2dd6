import { bytesToHex } from '@noble/hashes/utils.js'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { showTft } from '#domain/money.ts'
import { fee, send } from '#queries/account.ts'
import type { Chosen } from '#queries/chosen.ts'
import { encryption, keyCalls, type Encryption } from '#queries/encryption.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Trouble } from './Trouble.tsx'

type Props = { account: Chosen; onClose: () => void }

/** What to do when the chain names another key for messages than the one unlocked here. Nothing is changed unasked. */
export function EncryptionChoice({ account, onClose }: Props) {
  const found = useQuery(encryption(useNetwork(), account))
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Answers are encrypted for another key"
      description="The key is unlocked, and nodes take what it signs. What they answer is another matter: they encrypt it for the key that the chain has of your twin, and that is not the one this page has. Another app of yours has set it."
      wide
      actions={
        <Button variant="ghost" onClick={onClose}>
          Leave it as it is
        </Button>
      }
    >
      <Loaded from={found} explain={explain}>
        {(keys) => keys && <Choices account={account} keys={keys} onDone={onClose} />}
      </Loaded>
    </Dialog>
  )
}

/** The ways there are, each with what it brings about. */
function Choices({ account, keys, onDone }: { account: Chosen; keys: Encryption; onDone: () => void }) {
  const network = useNetwork()
  const { ours, twin } = keys
  const toOurs = keyCalls(twin, ours)
  const cost = useQuery(fee(network, toOurs, account)).data
  const sending = useMutation(send(network, account))
  const sendOff = (calls: typeof toOurs) => sending.mutate(calls, { onSuccess: onDone })
  const price = cost === undefined ? '' : `, for a fee of about ${showTft(cost, 4)} TFT`
  return (
    <div className="flex flex-col gap-1">
      <Facts
        of={[
          ['On the chain', <Key key="chain" bytes={twin.encryptionKey} />],
          ['In this page', <Key key="page" bytes={ours} />],
        ]}
      />
      <Choice
        title="Set this page’s key"
        action={
          <Button variant="primary" size="small" busy={sending.isPending} onClick={() => sendOff(toOurs)}>
            Set this page’s key
          </Button>
        }
      >
        One transaction changes your twin{price}. Nodes that know the twin notice after up to 6 hours; until then their
        answers cannot be read here. Other apps of this twin set their own key again each time they start.
      </Choice>
      <Choice
        title="Do without encryption"
        action={
          <Button size="small" busy={sending.isPending} onClick={() => sendOff(keyCalls(twin, undefined))}>
            Clear the key
          </Button>
        }
      >
        One transaction takes the key off your twin. All your apps can read answers then, and so can the relays that
        carry them.
      </Choice>
      <Choice title="Leave it as it is">
        Your other apps go on as before, and answers of nodes cannot be read here.
        {account.by === 'wallet' &&
          account.type === 'sr25519' &&
          ' If you unlocked with an account file, try the recovery phrase: it makes the key that most apps set.'}
      </Choice>
      <Trouble error={sending.error} />
    </div>
  )
}

const Choice = ({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) => (
  <section className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-line py-3">
    <div className="min-w-0 flex-1 basis-72">
      <h3 className="font-medium">{title}</h3>
      <p className="text-ink-2">{children}</p>
    </div>
    {action}
  </section>
)

const Key = ({ bytes }: { bytes: Uint8Array | undefined }) => (
  <span className="mono break-all">{bytes ? `0x${bytesToHex(bytes)}` : 'None'}</span>
)
