import { currentPart, isRunning, type Part, type Progress, type Run } from '#domain/deployment/run.ts'
import { showClock, showSpan } from '#domain/time.ts'
import { typeName } from '#domain/workloads/words.ts'
import type { WorkloadType } from '#domain/workloads/workload.ts'
import { Glyph, type StateKind } from '#ui/State.tsx'
import type { Step } from '#ui/Timeline.tsx'

/** A run as the steps of a timeline: the signature, the block, then each deployment on its node. */
export function runSteps(run: Run, now: number): Step[] {
  const { startedAt, signedAt, inBlock, failure } = run
  const chainFailed = failure?.at === 'chain'
  const working = (began: boolean, done: boolean, failed: boolean): Step['state'] =>
    done ? 'done' : failed ? 'failed' : began ? 'now' : 'waiting'
  return [
    {
      id: 'signed',
      title: 'Signed by your account',
      state: working(true, signedAt !== undefined, chainFailed),
      time: signedAt && showClock(signedAt),
      detail: 'One signature for every contract',
    },
    {
      id: 'block',
      title: 'In block',
      state: working(signedAt !== undefined, inBlock !== undefined, chainFailed && signedAt !== undefined),
      time: inBlock && showSpan(inBlock.at - (signedAt ?? startedAt)),
      detail:
        inBlock && `Block #${inBlock.number}, contracts ${run.parts.map((part) => part.contractId).join(' and ')}`,
    },
    ...run.parts.map((part) => partStep(run, part, now)),
    {
      id: 'running',
      title: 'Running',
      state: isRunning(run) ? 'done' : 'waiting',
      time: isRunning(run) && showClock(run.parts.at(-1)!.settledAt!),
    },
  ]
}

function partStep(run: Run, part: Part, now: number): Step {
  const { nodeId, hash, sentAt, acceptedAt, settledAt, workloads } = part
  const ok = workloads.filter(({ state }) => state === 'ok').length
  const broken = workloads.some(({ state }) => state === 'error')
  const stoppedHere = run.failure?.at === 'send' && run.parts.find((one) => one.settledAt === undefined)?.hash === hash
  const what = workloads.map(({ type }) => typeName[type as WorkloadType].toLowerCase()).join(' and ')
  return {
    id: hash,
    title: acceptedAt === undefined ? `Send ${what} to node ${nodeId}` : `Node ${nodeId} accepted ${what}`,
    state:
      broken || stoppedHere ? 'failed' : settledAt ? 'done' : sentAt && run.inBlock ? 'now' : waitsOrWorks(run, hash),
    time: sentAt && acceptedAt && showSpan(acceptedAt - sentAt),
    detail: acceptedAt === undefined ? undefined : `${ok} of ${workloads.length} running`,
    children: acceptedAt === undefined ? undefined : <Workloads workloads={workloads} now={now} />,
  }
}

const waitsOrWorks = (run: Run, hash: string) => (run.inBlock && currentPart(run)?.hash === hash ? 'now' : 'waiting')

const glyphs: Record<Progress['state'], StateKind> = { waiting: 'waiting', init: 'spin', ok: 'up', error: 'failed' }
const words: Record<Progress['state'], string> = { waiting: 'waiting', init: 'installing', ok: 'ok', error: 'failed' }

const Workloads = ({ workloads, now }: { workloads: Progress[]; now: number }) => (
  <ul className="mt-2 rounded-md border border-line bg-sunken" aria-label="Workloads">
    {workloads.map(({ name, type, state, message, startedAt, settledAt }) => (
      <li
        key={name}
        className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line px-3 py-1.5 last:border-0"
      >
        <Glyph kind={glyphs[state]} />
        <span className="font-medium">{name}</span>
        <span className="text-ink-3">{typeName[type as WorkloadType]}</span>
        <span className="ml-auto text-ink-2">{words[state]}</span>
        <span className="w-14 text-right text-ink-3">{startedAt && showSpan((settledAt ?? now) - startedAt)}</span>
        {message !== '' && <span className="mono basis-full text-bad">{message}</span>}
      </li>
    ))}
  </ul>
)
