import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { endOf, failuresOf, isOver, isRunning, todo, undoing, type Run } from '#domain/deployment/run.ts'
import { showSpan } from '#domain/time.ts'
import { explain } from '#queries/explain.ts'
import { dropRun, runList, useRunView, type RunView } from '#queries/runs.ts'
import { Ago } from '#ui/Ago.tsx'
import { Button, buttonClass } from '#ui/Button.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { State, type StateKind } from '#ui/State.tsx'

/** Deployments that were begun in this browser, those that are not over first, each with its way on. */
export function Runs({ network }: { network: string }) {
  const runs = useQuery(runList)
  return (
    <Loaded from={runs} explain={explain}>
      {(all) => {
        const here = all.filter((one) => one.network === network)
        const inOrder = [...here.filter(({ run }) => !isSettled(run)), ...here.filter(({ run }) => isSettled(run))]
        return (
          inOrder.length > 0 && (
            <section aria-labelledby="runs" className="pb-6">
              <h2 id="runs" className="pb-3 text-section">
                Deployments
              </h2>
              <ul className="panel">
                {inOrder.map((view) => (
                  <RunLine key={view.id} stored={view} />
                ))}
              </ul>
            </section>
          )
        )
      }}
    </Loaded>
  )
}

/** Nothing is left to do or to decide; whether its last block is final yet is of no matter here. */
const isSettled = (run: Run) => isOver(run) || isRunning(run) || run.undoneAt !== undefined

function RunLine({ stored }: { stored: RunView }) {
  const { id, run, locked } = useRunView(stored.id) ?? stored
  const drop = useMutation(dropRun(id))
  const { kind, words } = stateOf(run, locked)
  const failure = failuresOf(run)[0]
  return (
    <li className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 last:border-0">
      <span className="min-w-0 flex-1 basis-60 max-sm:basis-full">
        <Link to="/deploy/runs/$runId" params={{ runId: id }} className="font-medium wrap-anywhere hover:underline">
          {run.name}
        </Link>
        <span className="block truncate text-small text-ink-3" title={failure?.what}>
          {failure?.title ?? whereOf(run)}
        </span>
      </span>
      <State kind={kind}>{words}</State>
      <span className="ml-auto w-24 text-right text-small text-ink-3">
        <Ago atMs={run.startedAt} />
      </span>
      {!isSettled(run) && (
        <Link
          to="/deploy/runs/$runId"
          params={{ runId: id }}
          className={buttonClass({ size: 'small', variant: failure || locked ? 'primary' : 'default' })}
          aria-label={`${failure || locked ? 'Go on with' : 'Watch'} ${run.name}`}
        >
          {failure || locked ? 'Go on' : 'Watch'}
        </Link>
      )}
      {(isSettled(run) || failure) && (
        <Button
          size="small"
          variant="ghost"
          busy={drop.isPending}
          onClick={() => drop.mutate()}
          aria-label={`Forget ${run.name}`}
          title="Takes it off this list. What it made stays."
        >
          Forget
        </Button>
      )}
    </li>
  )
}

function stateOf(run: Run, locked: boolean): { kind: StateKind; words: string } {
  if (run.undoneAt !== undefined) return { kind: 'standby', words: 'Undone' }
  if (isRunning(run)) return { kind: 'up', words: `Came up in ${showSpan(endOf(run, 0) - run.startedAt)}` }
  if (failuresOf(run).length > 0) return { kind: 'failed', words: 'Stopped' }
  if (locked) return { kind: 'paused', words: 'Waits for the key' }
  if (undoing(run)) return { kind: 'spin', words: 'Being undone' }
  return todo(run).length > 0 ? { kind: 'spin', words: 'Coming up' } : { kind: 'warn', words: 'Stopped' }
}

function whereOf({ parts }: Run): string {
  const nodes = [...new Set(parts.map(({ nodeId }) => nodeId))]
  const workloads = parts.reduce((sum, part) => sum + part.workloads.length, 0)
  return `${workloads} ${workloads === 1 ? 'workload' : 'workloads'} on node ${nodes.join(', ')}`
}
