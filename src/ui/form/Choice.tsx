import { useId } from 'react'
import { Select, type Option } from '../Select.tsx'
import { Field, lineId, type FieldText, type Told } from './Field.tsx'

type Props = FieldText & {
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
  member?: string
  told?: Told
}

/** A labelled list to choose from that no form holds: choosing does something at once. */
export function Choice({ value, options, onChange, member, told, ...text }: Props) {
  const id = useId()
  const problem = told?.tone === 'bad' ? told.words : undefined
  return (
    <Field
      id={id}
      {...text}
      problem={problem}
      caution={problem === undefined ? told?.words : undefined}
      mend={told?.mend}
    >
      <Select
        id={id}
        data-member={member}
        aria-describedby={lineId(id)}
        invalid={problem !== undefined}
        value={value}
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
