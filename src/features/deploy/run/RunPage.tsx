import { useMutation } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Box } from 'lucide-react'
import { useEffect, useState } from 'react'
import { contractIds, isRunning, type Run } from '#domain/deployment/run.ts'
import { showTft } from '#domain/money.ts'
import { showSpan } from '#domain/time.ts'
import { explain } from '#queries/explain.ts'
import { retryRun, undoRun, useRun } from '#queries/runs.ts'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Panel } from '#ui/Panel.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import { RunAddresses } from './RunAddresses.tsx'
import { runSteps } from './run-steps.tsx'

/** A deployment as it comes up, step by step. */
export function RunPage() {
  const { runId } = useParams({ from: '/deploy/runs/$runId' })
  const run = useRun(runId)
  if (!run)
    return (
      <Page title="Deployment" layout="narrow">
        <Empty
          icon={<Box />}
          title="This tab does not know that run"
          actions={
            <Link to="/deployments" className={buttonClass({ variant: 'primary' })}>
              See deployments
            </Link>
          }
        >
          The page was loaded anew since. What was paid for is on the chain, and shows under Deployments.
        </Empty>
      </Page>
    )
  return <LiveRun runId={runId} run={run} />
}

function LiveRun({ runId, run }: { runId: string; run: Run }) {
  const now = useClock(!isRunning(run) && !run.failure)
  const ended = run.failure?.when ?? run.parts.at(-1)?.settledAt ?? now
  const main = run.parts.at(-1)?.contractId
  return (
    <Page title={headline(run)} aside={showSpan(ended - run.startedAt)} layout="narrow">
      <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_270px]">
        <div className="min-w-0">
          <output className="sr-only">{headline(run)}</output>
          {run.failure && run.undoneAt === undefined && <Ways runId={runId} run={run} main={main} />}
          {run.undoneAt !== undefined && (
            <div className="pb-5">
              <Notice>
                <b>Undone.</b> Every contract of this run is cancelled; nothing is billed any more.
              </Notice>
            </div>
          )}
          {isRunning(run) && main !== undefined && <RunAddresses run={run} contractId={main} />}
          <Timeline label="Steps" steps={runSteps(run, now)} />
        </div>
        <Panel title="What you signed">
          <Facts
            of={[
              ['Contracts', contractIds(run).join(', ') || `${run.parts.length} to make`],
              ['Node', run.parts[0]?.nodeId],
              ['Fee', run.inBlock && `${showTft(run.inBlock.fee, 4)} TFT`],
              ['Block', run.inBlock && `#${run.inBlock.number}`],
            ]}
          />
        </Panel>
      </div>
    </Page>
  )
}

function headline({ name, ...run }: Run): string {
  if (run.undoneAt !== undefined) return `${name} was undone`
  if (run.failure) return `${name} did not come up`
  return isRunning({ name, ...run }) ? `${name} is running` : `${name} is coming up`
}

/** What went wrong and the ways on from there. */
function Ways({ runId, run, main }: { runId: string; run: Run; main: number | undefined }) {
  const { title, what, at } = run.failure!
  const made = contractIds(run)
  const undo = useMutation(undoRun(runId))
  return (
    <section role="alert" className="note note-bad mb-6 flex-col">
      <div>
        <h2 className="text-section">{title}</h2>
        <p className={at === 'workload' ? 'mono pt-1' : 'pt-1'}>{what}</p>
        <p className="pt-1 text-small">
          {made.length === 0
            ? 'No contract was made and nothing is billed.'
            : `Contracts ${made.join(' and ')} exist and are billed until they are cancelled.`}
        </p>
      </div>
      {undo.error && <Notice tone="bad">{explain(undo.error).what}</Notice>}
      <div className="flex flex-wrap gap-2">
        {at !== 'workload' && (
          <Button variant="primary" onClick={() => retryRun(runId)}>
            Retry
          </Button>
        )}
        {main !== undefined && (
          <Link to="/deployments/$contractId" params={{ contractId: String(main) }} className={buttonClass()}>
            Keep and look
          </Link>
        )}
        {made.length > 0 && (
          <Button variant="danger" busy={undo.isPending} onClick={() => undo.mutate()}>
            Undo: cancel {made.length === 1 ? 'the contract' : `${made.length} contracts`}
          </Button>
        )}
      </div>
    </section>
  )
}

/** The time, ten times a second while `ticking`. */
function useClock(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(
    function tick() {
      if (!ticking) return
      const timer = setInterval(() => setNow(Date.now()), 100)
      return () => clearInterval(timer)
    },
    [ticking],
  )
  return now
}
