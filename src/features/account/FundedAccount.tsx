import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { faucet, makeFundedAccount } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { ConnectButton } from './ConnectButton.tsx'

/**
 * The ways to an account: one press makes one with play money and a twin, where the network hands such money out; one's
 * own is connected anywhere.
 */
export function FundedAccount({ size }: { size?: 'small' | 'base' }) {
  const network = useNetwork()
  const given = useQuery(faucet(network))
  const make = useMutation(makeFundedAccount(network, useQueryClient()))
  const failure = make.error ? explain(make.error) : undefined
  if (given.isPending) return <Skeleton width={120} />
  if (given.data === false) return <ConnectButton size={size} />
  if (given.error)
    return (
      <>
        <Button
          size={size}
          busy={given.isFetching}
          title={explain(given.error).title}
          onClick={() => void given.refetch()}
        >
          Ask TFChain again
        </Button>
        <ConnectButton size={size} />
      </>
    )
  // In the top bar of a phone the name of the network needs the room.
  const long = size === 'small' ? 'max-sm:hidden' : undefined
  return (
    <>
      <Button
        size={size}
        busy={make.isPending}
        aria-label={make.isPending ? undefined : 'Get a funded account'}
        onClick={() => make.mutate()}
      >
        {!make.isPending && <UserPlus />}
        {make.isPending ? 'Making an account' : <span className={long}>Get a funded account</span>}
        {!make.isPending && size === 'small' && <span className="sm:hidden">Get account</span>}
      </Button>
      <ConnectButton size={size}>
        <span className={size === 'small' ? 'max-sm:sr-only' : undefined}>Connect</span>
      </ConnectButton>
      <Dialog
        open={failure !== undefined}
        onOpenChange={() => make.reset()}
        title={failure?.title ?? ''}
        description={`${failure?.what ?? ''} ${failure?.advice ?? ''}`}
        actions={
          <>
            <Button variant="ghost" onClick={() => make.reset()}>
              Close
            </Button>
            <Button variant="primary" onClick={() => make.mutate()}>
              Try again
            </Button>
          </>
        }
      />
    </>
  )
}
