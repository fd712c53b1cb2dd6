import { useForm } from 'react-hook-form'
import { textProblem, type Secret } from '#queries/deployers.ts'
import { SecretField } from '#ui/form/SecretField.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'

type Props = { formId: string; onDone: (secret: Secret) => void }

/** Asks for a phrase or a seed, checked while it is typed. */
export function FromText({ formId, onDone }: Props) {
  const { control, handleSubmit } = useForm<{ text: string; type: Secret['type'] }>({
    mode: 'onChange',
    defaultValues: { text: '', type: 'sr25519' },
  })
  return (
    <form
      id={formId}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void handleSubmit(({ text, type }) => onDone({ text: text.trim(), type }))()
      }}
    >
      <SecretField
        control={control}
        name="text"
        label="Phrase or seed"
        help="12 to 24 words, or 0x and 64 digits; with the //path behind them if the account has one."
        autoComplete="off"
        mono
        problem={textProblem}
      />
      <SelectField
        control={control}
        name="type"
        label="Kind of key"
        help="The same words make another account of each kind. ThreeFold’s apps make sr25519."
        options={[
          { value: 'sr25519', name: 'sr25519' },
          { value: 'ed25519', name: 'ed25519' },
        ]}
      />
    </form>
  )
}
