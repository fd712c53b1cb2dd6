import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { showTft } from '#domain/money.ts'
import { UnlockButton } from '#features/account/UnlockButton.tsx'
import { account, fee } from '#queries/account.ts'
import { cancelContracts } from '#queries/deployments.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { isOpen, useUnlocked } from '#queries/unlocked.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'

type Props = {
  title: string
  contractIds: readonly number[]
  /** What goes with them, a line each. */
  loses: readonly string[]
  onClose: () => void
  onCancelled: () => void
}

/** Ends contracts with one signature, after saying what is lost with them. */
export function CancelDialog({ title, contractIds: ids, loses, onClose, onCancelled }: Props) {
  const network = useNetwork()
  const open = useQuery(account(network)).data
  const unlocked = useUnlocked()
  const calls = ids.map((contractId) => ({ call: 'cancel-contract' as const, contractId }))
  const cost = useQuery(fee(network, calls))
  const cancel = useMutation(cancelContracts(network, useQueryClient()))
  const locked = open?.by === 'key' && !isOpen(open, unlocked)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description="Their nodes remove what runs under them with everything on it. That cannot be undone."
      actions={
        <>
          {cost.data !== undefined && (
            <span className="mr-auto self-center text-small text-ink-3">Fee {showTft(cost.data, 4)} TFT</span>
          )}
          <Button variant="ghost" onClick={onClose}>
            {ids.length === 1 ? 'Keep it' : 'Keep them'}
          </Button>
          {locked ? (
            <UnlockButton variant="primary" />
          ) : (
            <Button
              variant="danger-solid"
              busy={cancel.isPending}
              onClick={() => cancel.mutate([...ids], { onSuccess: onCancelled })}
            >
              {ids.length === 1 ? 'Cancel 1 contract' : `Cancel ${ids.length} contracts`}
            </Button>
          )}
        </>
      }
    >
      {loses.length > 0 && (
        <ul aria-label="What is lost" className="mb-3 flex max-h-60 list-disc flex-col gap-1 overflow-y-auto pl-5">
          {loses.map((line) => (
            <li key={line} className="wrap-anywhere">
              {line}
            </li>
          ))}
        </ul>
      )}
      <p className="text-ink-2">
        {ids.length === 1 ? 'Contract' : 'Contracts'} <span className="wrap-anywhere">{ids.join(', ')}</span>{' '}
        {ids.length === 1 ? 'ends' : 'end'} in the next block, all with one signature, and billing stops.
      </p>
      {(cancel.error ?? cost.error) && (
        <Notice tone="bad" alert>
          {explain(cancel.error ?? cost.error).what}
        </Notice>
      )}
    </Dialog>
  )
}
