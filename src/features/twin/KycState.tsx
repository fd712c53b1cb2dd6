import { useQuery } from '@tanstack/react-query'
import { explain } from '#queries/explain.ts'
import { verified } from '#queries/kyc.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { State } from '#ui/State.tsx'

/** Whether nodes will take deployments of an account, by the word of the network's identity service; and what to do. */
export function KycState({ address }: { address: string }) {
  const network = useNetwork()
  const asked = useQuery(verified(network, address))
  const again = (
    <Button size="small" busy={asked.isFetching} onClick={() => void asked.refetch()}>
      Ask again
    </Button>
  )
  if (asked.isPending) return <State kind="spin">Asking the identity service</State>
  if (asked.error) {
    const { title, what } = explain(asked.error)
    return (
      <Notice tone="warn" action={again}>
        <b>Unknown.</b> {title}. {what} That is no verdict: nodes ask it themselves, and refuse while they get no
        answer.
      </Notice>
    )
  }
  if (asked.data) return <State kind="tick">Verified: nodes take deployments of this account</State>
  return (
    <Notice tone="warn" action={again}>
      <b>Not verified.</b> Nodes refuse deployments of this account, and a contract would be paid for nothing. Verify it
      once in the dashboard of ThreeFold or its app, which ask for an identity document; this page never sees that. Then
      ask again here.
    </Notice>
  )
}
