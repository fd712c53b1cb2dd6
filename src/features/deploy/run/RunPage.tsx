import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import clsx from 'clsx'
import { Box, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { endOf, failuresOf, isRunning, todo } from '#domain/deployment/run.ts'
import { showSpan } from '#domain/time.ts'
import { explain } from '#queries/explain.ts'
import { storedRun, useRunView, type RunView } from '#queries/runs.ts'
import { Badge } from '#ui/Badge.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Timeline } from '#ui/Timeline.tsx'
import { RunAddresses } from './RunAddresses.tsx'
import { RunAside } from './RunAside.tsx'
import { RunNotices } from './RunNotices.tsx'
import { runSteps } from './run-steps.tsx'
import { headline, stepsDone } from './run-words.ts'
import { RunWays } from './RunWays.tsx'

/** A deployment as it comes up, step by step. */
export function RunPage() {
  const { runId } = useParams({ from: '/deploy/runs/$runId' })
  const live = useRunView(runId)
  const stored = useQuery(storedRun(runId))
  if (live) return <LiveRun view={live} />
  return (
    <Page title="Deployment" layout="narrow">
      <Loaded from={stored} explain={explain}>
        {() => (
          <Empty
            icon={<Box />}
            title="This browser knows no such run"
            actions={
              <Link to="/deployments" className={buttonClass({ variant: 'primary' })}>
                See deployments
              </Link>
            }
          >
            It was begun in another browser, or forgotten here. What was paid for is on the chain, and shows under
            Deployments.
          </Empty>
        )}
      </Loaded>
    </Page>
  )
}

function LiveRun({ view }: { view: RunView }) {
  const { id, run } = view
  const failed = failuresOf(run).length > 0
  const busy = todo(run).length > 0
  const now = useClock(busy)
  const head = headline(run)
  return (
    <Page
      title={head}
      aside={showSpan(endOf(run, now) - run.startedAt)}
      actions={<Safety view={view} />}
      layout="narrow"
    >
      <Meter {...stepsDone(run)} failed={failed} />
      <output className="sr-only">{head}</output>
      <RunWays runId={id} run={run} />
      <div className="grid items-start gap-6 pt-6 wide:grid-cols-[minmax(0,1fr)_270px]">
        <div className="min-w-0">
          <RunNotices view={view} />
          {isRunning(run) && <RunAddresses run={run} />}
          <Timeline label="Steps" steps={runSteps(run, view.byWallet, now)} />
        </div>
        <RunAside view={view} />
      </div>
    </Page>
  )
}

const Safety = ({ view: { kept } }: { view: RunView }) => (
  <Badge tone={kept ? 'line' : 'warn'}>
    {kept ? <ShieldCheck /> : <TriangleAlert />}
    {kept ? 'Safe to close this tab' : 'Keep this tab open: the browser keeps nothing'}
  </Badge>
)

const Meter = ({ done, of, failed }: { done: number; of: number; failed: boolean }) => (
  <div className="h-1 overflow-hidden rounded-full bg-track">
    <progress className="sr-only" aria-label="Deployment" max={of} value={done} />
    <div
      className={clsx('h-full rounded-full transition-[width]', failed ? 'bg-bad' : 'bg-accent')}
      style={{ width: `${(100 * done) / of}%` }}
    />
  </div>
)

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
