import { Act } from './Act.tsx'
import { send } from './messages.ts'
import { PasswordField } from './PasswordField.tsx'

type Field = 'name' | 'password' | 'phrase'
type KeyType = 'sr25519' | 'ed25519'

async function create(filled: FormData) {
  const { name, password, phrase: suri, type } = Object.fromEntries(filled) as Record<Field, string> & { type: KeyType }
  // Says what is wrong with the phrase.
  await send('pri(seed.validate)', { suri, type })
  await send('pri(accounts.create.suri)', { name, suri, type, password })
}

async function restore(filled: FormData) {
  const password = String(filled.get('password'))
  const file = JSON.parse(await (filled.get('file') as File).text())
  if ('accounts' in file) await send('pri(json.batchRestore)', { file, password })
  else await send('pri(json.restore)', { file, password })
}

export const AddAccount = () => (
  <section>
    <h2>Add an account</h2>
    <details>
      <summary>From a phrase</summary>
      <Act label="From a phrase" button="Create account" act={create}>
        <label>
          Name
          <input name="name" required />
        </label>
        <label>
          Phrase
          <input name="phrase" autoComplete="off" required />
        </label>
        <label>
          Type
          <select name="type">
            <option>sr25519</option>
            <option>ed25519</option>
          </select>
        </label>
        <PasswordField label="Password" />
      </Act>
    </details>
    <details>
      <summary>From an exported file</summary>
      <Act label="From an exported file" button="Restore" act={restore}>
        <label>
          File
          <input name="file" type="file" accept=".json" required />
        </label>
        <PasswordField label="Password of the file" />
      </Act>
    </details>
  </section>
)
