import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { farmNameProblem } from '#domain/farm-name.ts'
import type { Farm } from '#domain/farm.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { farmOfName } from '#queries/farming.ts'
import { useNetwork } from '#queries/networks.ts'
import { TextField } from '#ui/form/TextField.tsx'
import { EditDialog } from './EditDialog.tsx'

/** Names a new farm, or one that there is anew. */
export function FarmNameDialog({ farm, onClose }: { farm?: Pick<Farm, 'id' | 'name'>; onClose: () => void }) {
  const network = useNetwork()
  const client = useQueryClient()
  const [name, setName] = useState<string>()
  const { control, handleSubmit } = useForm({ mode: 'onTouched', defaultValues: { name: farm?.name ?? '' } })
  const review = handleSubmit((values) => setName(values.name))
  const taken = async (wanted: string) => {
    if (wanted === farm?.name) return 'That is its name already'
    const id = await client.fetchQuery(farmOfName(network, wanted))
    return id === null ? undefined : `Farm ${id} has this name`
  }
  if (name !== undefined)
    return farm ? (
      <SignSheet
        title={`Rename farm ${farm.id}`}
        calls={[{ call: 'rename-farm', farmId: farm.id, name }]}
        verb="Sign and rename"
        onClose={onClose}
      />
    ) : (
      <SignSheet
        title="Create a farm"
        calls={[{ call: 'create-farm', name }]}
        verb="Sign and create"
        onClose={onClose}
      />
    )
  return (
    <EditDialog
      title={farm ? `Rename ${farm.name}` : 'Create a farm'}
      description={
        farm
          ? 'Its number, nodes and addresses stay.'
          : 'Nodes are booted for a farm, and rewards go to it. It is yours for good.'
      }
      onReview={review}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="name"
        label="Name"
        help="3 to 40 letters, digits, dashes and underscores; one of a kind on the grid"
        problem={(wanted) => farmNameProblem(wanted)?.words ?? taken(wanted)}
      />
    </EditDialog>
  )
}
