import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { deployProblem, type Node } from '#domain/node.ts'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import { buttonClass } from '#ui/Button.tsx'
import { RentNode } from './RentNode.tsx'
import { showMonth, useTerms } from './terms.ts'

/** What the whole node costs, and the way to put a machine on it or the reason why not. */
export function NodeActions({ node }: { node: Node }) {
  const twinId = useQuery(account(useNetwork())).data?.twinId
  const problem = deployProblem(node, twinId)
  const whyId = useId()
  const { tft, usd } = showMonth(node, useTerms())
  return (
    <>
      <div className="pr-2 text-right max-rail:mr-auto max-rail:text-left">
        <div className="font-[550]">
          {tft === undefined ? usd : `${tft} TFT`} <span className="font-normal text-ink-3">/ month, whole node</span>
        </div>
        <div className="text-small text-ink-3" id={whyId}>
          {[tft === undefined ? undefined : usd, problem].filter(Boolean).join('. ')}
        </div>
      </div>
      <RentNode node={node} />
      {problem === undefined ? (
        <Link to="/deploy/vm" search={{ node: node.id }} className={buttonClass({ variant: 'primary' })}>
          Deploy here
        </Link>
      ) : (
        <button
          type="button"
          aria-disabled="true"
          aria-describedby={whyId}
          className={buttonClass({ variant: 'primary' })}
        >
          Deploy here
        </button>
      )}
    </>
  )
}
