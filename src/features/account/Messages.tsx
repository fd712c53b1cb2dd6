import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Chosen } from '#queries/chosen.ts'
import { encryption, type Encryption } from '#queries/encryption.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { isOpen, useUnlocked } from '#queries/unlocked.ts'
import { Button } from '#ui/Button.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Panel } from '#ui/Panel.tsx'
import { State, type StateKind } from '#ui/State.tsx'
import { EncryptionChoice } from './EncryptionChoice.tsx'

/** How messages of nodes to this account are encrypted. Only a key that is unlocked can be compared with the chain's. */
export function Messages({ account }: { account: Chosen }) {
  const open = isOpen(account, useUnlocked())
  const found = useQuery({ ...encryption(useNetwork(), account), enabled: open })
  if (!open || found.data === null) return null
  return (
    <Panel title="Messages of nodes">
      <div className="py-2">
        <Loaded from={found} explain={explain}>
          {(keys) => keys && <Told account={account} state={keys.state} />}
        </Loaded>
      </div>
    </Panel>
  )
}

const told: Record<Encryption['state'], { kind: StateKind; words: string }> = {
  same: { kind: 'tick', words: 'Encrypted for the key in this page' },
  other: { kind: 'warn', words: 'Encrypted for a key of another app: answers cannot be read here' },
  none: { kind: 'warn', words: 'Not encrypted: relays can read them' },
}

function Told({ account, state }: { account: Chosen; state: Encryption['state'] }) {
  const [choosing, setChoosing] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <State kind={told[state].kind}>{told[state].words}</State>
      {state !== 'same' && (
        <Button size="small" onClick={() => setChoosing(true)}>
          See what can be done
        </Button>
      )}
      {choosing && <EncryptionChoice account={account} onClose={() => setChoosing(false)} />}
    </div>
  )
}
