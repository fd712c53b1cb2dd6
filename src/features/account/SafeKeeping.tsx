import { useForm, useWatch } from 'react-hook-form'
import { passwordProblem, passwordStrength } from '#domain/password.ts'
import { SecretField } from '#ui/form/SecretField.tsx'
import { TextField } from '#ui/form/TextField.tsx'

type Props = { formId: string; name: string; onDone: (name: string, password: string) => void }

const strengths = {
  weak: 'Weak so far. A few words in a row are easy to keep in mind.',
  fair: 'Fair. A longer one is harder to guess.',
  strong: 'Strong.',
}

/** What a new account is called, and the password that it is kept under. */
export function SafeKeeping({ formId, name, onDone }: Props) {
  const { control, handleSubmit, getValues } = useForm({ defaultValues: { name, password: '', again: '' } })
  const typed = useWatch({ control, name: 'password' })
  return (
    <form
      id={formId}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void handleSubmit((values) => onDone(values.name.trim(), values.password))()
      }}
    >
      <TextField control={control} name="name" label="Name of the account" problem={accountNameProblem} />
      <SecretField
        control={control}
        name="password"
        label="Password"
        help={
          typed === '' ? 'At least 12 characters. Nobody can set it anew for you.' : strengths[passwordStrength(typed)]
        }
        autoComplete="new-password"
        problem={passwordProblem}
      />
      <SecretField
        control={control}
        name="again"
        label="Password again"
        autoComplete="new-password"
        problem={(again) => (again === getValues('password') ? undefined : 'The two passwords differ')}
      />
    </form>
  )
}

/** Why an account cannot be called that. */
export function accountNameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'Give it a name'
  return name.trim().length > 40 ? 'Keep it to 40 characters' : undefined
}
