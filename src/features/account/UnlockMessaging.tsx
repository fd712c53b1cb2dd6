import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { accountName, shortAddress } from '#domain/account-text.ts'
import type { Chosen } from '#queries/chosen.ts'
import { textProblem, unlockMessaging, type Proof } from '#queries/deployers.ts'
import { keysDiffer } from '#queries/encryption.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SecretField } from '#ui/form/SecretField.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { AccountFile, type OpenedFile } from './AccountFile.tsx'
import { EncryptionChoice } from './EncryptionChoice.tsx'
import { Trouble } from './Trouble.tsx'
import { useAttempt } from './useAttempt.ts'

type Props = { account: Chosen; onClose: () => void }
type Way = 'file' | 'phrase'

/** Brings the key of a wallet account into this page, for messages alone: wallets sign no messages as nodes want them. */
export function UnlockMessaging({ account, onClose }: Props) {
  const formId = useId()
  const network = useNetwork()
  const [way, setWay] = useState<Way>('file')
  const [differ, setDiffer] = useState(false)
  const [file, setFile] = useState<OpenedFile>()
  const [fileNeeded, setFileNeeded] = useState(false)
  const { control, handleSubmit } = useForm({
    mode: 'onChange',
    shouldUnregister: true,
    defaultValues: { phrase: '', password: '', batchPassword: '' },
  })
  const unlock = useAttempt(async (proof: Proof) => {
    await unlockMessaging(account, proof)
    if (await keysDiffer(network, account)) setDiffer(true)
    else onClose()
  })
  const send = handleSubmit(({ phrase, password, batchPassword }) => {
    if (way === 'phrase') return unlock.attempt({ text: phrase })
    setFileNeeded(file === undefined)
    if (!file || lacks(file, account)) return
    return unlock.attempt({ keystore: file.keystore, password, batchPassword: file.batch ? batchPassword : undefined })
  })
  if (differ) return <EncryptionChoice account={account} onClose={onClose} />

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Unlock messaging for ${accountName(account)}`}
      description="Nodes take messages signed by the account itself, and wallets do not sign those. So this page needs the key as well: one worker of it holds the key, uses it for messages only, and drops it when you lock it, leave, or are away for a while. Transactions are still confirmed in your wallet."
      wide
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Leave it locked
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={unlock.busy}>
            Unlock
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Segmented
          label="What proves that it is yours"
          value={way}
          options={[
            { value: 'file', name: 'Account file' },
            { value: 'phrase', name: 'Recovery phrase' },
          ]}
          onChange={(next) => {
            setWay(next)
            unlock.forget()
          }}
        />
        <form
          id={formId}
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          {way === 'file' ? (
            <>
              <AccountFile file={file} onFile={setFile} problem={fileProblem(file, fileNeeded, account)} />
              {file?.batch && (
                <SecretField
                  control={control}
                  name="batchPassword"
                  label="Password of the file"
                  help="The one that was chosen when several accounts were exported."
                  autoComplete="off"
                  problem={(typed) => (typed === '' ? 'Enter the password of the file' : undefined)}
                />
              )}
              <SecretField
                control={control}
                name="password"
                label="Password of the account"
                help="The one that the account had in the wallet when it was exported."
                autoComplete="current-password"
                problem={(typed) => (typed === '' ? 'Enter the password of the account' : undefined)}
              />
            </>
          ) : (
            <SecretField
              control={control}
              name="phrase"
              label="Recovery phrase"
              help="12 to 24 words, with the //path behind them if the account has one."
              autoComplete="off"
              mono
              problem={textProblem}
            />
          )}
          <Trouble error={unlock.error} />
        </form>
      </div>
    </Dialog>
  )
}

const lacks = ({ accounts }: OpenedFile, { address }: Chosen) => accounts.every((one) => one.address !== address)

function fileProblem(file: OpenedFile | undefined, needed: boolean, account: Chosen): string | undefined {
  if (!file) return needed ? 'Choose the account file first' : undefined
  if (!lacks(file, account)) return undefined
  const inside = file.accounts.map(({ name, address }) => `${name} ${shortAddress(address)}`).join(', ')
  return `This file is of ${inside || 'no account with a key'}, not of ${account.name} ${shortAddress(account.address)}`
}
