import type { AccountJson } from '@polkadot/extension-base/background/types'
import { Act } from './Act.tsx'
import { PasswordField } from './PasswordField.tsx'
import { send } from './messages.ts'

function save(fileName: string, content: unknown) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content)], { type: 'application/json' }))
  link.download = fileName
  link.click()
}

async function exportOne(address: string, password: string) {
  const { exportedJson } = await send('pri(accounts.export)', { address, password })
  save(`${address}.json`, exportedJson)
}

async function exportAll(accounts: AccountJson[], password: string) {
  const addresses = accounts.map(({ address }) => address)
  const { exportedJson } = await send('pri(accounts.batchExport)', { addresses, password })
  save(`batch_exported_account_${Date.now()}.json`, exportedJson)
}

export function Accounts({ accounts }: { accounts: AccountJson[] }) {
  return (
    <section aria-label="Accounts">
      <h1>Accounts</h1>
      {accounts.length === 0 && <p>None yet.</p>}
      <ul>
        {accounts.map(({ address, name, type }) => (
          <li key={address} aria-label={String(name)}>
            <strong>{String(name)}</strong> {type} <br />
            <code>{address}</code>
            <details>
              <summary>Export</summary>
              <Act
                label={`Export ${name}`}
                button="Export account"
                act={(filled) => exportOne(address, String(filled.get('password')))}
              >
                <PasswordField label="Password of this account" />
              </Act>
            </details>
            <details>
              <summary>Forget</summary>
              <Act
                label={`Forget ${name}`}
                button="Forget account"
                act={() => send('pri(accounts.forget)', { address })}
              >
                <p>Only its phrase or an exported file brings it back.</p>
              </Act>
            </details>
          </li>
        ))}
      </ul>
      {accounts.length > 0 && (
        <details>
          <summary>Export all</summary>
          <Act
            label="Export all"
            button="Export all accounts"
            act={(filled) => exportAll(accounts, String(filled.get('password')))}
          >
            <PasswordField label="Password of the file" />
          </Act>
        </details>
      )}
    </section>
  )
}
