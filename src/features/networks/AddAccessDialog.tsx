import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { addAccess } from '#domain/private-network-change.ts'
import type { Member, PrivateNetwork } from '#domain/private-network.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { chance, type Change } from './change.ts'

type Props = { network: PrivateNetwork; onChange: (change: Change) => void; onClose: () => void }

/** Members over which people can get in: those that answer and can be called, over IPv4 first. */
export const waysOver = ({ members }: PrivateNetwork): Member[] =>
  members
    .filter(({ address, deployment, privateKey }) => address !== undefined && deployment && privateKey)
    .sort((a, b) => Number(a.address!.includes(':')) - Number(b.address!.includes(':')))

/** Asks for whom a way in is, and over which node. */
export function AddAccessDialog({ network, onChange, onClose }: Props) {
  const formId = useId()
  const members = waysOver(network)
  const { control, handleSubmit } = useForm({ defaultValues: { name: '', node: String(members[0]?.nodeId ?? '') } })
  const add = ({ name, node }: { name: string; node: string }) => {
    const after = addAccess(network, Number(node), chance, name.trim())
    const access = after.accesses.at(-1)!
    onChange({
      title: `A way into ${network.name}`,
      verb: 'Sign and add',
      says: [
        `${name.trim() || 'Somebody'} gets ${access.subnet} and a key, and comes in over node ${node}.`,
        'The key is kept in the network’s own record, on its nodes: the file can be had again at any time.',
      ],
      after,
      access,
    })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Add a person"
      description="Makes a WireGuard file, with which one computer or phone gets into the network."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Back
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            Look it over
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void handleSubmit(add)()
        }}
      >
        <TextField
          control={control}
          name="name"
          label="Name"
          optional
          help="Whose it is, for yourself"
          problem={nameProblem}
        />
        <SelectField
          control={control}
          name="node"
          label="Over"
          options={members.map(({ nodeId, address }) => ({
            value: String(nodeId),
            name: `Node ${nodeId}, ${address}`,
          }))}
        />
      </form>
    </Dialog>
  )
}

const nameProblem = (name: string) => (name.length > 40 ? 'Keep it to 40 characters' : undefined)
