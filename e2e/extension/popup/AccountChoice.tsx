import type { AccountJson } from '@polkadot/extension-base/background/types'

/** Which accounts a site may see: those ticked are in the form's data by the name `accounts`. */
export function AccountChoice({ accounts, chosen }: { accounts: AccountJson[]; chosen: string[] }) {
  if (accounts.length === 0) return <p>This wallet has no accounts yet.</p>
  return (
    <fieldset>
      <legend>Accounts that it may see</legend>
      {accounts.map(({ address, name }) => (
        <label key={address}>
          <input type="checkbox" name="accounts" value={address} defaultChecked={chosen.includes(address)} />
          <span>{String(name)}</span>
        </label>
      ))}
    </fieldset>
  )
}
