import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { nodePrice } from '#domain/node-price.ts'
import { showTft, showUsd } from '#domain/money.ts'
import type { Node } from '#domain/node.ts'
import { rentProblem } from '#domain/renting.ts'
import { AccountNeed } from '#features/account/AccountNeed.tsx'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { account } from '#queries/account.ts'
import { rentOf } from '#queries/contracts.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useTerms } from './terms.ts'

/** Rents the whole node, or leads to the rent that there is. Nothing on a node that nobody can rent now. */
export function RentNode({ node }: { node: Node }) {
  const open = useQuery(account(useNetwork())).data
  const [renting, setRenting] = useState(false)
  const close = () => setRenting(false)
  const twinId = open?.twinId
  // Once it is rented the sheet goes on until it is closed.
  if (renting && twinId !== undefined) return <Rent node={node} onClose={close} />
  if (renting) return <NoTwin hasAccount={!!open} onClose={close} />
  if (twinId !== undefined && node.rentedByTwinId === twinId) return <OwnRent nodeId={node.id} />
  if (rentProblem(node, twinId) !== undefined) return null
  return <Button onClick={() => setRenting(true)}>Rent</Button>
}

function OwnRent({ nodeId }: { nodeId: number }) {
  const rent = useQuery(rentOf(useNetwork(), nodeId)).data
  return (
    rent && (
      <Link to="/contracts/$contractId" params={{ contractId: String(rent) }} className={buttonClass()}>
        Your rent
      </Link>
    )
  )
}

function Rent({ node, onClose }: { node: Node; onClose: () => void }) {
  const terms = useTerms()
  const price = terms && nodePrice(node, terms, true)
  return (
    <SignSheet
      title={`Rent node ${node.id}`}
      calls={[{ call: 'create-rent-contract', nodeId: node.id }]}
      verb="Sign and rent"
      onClose={onClose}
    >
      <div className="flex flex-col gap-2 pb-3 text-ink-2">
        <p>
          {price ? (
            <b className="font-medium text-ink">
              {showTft(price.monthly)} TFT a month, {showUsd(price.monthlyUsd)}; {showTft(price.hourly, 4)} TFT an hour
            </b>
          ) : (
            'The price is not known yet'
          )}
          {node.extraFeeMilliUsdPerMonth > 0 &&
            `, of which ${showUsd(node.extraFeeMilliUsdPerMonth / 1000)} a month are the farmer’s extra fee`}
          .
        </p>
        <p>
          The node is yours alone: nobody else can deploy there, and what you run there costs nothing more but public
          IPs. It is billed by the hour, used or not, until you release it
          {node.status === 'standby' && '; while it sleeps, it is not'}.
        </p>
      </div>
    </SignSheet>
  )
}

const NoTwin = ({ hasAccount, onClose }: { hasAccount: boolean; onClose: () => void }) => (
  <Dialog
    open
    onOpenChange={onClose}
    title={hasAccount ? 'The account has no twin yet' : 'No account is open'}
    description="A node is rented to an account’s twin, which pays for it."
    actions={
      <>
        <Button variant="ghost" onClick={onClose}>
          Back
        </Button>
        <AccountNeed need={hasAccount ? 'twin' : 'account'} />
      </>
    }
  />
)
