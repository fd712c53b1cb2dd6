import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Box, Coins, ScrollText } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { showTft, showUsd, toUsd } from '#domain/money.ts'
import type { Node } from '#domain/node.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { account, fee } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { contractCalls, startRun } from '#queries/runs.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { usePrice } from '#features/deployments/price.ts'

type Props = { name: string; node: Node; plan: Planned[]; onBack: () => void }

/** What will be signed, in plain words, before it is. */
export function SignDialog({ name, node, plan, onBack }: Props) {
  const network = useNetwork()
  const client = useQueryClient()
  const navigate = useNavigate()
  const open = useQuery(account(network)).data
  const cost = useQuery(fee(network, contractCalls(plan)))
  const workloads = plan.flatMap(({ deployment }) => deployment.workloads)
  const price = usePrice(workloads, node.certified)
  const [signed, setSigned] = useState(false)
  const sign = () => {
    setSigned(true)
    const runId = startRun(network, client, name, plan)
    void navigate({ to: '/deploy/runs/$runId', params: { runId } })
  }
  return (
    <Dialog
      open
      onOpenChange={onBack}
      title={`Deploy ${name}`}
      description="One signature by your account pays for all of it."
      actions={
        <>
          <span className="mr-auto self-center text-small text-ink-3">
            {cost.data !== undefined && `Fee ${showTft(cost.data, 4)} TFT`}
          </span>
          <Button variant="ghost" onClick={onBack}>
            Back
          </Button>
          <Button
            variant="primary"
            busy={signed}
            onClick={sign}
            disabledReason={cost.data === undefined ? 'The fee is not known yet' : undefined}
          >
            Sign and deploy
          </Button>
        </>
      }
    >
      <ul className="flex flex-col">
        <Line icon={<ScrollText />} title={`Create ${plan.length} contracts`}>
          On node {node.id} in {node.city}: one for the network, one for the machine
        </Line>
        <Line icon={<Box />} title={`Start ${workloads.length} workloads`}>
          {workloads.map((workload) => workload.name).join(', ')}
        </Line>
        {price && open && (
          <Line icon={<Coins />} title={`Pay about ${showTft(price.month)} TFT a month`}>
            {showUsd(toUsd(price.month, price.milliUsdPerTft))}, billed by the hour from your{' '}
            {showTft(open.balance.usable)} TFT
          </Line>
        )}
      </ul>
      {cost.error && (
        <Notice tone="bad" alert>
          <b>{explain(cost.error).title}.</b> {explain(cost.error).what}
        </Notice>
      )}
    </Dialog>
  )
}

const Line = ({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) => (
  <li className="flex gap-3 border-t border-line py-3">
    <span className="pt-0.5 text-ink-3">{icon}</span>
    <span>
      <span className="block font-medium">{title}</span>
      <span className="text-ink-2">{children}</span>
    </span>
  </li>
)
