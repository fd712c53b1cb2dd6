import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Access, PrivateNetwork } from '#domain/private-network.ts'
import { AccessFile } from '#features/networks/AccessFile.tsx'
import { accessName } from '#features/networks/access-name.ts'
import { useMyNetworks } from '#features/networks/useMyNetworks.ts'
import { buttonClass } from '#ui/Button.tsx'
import { Panel } from '#ui/Panel.tsx'
import { Select } from '#ui/Select.tsx'
import type { Part } from './part.ts'

/** The person's own ways into the networks that the deployment is in; nothing while it is in none with WireGuard. */
export function WireGuardPanels({ parts }: { parts: readonly Part[] }) {
  const names = namesOf(parts)
  const networks = (useMyNetworks().networks.data ?? []).filter(
    ({ name, members }) => names.includes(name) && members.some(({ privateKey }) => privateKey !== ''),
  )
  return networks.map((one) => <WireGuardPanel key={one.name} network={one} />)
}

/** The networks that it brings, and those that its machines are in. */
const namesOf = (parts: readonly Part[]): string[] =>
  parts
    .flatMap(({ held }) => held?.workloads ?? [])
    .flatMap((one) => {
      if (one.type === 'network' || one.type === 'network-light') return [one.name]
      if (one.type === 'zmachine' || one.type === 'zmachine-light')
        return one.data.network.interfaces.map(({ network }) => network)
      return []
    })

function WireGuardPanel({ network }: { network: PrivateNetwork }) {
  const { name, accesses } = network
  const [chosen, setChosen] = useState(0)
  const access = accesses[chosen] ?? accesses[0]
  return (
    <Panel title="WireGuard" aside={<span className="text-small text-ink-3">{name}</span>}>
      <div className="flex flex-col gap-3 py-2">
        {access ? (
          <WayIn network={network} access={access} chosen={chosen} onChoose={setChosen} />
        ) : (
          <p className="text-ink-2">Nobody has a way into this network over WireGuard yet.</p>
        )}
        <Link
          to="/networks/$name"
          params={{ name }}
          className={buttonClass({ variant: 'ghost', size: 'small' }, 'self-start')}
        >
          <Plus />
          {access ? 'Add another way in' : 'Add a way in'}
        </Link>
      </div>
    </Panel>
  )
}

type WayProps = { network: PrivateNetwork; access: Access; chosen: number; onChoose: (i: number) => void }

const WayIn = ({ network, access, chosen, onChoose }: WayProps) => (
  <>
    {network.accesses.length > 1 && (
      <Select
        aria-label="Way in"
        value={String(chosen)}
        options={network.accesses.map((one, i) => ({ value: String(i), name: accessName(network, one) }))}
        onChange={({ target }) => onChoose(Number(target.value))}
      />
    )}
    <AccessFile network={network} access={access} />
  </>
)
