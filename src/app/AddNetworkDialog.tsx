import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { explain } from '#queries/explain.ts'
import { measure, services, type Measure, type Service } from '#queries/health.ts'
import { addNetwork, useNetworks } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { Glyph, State } from '#ui/State.tsx'
import { addresses, blank, nameProblem, toDescribed, type NetworkValues } from './network-values.ts'

type Props = { onClose: () => void; onAdded: (id: string) => void }
type Found = Partial<Record<Service, Measure>>

/** Asks for a network's addresses, and each of them whether it is what it should be, before they are kept. */
export function AddNetworkDialog({ onClose, onAdded }: Props) {
  const formId = useId()
  const networks = useNetworks()
  const { control, handleSubmit, formState, getValues } = useForm<NetworkValues>({ defaultValues: blank })
  const [found, setFound] = useState<Found>({})
  const silent = services.filter((service) => found[service]?.error !== undefined)

  const add = () => {
    onAdded(addNetwork(toDescribed(getValues())))
    onClose()
  }
  const check = handleSubmit(async (values) => {
    const described = toDescribed(values)
    const { signal } = new AbortController()
    const measured = await Promise.all(
      services.map(async (service) => [service, await measure(service, described[service], signal)] as const),
    )
    setFound(Object.fromEntries(measured))
    if (measured.every(([, { error }]) => error === undefined)) add()
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Add a network"
      description="Its addresses are asked first, then kept in this browser."
      wide
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Leave it
          </Button>
          {silent.length > 0 && <Button onClick={() => void handleSubmit(add)()}>Add it all the same</Button>}
          <Button variant="primary" type="submit" form={formId} busy={formState.isSubmitting}>
            {silent.length > 0 ? 'Check again' : 'Check and add'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void check()
        }}
      >
        <TextField control={control} name="name" label="Name" problem={nameProblem(networks)} />
        {addresses.map(({ name, label, example, problem }) => (
          <TextField
            key={name}
            control={control}
            name={name}
            label={label}
            placeholder={example}
            mono
            problem={problem}
            onChanged={() => setFound((before) => ({ ...before, [name]: undefined }))}
            help={name === 'activation' ? 'Asked only when an account is made' : <Result of={found[name]} />}
          />
        ))}
      </form>
    </Dialog>
  )
}

/** What asking an address brought. */
function Result({ of }: { of: Measure | undefined }) {
  if (!of) return null
  if (of.latencyMs !== undefined)
    return (
      <State kind="tick">
        Answers in {Math.round(of.latencyMs)} ms{of.says !== undefined && ` as ${of.says}`}
      </State>
    )
  const { title, what } = explain(of.error)
  return (
    <span role="alert" className="flex gap-1.5 text-bad">
      <Glyph kind="failed" className="mt-1" />
      <span className="min-w-0">
        {title}. {what}
      </span>
    </span>
  )
}
