import { Link } from '@tanstack/react-router'
import { isRunning, isUp, latest, todo, undoing, type Part, type Payment, type Run } from '#domain/deployment/run.ts'
import { showTft } from '#domain/money.ts'
import { showClock, showSpan } from '#domain/time.ts'
import { typeName } from '#domain/workloads/words.ts'
import type { WorkloadType } from '#domain/workloads/workload.ts'
import type { Step } from '#ui/Timeline.tsx'
import { listed } from './run-words.ts'
import { WorkloadLines } from './WorkloadLines.tsx'

/** A run as the steps of a timeline: of each signature its block and its contracts, then each deployment on its node. */
export function runSteps(run: Run, byWallet: boolean, now: number): Step[] {
  const steps = run.payments.flatMap((payment, i) => [
    ...paymentSteps(run, payment, i, byWallet),
    ...run.parts.flatMap((part, k) => (part.payment === i ? partStep(run, part, k, now) : [])),
  ])
  if (undoing(run))
    return [
      ...steps,
      {
        id: 'end',
        title: 'Undone',
        state: run.undoneAt ? 'done' : 'waiting',
        time: run.undoneAt && showClock(run.undoneAt),
      },
    ]
  const ends = run.parts.flatMap(({ settledAt }) => settledAt ?? [])
  const running = isRunning(run)
  return [
    ...steps,
    { id: 'end', title: 'Running', state: running ? 'done' : 'waiting', time: running && showClock(Math.max(...ends)) },
  ]
}

function paymentSteps(run: Run, payment: Payment, i: number, byWallet: boolean): Step[] {
  const { signed, inBlock, failure, purpose, cancels } = payment
  const busy = todo(run).some((effect) => 'payment' in effect && effect.payment === i)
  // A round whose turn never came before the run was undone is no step of it.
  if (!signed && !inBlock && !busy && !failure && undoing(run) && purpose !== 'undo') return []
  const made = madeBy(run, i)
  const stopped = failure !== undefined
  return [
    {
      id: `signed ${i}`,
      title: signedTitle(purpose, i, byWallet),
      state: signed || inBlock ? 'done' : stopped ? 'failed' : busy ? 'now' : 'waiting',
      time: signed && showClock(signed.at),
      detail: whatFor(run, payment, i),
    },
    {
      id: `block ${i}`,
      title: 'In block',
      state: inBlock ? 'done' : stopped && signed ? 'failed' : signed ? 'now' : 'waiting',
      time: inBlock && signed && showSpan(inBlock.at - signed.at),
      detail: inBlock && (
        <>
          {inBlock.number === undefined ? 'Found on the chain' : `Block #${inBlock.number}`}
          {inBlock.fee !== undefined && `, fee ${showTft(inBlock.fee, 4)} TFT`}
          {signed && (
            <span className="mono block truncate" title={signed.hash}>
              {signed.hash}
            </span>
          )}
        </>
      ),
    },
    ...(inBlock && made.length + cancels.length > 0
      ? [
          {
            id: `contracts ${i}`,
            title: 'Contracts',
            state: 'done' as const,
            detail: <Contracts made={made} ended={cancels} />,
          },
        ]
      : []),
  ]
}

function signedTitle(purpose: Payment['purpose'], i: number, byWallet: boolean): string {
  if (purpose === 'undo') return byWallet ? 'Undo signed in the wallet' : 'Undo signed by your account'
  const again = i > 0 ? ' again' : ''
  return byWallet ? `Signed${again} in the wallet` : `Signed${again} by your account`
}

function whatFor(run: Run, { purpose, signed }: Payment, i: number): string {
  if (purpose === 'undo') return 'One signature takes all of it back'
  if (purpose === 'retry') return 'For what failed'
  if (i === 0) return 'One signature for every contract'
  const names = run.parts
    .filter(({ payment }) => payment === i)
    .flatMap(({ workloads }) => workloads.map(({ name }) => name))
  return signed
    ? `For ${listed(names)}, whose addresses are known now`
    : `For ${listed(names)}, once what they lead to has its address`
}

type Made = { id: number; what: string; deployment: boolean }

const madeBy = (run: Run, payment: number): Made[] => [
  ...run.parts.flatMap(({ contractId, nodeId, update, ...part }) =>
    part.payment === payment && contractId !== undefined
      ? { id: contractId, what: update ? `node ${nodeId}, changed` : `node ${nodeId}`, deployment: true }
      : [],
  ),
  ...run.names.flatMap(({ contractId, name, ...one }) =>
    one.payment === payment && contractId !== undefined
      ? { id: contractId, what: `name “${name}”`, deployment: false }
      : [],
  ),
]

const Contracts = ({ made, ended }: { made: Made[]; ended: number[] }) => (
  <ul className="flex flex-wrap gap-x-3">
    {made.map(({ id, what, deployment }) => (
      <li key={id}>
        {deployment ? (
          <Link to="/deployments/$contractId" params={{ contractId: String(id) }} className="link mono">
            {id}
          </Link>
        ) : (
          <span className="mono">{id}</span>
        )}{' '}
        {what}
      </li>
    ))}
    {ended.length > 0 && <li>ended: {listed(ended)}</li>}
  </ul>
)

function partStep(run: Run, part: Part, i: number, now: number): Step {
  const { nodeId, sentAt, acceptedAt, settledAt, workloads, failure, restores, retries } = part
  const busy = todo(run).some((effect) => 'part' in effect && effect.part === i)
  const ok = workloads.filter(({ state }) => state === 'ok').length
  const types = [...new Set(workloads.map(({ type }) => typeName[type as WorkloadType].toLowerCase()))]
  const again = restores !== undefined ? ' as before' : retries !== undefined ? ' again' : ''
  const what = `${listed(types)}${again}`
  const before = part.after
    .filter((other) => !isUp(run.parts[latest(run, other)]!))
    .map((other) => networkOf(run.parts[other]!))
  return {
    id: `part ${i}`,
    title: acceptedAt === undefined ? `Send ${what} to node ${nodeId}` : `Node ${nodeId} accepted ${what}`,
    state: failure ? 'failed' : settledAt ? 'done' : busy ? 'now' : 'waiting',
    time: sentAt && acceptedAt && showSpan(acceptedAt - sentAt),
    detail:
      acceptedAt !== undefined
        ? `${ok} of ${workloads.length} running`
        : before.length > 0
          ? `Once ${listed(before)} runs`
          : undefined,
    children: acceptedAt === undefined ? undefined : <WorkloadLines workloads={workloads} now={now} />,
  }
}

const networkOf = ({ workloads }: Part): string =>
  workloads.find(({ type }) => type === 'network' || type === 'network-light')?.name ?? ''
