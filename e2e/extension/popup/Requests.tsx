import type { AccountJson, AuthorizeRequest, MetadataRequest } from '@polkadot/extension-base/background/types'
import { AccountChoice } from './AccountChoice.tsx'
import { Act } from './Act.tsx'
import { send } from './messages.ts'
import { SignRequest } from './SignRequest.tsx'
import { useFollowed } from './useFollowed.ts'

const Connection = ({ asked, accounts }: { asked: AuthorizeRequest; accounts: AccountJson[] }) => (
  <section id={asked.id} aria-label="Connect to a site">
    <h1>Connect to a site</h1>
    <p>
      “{asked.request.origin}” at {asked.url} wants to see accounts of yours.
    </p>
    <Act
      label="Connection"
      button="Connect"
      act={(filled) =>
        send('pri(authorize.approve)', { id: asked.id, authorizedAccounts: filled.getAll('accounts').map(String) })
      }
      others={{
        'Not now': () => send('pri(authorize.cancel)', asked.id),
        Never: () => send('pri(authorize.reject)', asked.id),
      }}
    >
      <AccountChoice accounts={accounts} chosen={[]} />
    </Act>
  </section>
)

const Metadata = ({ asked }: { asked: MetadataRequest }) => (
  <section id={asked.id} aria-label="Learn about a chain">
    <h1>Learn about a chain</h1>
    <p>
      {asked.url} tells how to read transactions of {asked.request.chain}, version {asked.request.specVersion}. A wrong
      description makes this wallet show something else than it signs.
    </p>
    <Act
      label="Metadata"
      button="Approve"
      act={() => send('pri(metadata.approve)', { id: asked.id })}
      others={{ Reject: () => send('pri(metadata.reject)', { id: asked.id }) }}
    />
  </section>
)

/** What sites wait for, one at a time: connections first, then chains, then signatures. */
export function Requests({ accounts }: { accounts: AccountJson[] }) {
  const [connection] = useFollowed('pri(authorize.requests)') ?? []
  const [metadata] = useFollowed('pri(metadata.requests)') ?? []
  const [signing] = useFollowed('pri(signing.requests)') ?? []
  if (connection) return <Connection key={connection.id} asked={connection} accounts={accounts} />
  if (metadata) return <Metadata key={metadata.id} asked={metadata} />
  if (signing) return <SignRequest key={signing.id} asked={signing} />
}
