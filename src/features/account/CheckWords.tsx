import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { TextField } from '#ui/form/TextField.tsx'

type Props = { formId: string; phrase: string; onDone: () => void }

/** Asks three of the words back. */
export function CheckWords({ formId, phrase, onDone }: Props) {
  const words = phrase.split(' ')
  const [asked] = useState(() => threeOf(words.length))
  const { control, handleSubmit } = useForm({ defaultValues: { words: asked.map(() => '') } })
  return (
    <form
      id={formId}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void handleSubmit(onDone)()
      }}
    >
      <p className="pb-1 text-ink-2">Three of the words, from your paper:</p>
      {asked.map((at, i) => (
        <TextField
          key={at}
          control={control}
          name={`words.${i}`}
          label={`Word ${at + 1}`}
          mono
          problem={(word) => (word.trim().toLowerCase() === words[at] ? undefined : 'That is not the word')}
        />
      ))}
    </form>
  )
}

/** Three different places among `count`, in order. */
function threeOf(count: number): number[] {
  const places = new Set<number>()
  while (places.size < 3) places.add(crypto.getRandomValues(new Uint32Array(1))[0]! % count)
  return [...places].sort((a, b) => a - b)
}
