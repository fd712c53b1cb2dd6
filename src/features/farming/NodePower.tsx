import { inUse, type FarmNode, type Power } from '#domain/farm-on-chain.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'

type Props = { node: FarmNode; power: Power; onClose: () => void }

/** Puts a node to sleep or wakes it, or says what keeps it awake. */
export function NodePower({ node, power, onClose }: Props) {
  const held = power === 'Down' ? inUse(node) : undefined
  if (held !== undefined)
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`Node ${node.id} cannot sleep`}
        description={`${held}. A node sleeps only while nobody runs anything on it or rents it.`}
        actions={<Button onClick={onClose}>Back</Button>}
      />
    )
  return (
    <SignSheet
      title={power === 'Down' ? `Put node ${node.id} to sleep` : `Wake node ${node.id}`}
      calls={[{ call: 'set-node-power', nodeId: node.id, power }]}
      verb={power === 'Down' ? 'Sign and put to sleep' : 'Sign and wake'}
      onClose={onClose}
    >
      <p className="pb-3 text-ink-2">
        {power === 'Down'
          ? 'It shuts down within minutes and is told to be in standby: nobody can deploy there, though it can be rented. It has to wake and report once every 24 hours, or it counts as down: wake it from here, or let a farmerbot do both.'
          : 'Another node of the farm wakes it over the network, for which its board has to know wake-on-LAN and one node has to be up. That takes some minutes.'}
      </p>
    </SignSheet>
  )
}
