import type { AccountJson, AuthUrls } from '@polkadot/extension-base/background/types'
import { useEffect, useState } from 'react'
import { AccountChoice } from './AccountChoice.tsx'
import { Act } from './Act.tsx'
import { send } from './messages.ts'

/** The sites that asked to connect and what each may see. */
export function Sites({ accounts }: { accounts: AccountJson[] }) {
  const [sites, setSites] = useState<AuthUrls>({})
  const reload = () => send('pri(authorize.list)', null).then(({ list }) => setSites(list))
  useEffect(function readSites() {
    void reload()
  }, [])

  return (
    <section aria-label="Sites">
      <h2>Sites</h2>
      {Object.keys(sites).length === 0 && <p>None asked to connect yet.</p>}
      <ul>
        {Object.entries(sites).map(([url, { authorizedAccounts }]) => (
          <li key={url} aria-label={url}>
            <Act
              label={url}
              button="Save"
              act={async (filled) => {
                await send('pri(authorize.update)', { url, authorizedAccounts: filled.getAll('accounts').map(String) })
                await reload()
              }}
              others={{ Disconnect: () => send('pri(authorize.remove)', url).then(reload) }}
            >
              <strong>{url}</strong>
              <AccountChoice accounts={accounts} chosen={authorizedAccounts} />
            </Act>
          </li>
        ))}
      </ul>
    </section>
  )
}
