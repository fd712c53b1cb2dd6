import { useMutation } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { useState } from 'react'
import { failuresOf, isUnclear, partsInPlay, todo, undoing, updatedParts, type Run } from '#domain/deployment/run.ts'
import { showClock } from '#domain/time.ts'
import { UnlockButton } from '#features/account/UnlockButton.tsx'
import { explain } from '#queries/explain.ts'
import { askPermission, permission } from '#queries/run-notice.ts'
import { undoRun, type RunView } from '#queries/runs.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { listed, undoVerb } from './run-words.ts'

/** What somebody should know of a run that goes on, or has to do for it. */
export function RunNotices({ view }: { view: RunView }) {
  const { run, locked, who, id } = view
  const going = todo(run).length > 0 && failuresOf(run).length === 0
  const quiet = run.parts.filter(({ unheardSince, settledAt }) => unheardSince !== undefined && settledAt === undefined)
  const later = going && !undoing(run) ? laterRound(run) : undefined
  const notices = [
    locked && (
      <Notice key="locked" tone="accent" alert action={<UnlockButton account={who} variant="primary" />}>
        <b>It waits for the account’s key.</b> What its nodes are sent has to be signed by it, so it goes on once the
        key is unlocked.
      </Notice>
    ),
    run.undoneAt !== undefined && (
      <Notice key="undone">
        <b>Undone.</b>{' '}
        {updatedParts(run).length === 0
          ? 'Every contract of this run is cancelled; nothing is billed any more.'
          : 'What it made is cancelled, and what it changed is as it was before.'}
      </Notice>
    ),
    quiet.length > 0 && !undoing(run) && (
      <Notice key="quiet" tone="warn" action={<UndoButton runId={id} run={run} />}>
        <b>
          Node {listed([...new Set(quiet.map(({ nodeId }) => nodeId))])} has not answered since{' '}
          {showClock(quiet[0]!.unheardSince!)}.
        </b>{' '}
        {quiet.every(({ acceptedAt }) => acceptedAt !== undefined)
          ? 'It took the deployment, and may be at work. It is asked again until it answers.'
          : 'Its contract is paid for. It is sent the deployment again for some minutes; nothing is made twice.'}
      </Notice>
    ),
    later !== undefined && <Notice key="later">{later}</Notice>,
    going && run.undoneAt === undefined && <TellMe key="tell" />,
  ].filter(Boolean)
  return notices.length > 0 && <div className="flex flex-col gap-3 pb-5">{notices}</div>
}

/** What is signed after this, and why not now. */
function laterRound(run: Run): string | undefined {
  const away = partsInPlay(run).flatMap(([{ lacks }]) => lacks ?? [])
  if (away.length > 0) return `One more signature follows, for ${listed(away)}: its node takes away what failed first.`
  const rounds = run.payments.flatMap(({ purpose, signed, inBlock }, i) =>
    purpose === 'plan' && i > 0 && !signed && !inBlock ? i : [],
  )
  if (rounds.length === 0) return undefined
  const names = run.parts
    .filter(({ payment }) => rounds.includes(payment))
    .flatMap(({ workloads }) => workloads.map(({ name }) => name))
  const signatures = rounds.length === 1 ? 'One more signature follows' : `${rounds.length} more signatures follow`
  return `${signatures}, for ${listed(names)}: the addresses that they lead to are not known yet.`
}

function UndoButton({ runId, run }: { runId: string; run: Run }) {
  const undo = useMutation(undoRun(runId))
  const verb = undoVerb(run)
  if (verb === undefined) return null
  return (
    <span className="flex flex-col gap-1">
      <Button
        variant="danger"
        busy={undo.isPending}
        onClick={() => undo.mutate()}
        disabledReason={isUnclear(run) ? 'It is not known yet whether a block has all of it' : undefined}
      >
        {verb}
      </Button>
      {undo.error && <span className="text-small text-bad">{explain(undo.error).title}</span>}
    </span>
  )
}

/** Asks the browser for leave to tell of the end; only while that is neither given nor denied. */
function TellMe() {
  const [now, setNow] = useState(permission)
  if (now === 'granted')
    return <p className="text-small text-ink-3">The browser tells you when it is ready, or stops.</p>
  if (now !== 'default') return null
  return (
    <span>
      <Button size="small" onClick={() => void askPermission().then(setNow)}>
        <Bell />
        Tell me when it is ready
      </Button>
    </span>
  )
}
