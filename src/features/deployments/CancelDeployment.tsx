import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Deployed } from '#domain/deployed.ts'
import { showTft } from '#domain/money.ts'
import { fee } from '#queries/account.ts'
import { cancelContracts } from '#queries/deployments.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'

type Props = { deployed: Deployed; onCancelled: () => void }

/** A button that ends a deployment, after saying what is lost with it. */
export function CancelDeployment({ deployed, onCancelled }: Props) {
  const network = useNetwork()
  const [open, setOpen] = useState(false)
  const ids = deployed.contracts.map(({ id }) => id)
  const cost = useQuery({
    ...fee(
      network,
      ids.map((contractId) => ({ call: 'cancel-contract', contractId })),
    ),
    enabled: open,
  })
  const cancel = useMutation(cancelContracts(network, useQueryClient()))
  const verb = ids.length === 1 ? 'Cancel 1 contract' : `Cancel ${ids.length} contracts`
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Cancel deployment
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Cancel ${deployed.name}?`}
        description={`Node ${deployed.main.nodeId} removes its machine and disks with everything on them. That cannot be undone.`}
        actions={
          <>
            {cost.data !== undefined && (
              <span className="mr-auto self-center text-small text-ink-3">Fee {showTft(cost.data, 4)} TFT</span>
            )}
            <Button variant="ghost" onClick={() => setOpen(false)}>
              Keep it
            </Button>
            <Button
              variant="danger-solid"
              busy={cancel.isPending}
              onClick={() => cancel.mutate(ids, { onSuccess: onCancelled })}
            >
              {verb}
            </Button>
          </>
        }
      >
        <p className="text-ink-2">
          {ids.length === 1 ? 'Contract' : 'Contracts'} <span className="mono">{ids.join(', ')}</span>{' '}
          {ids.length === 1 ? 'ends' : 'end'} in the next block, and billing stops.
        </p>
        {cancel.error && (
          <Notice tone="bad" alert>
            {explain(cancel.error).what}
          </Notice>
        )}
      </Dialog>
    </>
  )
}
