import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { gatewayNameProblem } from '#domain/workloads/gateway-name-proxy.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { nameHolder } from '#queries/plan-facts.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/form/TextField.tsx'

/** Keeps a name for gateways of this account before there is anything to lead to. */
export function ReserveName({ onClose }: { onClose: () => void }) {
  const network = useNetwork()
  const client = useQueryClient()
  const [name, setName] = useState<string>()
  const { control, handleSubmit } = useForm({ mode: 'onTouched', defaultValues: { name: '' } })
  const submit = handleSubmit((values) => setName(values.name))
  const taken = async (wanted: string) => {
    const holder = await client.fetchQuery(nameHolder(network, wanted))
    return holder === null ? undefined : `Twin ${holder} has this name`
  }
  if (name !== undefined)
    return (
      <SignSheet
        title="Reserve a name"
        calls={[{ call: 'create-name-contract', name }]}
        verb="Sign and reserve"
        onClose={onClose}
      />
    )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Reserve a name"
      description="Any web gateway can then serve it under its own domain, for you alone."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Back
          </Button>
          <Button variant="primary" onClick={() => void submit()}>
            Review
          </Button>
        </>
      }
    >
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          control={control}
          name="name"
          label="Name"
          mono
          help="As in shop.gent01.dev.grid.tf, without what comes after it"
          problem={(wanted) => gatewayNameProblem(wanted)?.words ?? taken(wanted)}
        />
      </form>
    </Dialog>
  )
}
