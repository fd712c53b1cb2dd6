import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { rootOf, storyOf, type Happened } from '#domain/deployed-story.ts'
import { showSpan } from '#domain/time.ts'
import { deploymentChanges } from '#queries/deployments.ts'
import { useNetwork } from '#queries/networks.ts'
import { Panel } from '#ui/Panel.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { Glyph, type StateKind } from '#ui/State.tsx'
import type { Part } from './part.ts'

const shownFirst = 10

/** What its nodes did with the deployment, the latest first. */
export function TimelinePanel({ parts }: { parts: readonly Part[] }) {
  const network = useNetwork()
  const [all, setAll] = useState(false)
  const asked = useQueries({
    queries: parts.map(({ contract, node, held }) => ({
      ...deploymentChanges(network, { id: contract.nodeId, twinId: node?.twinId ?? 0 }, contract.id, versionsOf(held)),
      enabled: held !== undefined && held !== null,
    })),
  })
  const story = parts
    .flatMap(({ contract }, i) => storyOf(contract.id, asked[i]!.data ?? []))
    .map((one, i) => ({ ...one, i }))
    .sort((a, b) => b.at - a.at || b.i - a.i)
  const root = rootOf(story.toReversed())
  const shown = all ? story : story.slice(0, shownFirst)
  return (
    <Panel
      title="Timeline"
      aside={
        story.length > shownFirst && (
          <button type="button" className="link text-small" onClick={() => setAll(!all)}>
            {all ? `Latest ${shownFirst}` : `All ${story.length}`}
          </button>
        )
      }
    >
      {story.length === 0 ? (
        <Nothing asking={asked.some(({ isFetching }) => isFetching)} />
      ) : (
        <ol aria-label="What happened" className="py-2">
          {shown.map((one) => (
            <Line key={one.i} of={one} isRoot={root !== undefined && one.i === (root as typeof one).i} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

/** The past is asked for anew when what is held becomes another. */
const versionsOf = (held: Part['held']) =>
  (held?.workloads ?? [])
    .map(({ name, version, result }) => `${name} ${version} ${result.state}`)
    .sort()
    .join(' ')

const Nothing = ({ asking }: { asking: boolean }) =>
  asking ? <SkeletonLines /> : <p className="py-2 text-ink-3">Its nodes told nothing of the past.</p>

const marks: Record<Happened['what'], StateKind> = {
  began: 'waiting',
  ok: 'up',
  failed: 'failed',
  unchanged: 'warn',
  paused: 'paused',
  removed: 'down',
}

const words: Record<Happened['what'], string> = {
  began: 'started to install',
  ok: 'running',
  failed: 'failed',
  unchanged: 'stayed as it was',
  paused: 'paused',
  removed: 'removed',
}

function Line({ of: { name, what, at, tookS, got, message, because }, isRoot }: { of: Happened; isRoot: boolean }) {
  return (
    <li className="grid grid-cols-[10px_minmax(0,1fr)_auto] items-baseline gap-x-2.5 pb-2.5">
      <Glyph kind={marks[what]} />
      <span className="wrap-anywhere">
        {name} {got === '' ? words[what] : `got ${got}`}
        {tookS !== undefined && tookS > 0 && <span className="text-ink-3"> in {showSpan(tookS * 1000)}</span>}
        {because !== undefined && (
          <span className="block text-small text-ink-3">needs {because}, which failed first</span>
        )}
        {isRoot && <span className="block text-small text-bad">This failed first</span>}
        {message !== '' && what !== 'paused' && (
          <span className="mono block text-small whitespace-normal text-ink-2">{message}</span>
        )}
      </span>
      <time className="text-small whitespace-nowrap text-ink-3" dateTime={new Date(at * 1000).toISOString()}>
        {showAt(at)}
      </time>
    </li>
  )
}

/** The hour, and the day before it where that is not today. */
function showAt(at: number): string {
  const date = new Date(at * 1000)
  const clock = date.toLocaleTimeString('en-GB')
  if (date.toDateString() === new Date().toDateString()) return clock
  return `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}, ${clock}`
}
