import { useForm } from 'react-hook-form'
import { Button } from '#ui/Button.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'

type Props = { taken: readonly number[]; onAdd: (id: number) => void }

/** Adds a node by its number. */
export function AddNode({ taken, onAdd }: Props) {
  const { control, handleSubmit, reset } = useForm<{ id: number }>({ defaultValues: { id: Number.NaN } })
  const problem = (id: number) => {
    if (!Number.isInteger(id) || id < 1 || id > 4_294_967_295) return 'Enter the number of a node'
    return taken.includes(id) ? `Node ${id} is here already` : undefined
  }
  return (
    <form
      className="flex items-start gap-2"
      onSubmit={handleSubmit(({ id }) => {
        onAdd(id)
        reset()
      })}
    >
      <div className="w-[180px]">
        <NumberField control={control} name="id" label="Node number" problem={problem} />
      </div>
      <Button type="submit" className="mt-6">
        Add
      </Button>
    </form>
  )
}
