import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { failuresOf, isRunning } from '#domain/deployment/run.ts'
import { showTft } from '#domain/money.ts'
import { plannedChange, type NetworkNode } from '#domain/private-network-planned.ts'
import { UnlockButton } from '#features/account/UnlockButton.tsx'
import { SignSheet } from '#features/twin/SignSheet.tsx'
import { account, fee } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { contractCalls, startRun, useRun } from '#queries/runs.ts'
import { isOpen, useUnlocked } from '#queries/unlocked.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import { AccessFile } from './AccessFile.tsx'
import { changeSteps } from './change-steps.ts'
import { chance, type Change } from './change.ts'

type Props = {
  change: Change
  twinId: number
  /** Every node of the network, after the change too. */
  nodeOf: (nodeId: number) => NetworkNode
  onClose: () => void
}

/** A change of a network, looked over and signed once, and then each of its nodes as it takes it. */
export function ChangeSheet({ change, twinId, nodeOf, onClose }: Props) {
  const { title, verb, says, after, cancels = [], access } = change
  const [planned] = useState(() => plannedChange(after, twinId, nodeOf, chance))
  const calls = contractCalls(planned, cancels)
  const network = useNetwork()
  const client = useQueryClient()
  const open = useQuery(account(network)).data
  const cost = useQuery(fee(network, calls))
  const unlocked = useUnlocked()
  const [runId, setRunId] = useState('')
  const run = useRun(runId)
  if (planned.length === 0)
    return (
      <SignSheet
        title={title}
        calls={cancels.map((contractId) => ({ call: 'cancel-contract', contractId }))}
        verb={verb}
        onClose={onClose}
      >
        <Says lines={says} />
      </SignSheet>
    )
  if (!open) return null
  const locked = open.by === 'key' && !isOpen(open, unlocked)
  const left = cost.data === undefined ? undefined : open.balance.usable - cost.data
  const reason =
    cost.data === undefined ? 'The fee is not known yet' : left! < 0n ? 'The account has too little TFT' : undefined
  const failure = run && failuresOf(run)[0]
  const isDone = run !== undefined && isRunning(run)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide={access !== undefined}
      title={title}
      description={run ? undefined : 'One signature for all of it.'}
      actions={
        run ? (
          <>
            {failure && (
              <Link to="/deploy/runs/$runId" params={{ runId }} className={buttonClass({ variant: 'primary' })}>
                See what can be done
              </Link>
            )}
            <Button variant={isDone ? 'primary' : 'ghost'} onClick={onClose}>
              {isDone ? 'Done' : 'Close'}
            </Button>
          </>
        ) : (
          <>
            <Button variant="ghost" onClick={onClose}>
              Back
            </Button>
            {locked ? (
              <UnlockButton variant="primary" />
            ) : (
              <Button
                variant="primary"
                disabledReason={reason}
                onClick={() =>
                  setRunId(startRun(network, client, after.name, planned, { cancels, solution: 'network' }))
                }
              >
                {verb}
              </Button>
            )}
          </>
        )
      }
    >
      {run ? (
        <>
          <Timeline label="Change" steps={changeSteps(run)} />
          {!isDone && !failure && (
            <p className="text-small text-ink-3">It goes on when this is closed; Activity keeps it.</p>
          )}
          {isDone && access && <AccessFile network={after} access={access} />}
          {failure && (
            <Notice tone="bad" alert>
              <b>{failure.title}.</b> {failure.what}
            </Notice>
          )}
        </>
      ) : (
        <>
          <Says lines={says} />
          <Facts
            of={[
              ['Told', told(planned.map(({ node }) => node.id))],
              ['Fee', cost.data === undefined ? '…' : `${showTft(cost.data, 4)} TFT`],
              ['Left after', left === undefined ? '…' : `${showTft(left)} TFT of ${showTft(open.balance.usable)}`],
              ['Signed by', open.by === 'wallet' ? 'Your wallet, which opens once' : open.name || 'This account'],
            ]}
          />
        </>
      )}
      {cost.error && (
        <Notice tone="bad" alert>
          {explain(cost.error).what}
        </Notice>
      )}
    </Dialog>
  )
}

const Says = ({ lines }: { lines: string[] }) => (
  <ul className="flex list-disc flex-col gap-1 pb-3 pl-4">
    {lines.map((line) => (
      <li key={line} className="wrap-anywhere">
        {line}
      </li>
    ))}
  </ul>
)

const told = (nodes: number[]) => `Node ${nodes.join(', ')}`
