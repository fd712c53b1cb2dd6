import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { showTft } from '#domain/money.ts'
import { inSettleOrder, settleProblem, toSettle, type Standing } from '#domain/standing.ts'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { account, fee } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import type { Call } from '#queries/transact.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Facts } from '#ui/Facts.tsx'

type Props = { of: readonly Standing[]; onClose: () => void }

/** Pays what contracts owe now rather than with their next bill, so that what was paused goes on; or says what is missing. */
export function SettleSheet({ of, onClose }: Props) {
  const network = useNetwork()
  const balance = useQuery(account(network)).data?.balance.usable ?? 0n
  // As it was when this opened: settling changes both, and the sheet goes on.
  const [{ settled, usable }] = useState(() => ({ settled: inSettleOrder(of), usable: balance }))
  const calls: Call[] = settled.map(({ id }) => ({ call: 'bill-contract', contractId: id }))
  const cost = useQuery(fee(network, calls)).data ?? 0n
  const owed = settled.reduce((sum, standing) => sum + toSettle(standing), 0n)
  const problem = settleProblem(settled, usable > cost ? usable - cost : 0n)
  if (problem === 'money') return <TooLittle owed={owed + cost} usable={usable} onClose={onClose} />
  if (problem) return <RentFirst rent={problem.rent} onClose={onClose} />
  return (
    <SignSheet
      title={settled.length === 1 ? `Settle contract ${settled[0]!.id}` : `Settle ${settled.length} contracts`}
      calls={calls}
      verb="Sign and settle"
      onClose={onClose}
    >
      <p className="pb-3 text-ink-2">
        <b className="font-medium text-ink">About {showTft(owed, 4)} TFT are billed,</b> which the account has. Their
        grace periods end with it, and nodes let go on what they had paused.
      </p>
    </SignSheet>
  )
}

function TooLittle({ owed, usable, onClose }: { owed: bigint; usable: bigint; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="The account has too little"
      description="The chain takes what there is, but lets a contract go on only when all is paid. Top up first."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Back
          </Button>
          <Link to="/account/money" search={{ do: 'receive' }} className={buttonClass({ variant: 'primary' })}>
            Top up
          </Link>
        </>
      }
    >
      <Facts
        of={[
          ['Owed, with the fee', `${showTft(owed, 4)} TFT`],
          ['To spend', `${showTft(usable, 4)} TFT`],
          ['Missing', `${showTft(owed - usable, 4)} TFT, and a little for the time until then`],
        ]}
      />
    </Dialog>
  )
}

const RentFirst = ({ rent, onClose }: { rent: number; onClose: () => void }) => (
  <Dialog
    open
    onOpenChange={onClose}
    title="The rent of its node comes first"
    description="What runs on a rented node goes on once the rent is settled."
    actions={
      <>
        <Button variant="ghost" onClick={onClose}>
          Back
        </Button>
        <Link
          to="/contracts/$contractId"
          params={{ contractId: String(rent) }}
          className={buttonClass({ variant: 'primary' })}
        >
          To rent {rent}
        </Link>
      </>
    }
  />
)
