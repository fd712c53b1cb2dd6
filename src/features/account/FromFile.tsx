import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { shortAddress } from '#domain/account-text.ts'
import type { Import } from '#queries/deployers.ts'
import { SecretField } from '#ui/form/SecretField.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { AccountFile, type OpenedFile } from './AccountFile.tsx'
import { accountNameProblem } from './SafeKeeping.tsx'

type Props = { formId: string; onDone: (file: Import) => void }

/** Asks for an account file and what opens it; of several accounts in it, for one. */
export function FromFile({ formId, onDone }: Props) {
  const [file, setFile] = useState<OpenedFile>()
  const [needed, setNeeded] = useState(false)
  const { control, handleSubmit, setValue } = useForm({
    shouldUnregister: true,
    defaultValues: { address: '', name: '', password: '', batchPassword: '' },
  })
  const open = (opened: OpenedFile | undefined) => {
    setFile(opened)
    const first = opened?.accounts[0]
    setValue('address', first?.address ?? '')
    setValue('name', first?.name ?? '')
  }
  const send = handleSubmit(({ address, name, password, batchPassword }) => {
    if (!file || file.accounts.length === 0) return
    const { batch, keystore } = file
    onDone({ keystore, address, name: name.trim(), password, batchPassword: batch ? batchPassword : undefined })
  })
  return (
    <form
      id={formId}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        setNeeded(file === undefined)
        if (file) void send()
      }}
    >
      <AccountFile
        file={file}
        onFile={open}
        problem={
          file?.accounts.length === 0
            ? 'It holds no account with a key: the wallet only watches them'
            : needed && !file
              ? 'Choose the account file first'
              : undefined
        }
      />
      {file && (
        <>
          {file.batch && (
            <>
              <SelectField
                control={control}
                name="address"
                label="Account"
                options={file.accounts.map(({ address, name }) => ({
                  value: address,
                  name: `${name} ${shortAddress(address)}`,
                }))}
                onChanged={(chosen) =>
                  setValue('name', file.accounts.find((one) => one.address === chosen)?.name ?? '')
                }
              />
              <SecretField
                control={control}
                name="batchPassword"
                label="Password of the file"
                help="The one that was chosen when several accounts were exported."
                autoComplete="off"
                problem={(typed) => (typed === '' ? 'Enter the password of the file' : undefined)}
              />
            </>
          )}
          <SecretField
            control={control}
            name="password"
            label="Password of the account"
            help="It is kept here under the same one."
            autoComplete="current-password"
            problem={(typed) => (typed === '' ? 'Enter the password of the account' : undefined)}
          />
          <TextField control={control} name="name" label="Name of the account" problem={accountNameProblem} />
        </>
      )}
    </form>
  )
}
