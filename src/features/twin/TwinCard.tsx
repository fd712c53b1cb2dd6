import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { relayHosts } from '#domain/relays.ts'
import type { Twin } from '#domain/twin.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { twin } from '#queries/twin.ts'
import { Button } from '#ui/Button.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Panel } from '#ui/Panel.tsx'
import { EditTwin } from './EditTwin.tsx'
import { Key } from './Key.tsx'

/** A twin as the chain has it, and the way to change it. */
export function TwinCard({ address, twinId }: { address: string; twinId: number }) {
  const asked = useQuery(twin(useNetwork(), twinId))
  const [editing, setEditing] = useState(false)
  return (
    <Panel
      title={`Twin ${twinId}`}
      aside={
        asked.data && (
          <Button size="small" onClick={() => setEditing(true)}>
            Change
          </Button>
        )
      }
    >
      <Loaded from={asked} explain={explain}>
        {(found) => (found ? <TwinFacts of={found} /> : <p className="py-2 text-ink-2">The chain knows it no more.</p>)}
      </Loaded>
      {editing && asked.data && <EditTwin address={address} twin={asked.data} onClose={() => setEditing(false)} />}
    </Panel>
  )
}

const TwinFacts = ({ of: { address, relay, encryptionKey } }: { of: Twin }) => (
  <Facts
    of={[
      [
        'Account',
        <span key="address" className="mono wrap-anywhere">
          {address}
        </span>,
      ],
      ['Relays', relay === '' ? 'None: no message reaches it' : relayHosts(relay).join(', ')],
      ['Key', <Key key="key" of={encryptionKey} />],
    ]}
  />
)
