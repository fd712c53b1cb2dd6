import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AtSign, Box, Coins, RefreshCw, ScrollText } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { exactJson, indentJson } from '#domain/json-text.ts'
import { showTft, showUsd, toUsd } from '#domain/money.ts'
import { planChecks } from '#domain/plan/checks/plan-checks.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { monthly } from '#domain/plan/price.ts'
import { useNeed } from '#features/account/NeedsKey.tsx'
import { SignedBefore } from '#features/deploy/drafts/SignedBefore.tsx'
import { useSigning } from '#features/deploy/drafts/useSigning.ts'
import { explain } from '#queries/explain.ts'
import type { Network } from '#queries/networks.ts'
import { usePlanFacts } from '#queries/plan-facts.ts'
import { plannedOf, useCosts, type Costs } from '#queries/plan-price.ts'
import { contractCalls, signaturesOf, startRun } from '#queries/runs.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { lastsWords } from './runway-words.ts'
import { signatureWords, signLines, type SignLine } from './sign-words.ts'
import { whyNot } from './why-not.ts'

type Props = { draft: string; plan: Plan; network: Network; onBack: () => void }

/** What will be signed, in plain words, before it is. */
export function SignDialog({ draft, plan, network, onBack }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const facts = usePlanFacts(plan, useNeed())
  const checks = planChecks(plan, facts)
  const planned = plannedOf(plan, facts) ?? []
  const costs = useCosts(plan, facts, true)
  const [signed, setSigned] = useState(false)
  const earlier = useSigning(draft)
  const calls = contractCalls(planned)
  const names = calls.flatMap((call) =>
    call.call === 'create-name-contract' && facts.names.get(call.name)?.data !== facts.twinId ? call.name : [],
  )
  const sign = () => {
    setSigned(true)
    const hourly = costs.price.data?.hour
    const options = { solution: plan.solution, draft, ...(hourly !== undefined && { hourly }) }
    const runId = startRun(network, client, plan.name, planned, options)
    void navigate({ to: '/deploy/runs/$runId', params: { runId } })
  }
  const unsure = checks.filter(({ state }) => state === 'warn')
  const isNothing = planned.length === 0 ? 'Nothing changes' : undefined
  const feeless = costs.fee.data === undefined ? 'The fee is not known yet' : undefined
  return (
    <Dialog
      open
      onOpenChange={onBack}
      title={`Deploy ${plan.name}`}
      description={signatureWords(planned, signaturesOf(planned))}
      actions={
        <>
          <span className="mr-auto self-center text-small text-ink-3">
            {costs.fee.data !== undefined && `Fee ${showTft(costs.fee.data, 4)} TFT`}
          </span>
          <Button variant="ghost" onClick={onBack}>
            Back
          </Button>
          <Button
            variant="primary"
            busy={signed}
            onClick={sign}
            disabledReason={signed ? undefined : (whyNot(plan, checks, false) ?? isNothing ?? feeless)}
          >
            {earlier && !signed ? 'Sign it again' : 'Sign and deploy'}
          </Button>
        </>
      }
    >
      {earlier && !signed && <SignedBefore {...earlier} />}
      <ul className="flex flex-col">
        {signLines(planned, names).map((line) => (
          <Line key={line.title} icon={icons[line.kind]} title={line.title}>
            {line.detail}
          </Line>
        ))}
        <PayLine costs={costs} balance={facts.balance} />
      </ul>
      <Sent planned={planned} />
      {unsure.length > 0 && (
        <Notice tone="warn">
          {unsure.map(({ id, words, detail }) => (
            <p key={id}>
              <b>{words}.</b> {detail}
            </p>
          ))}
        </Notice>
      )}
      {costs.fee.error !== null && costs.fee.error !== undefined && (
        <Notice tone="bad" alert>
          <b>{explain(costs.fee.error).title}.</b> {explain(costs.fee.error).what}
        </Notice>
      )}
    </Dialog>
  )
}

const icons: Record<SignLine['kind'], ReactNode> = {
  contracts: <ScrollText />,
  names: <AtSign />,
  updates: <RefreshCw />,
  workloads: <Box />,
}

const Line = ({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) => (
  <li className="flex gap-3 border-t border-line py-3">
    <span className="pt-0.5 text-ink-3">{icon}</span>
    <span className="min-w-0 wrap-anywhere">
      <span className="block font-medium">{title}</span>
      <span className="text-ink-2">{children}</span>
    </span>
  </li>
)

function PayLine({ costs, balance }: { costs: Costs; balance: bigint | undefined }) {
  const { data: price } = costs.price
  if (!price) return null
  const before = price.hourBefore > 0n ? ` instead of ${showTft(monthly(price.hourBefore))}` : ''
  const lasts = lastsWords(balance, costs.spent, price)
  return (
    <Line icon={<Coins />} title={`Pay about ${showTft(monthly(price.hour))} TFT a month${before}`}>
      {showUsd(toUsd(monthly(price.hour), price.milliUsdPerTft))}, billed by the hour.{lasts && ` ${lasts}.`}
    </Line>
  )
}

/** The deployments themselves, for who wants to read them. */
const Sent = ({ planned }: { planned: readonly Planned[] }) => (
  <details className="border-t border-line py-3">
    <summary className="cursor-pointer font-medium">What goes to the nodes</summary>
    {planned.map(({ node, deployment }, i) => (
      <div key={i} className="pt-3">
        <p className="pb-1 text-small text-ink-3">To node {node.id}, signed by you</p>
        <pre className="mono max-h-60 overflow-auto rounded-md bg-sunken p-3 text-micro">
          {indentJson(exactJson(deployment))}
        </pre>
      </div>
    ))}
  </details>
)
