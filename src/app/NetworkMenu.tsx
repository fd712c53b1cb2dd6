import { ChevronsUpDown, Plus, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { removeNetwork, useNetwork, useNetworks, type Network } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Menu, MenuAction, MenuChoice } from '#ui/Menu.tsx'
import { useSwitchNetwork } from './useSwitchNetwork.ts'

const AddNetworkDialog = lazy(async () => ({ default: (await import('./AddNetworkDialog.tsx')).AddNetworkDialog }))

/** Which grid is shown; and adding one, or removing one that was added. */
export function NetworkMenu() {
  const { id, name, added } = useNetwork()
  const networks = useNetworks()
  const switchNetwork = useSwitchNetwork()
  const [open, setOpen] = useState<'add' | 'remove'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Menu
        trigger={
          <Button variant="ghost" className="min-w-0 px-2! text-ink! sm:px-3!">
            <span className="font-normal text-ink-3 max-sm:sr-only">Network</span>
            <span className="truncate">{name}</span>
            <ChevronsUpDown className="text-ink-3" />
          </Button>
        }
      >
        <MenuChoice
          label="Network"
          value={id}
          onChange={(chosen) => void switchNetwork(chosen)}
          options={networks.map((network) => ({ id: network.id, name: network.name, about: network.explanation }))}
        />
        <MenuAction icon={<Plus className="i-sm" />} onChoose={() => setOpen('add')}>
          Add a network…
        </MenuAction>
        {added && (
          <MenuAction icon={<Trash2 className="i-sm" />} onChoose={() => setOpen('remove')}>
            Remove {name}…
          </MenuAction>
        )}
      </Menu>
      <Suspense>
        {open === 'add' && <AddNetworkDialog onClose={close} onAdded={(chosen) => void switchNetwork(chosen)} />}
      </Suspense>
      {open === 'remove' && <RemoveDialog network={{ id, name }} onClose={close} />}
    </>
  )
}

/** Another network is shown before the one that is shown is removed. */
function RemoveDialog({
  network: { id, name },
  onClose,
}: {
  network: Pick<Network, 'id' | 'name'>
  onClose: () => void
}) {
  const [first] = useNetworks()
  const switchNetwork = useSwitchNetwork()
  const remove = async () => {
    onClose()
    await switchNetwork(first!.id)
    removeNetwork(id)
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Remove ${name}?`}
      description={`This browser forgets its addresses and shows ${first!.name}. An account that was made there stays, and is there again when a network of that name is added.`}
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Keep it
          </Button>
          <Button variant="danger-solid" onClick={() => void remove()}>
            Remove network
          </Button>
        </>
      }
    />
  )
}
