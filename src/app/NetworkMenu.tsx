import { ChevronsUpDown } from 'lucide-react'
import { chooseNetwork, networks, useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Menu, MenuChoice } from '#ui/Menu.tsx'

/** Which grid is shown. */
export function NetworkMenu() {
  const { id, name } = useNetwork()
  return (
    <Menu
      trigger={
        <Button variant="ghost" className="text-ink!">
          <span className="font-normal text-ink-3 max-sm:sr-only">Network</span>
          {name}
          <ChevronsUpDown className="text-ink-3" />
        </Button>
      }
    >
      <MenuChoice
        label="Network"
        value={id}
        onChange={chooseNetwork}
        options={networks().map((network) => ({ id: network.id, name: network.name, about: network.explanation }))}
      />
    </Menu>
  )
}
