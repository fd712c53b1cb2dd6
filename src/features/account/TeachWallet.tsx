import { useMutation } from '@tanstack/react-query'
import { useNetwork } from '#queries/networks.ts'
import { teach } from '#queries/wallet-chain.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Trouble } from './Trouble.tsx'

/** Offers a wallet what it needs to read this chain's transactions out to its owner. */
export function TeachWallet({ source, onClose }: { source: string; onClose: () => void }) {
  const teaching = useMutation({ ...teach(useNetwork(), source) })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${source} cannot read this chain yet`}
      description={`It does not know TFChain as it is now, so it would show what you are to sign as bytes, or under wrong names. It can be told what it needs, without any fee; it asks you first.`}
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Later
          </Button>
          <Button
            variant="primary"
            busy={teaching.isPending}
            onClick={() => teaching.mutate(undefined, { onSuccess: onClose })}
          >
            {teaching.isPending ? `Approve it in ${source}` : `Tell ${source}`}
          </Button>
        </>
      }
    >
      {teaching.error && <Trouble error={teaching.error} />}
    </Dialog>
  )
}
