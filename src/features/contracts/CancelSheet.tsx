import { useState } from 'react'
import { heldRents, inCancelOrder, type Held } from '#domain/cancelling.ts'
import type { Contract } from '#domain/contract.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import type { Standings } from './contract-columns.tsx'

type Props = { contracts: readonly Contract[]; of: Standings; onClose: () => void }

/** Ends contracts, all or none, after saying what is lost with them and which rents have to wait. */
export function CancelSheet({ contracts, of, onClose }: Props) {
  const [also, setAlso] = useState<number[]>([])
  const holdsOf = (rent: number) => (of?.get(rent)?.holds ?? []).filter((id) => !also.includes(id))
  const held = heldRents(contracts, holdsOf)
  if (held.length > 0)
    return <HeldRents held={held} onAlso={() => setAlso(held.flatMap(({ holds }) => holds))} onClose={onClose} />
  const ids = [...also, ...inCancelOrder(contracts).map(({ id }) => id)]
  const title = ids.length === 1 ? `Cancel contract ${ids[0]}` : `Cancel ${ids.length} contracts`
  return (
    <SignSheet
      title={title}
      calls={ids.map((contractId) => ({ call: 'cancel-contract', contractId }))}
      verb="Sign and cancel"
      onClose={onClose}
    >
      <ul className="flex list-disc flex-col gap-1 pb-3 pl-4 text-ink-2">
        {lossesOf(contracts, also.length > 0).map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
        <li>Each is billed a last time, for the time since its last bill. Billing then stops.</li>
      </ul>
    </SignSheet>
  )
}

/** What nobody brings back. */
function lossesOf(contracts: readonly Contract[], more: boolean): string[] {
  const has = (kind: Contract['kind']) => contracts.some((contract) => contract.kind === kind)
  return [
    has('node') || more
      ? 'Nodes remove what ran under them, with all that is on its disks. That cannot be undone.'
      : '',
    has('name') ? 'A name is free for anybody then, and gateways stop serving it.' : '',
    has('rent') ? 'A node that you rent goes back: others can rent it, or deploy there.' : '',
  ].filter((loss) => loss !== '')
}

type HeldProps = { held: Held[]; onAlso: () => void; onClose: () => void }

function HeldRents({ held, onAlso, onClose }: HeldProps) {
  const count = held.reduce((sum, { holds }) => sum + holds.length, 0)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={held.length === 1 ? `Node ${held[0]!.nodeId} is not empty` : 'Some nodes are not empty'}
      description="A rent ends only after what runs on its node."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Keep them
          </Button>
          <Button variant="danger" onClick={onAlso}>
            {count === 1 ? 'Cancel that one too' : `Cancel those ${count} too`}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-1">
        {held.map(({ rent, nodeId, holds }) => (
          <li key={rent}>
            Under rent <span className="mono">{rent}</span> of node {nodeId}{' '}
            {holds.length === 1 ? 'runs contract' : 'run contracts'} <span className="mono">{holds.join(', ')}</span>.
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
