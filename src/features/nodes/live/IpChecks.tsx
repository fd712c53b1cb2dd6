import type { TaskResult } from '#queries/node-live.ts'
import { State, type StateKind } from '#ui/State.tsx'

const kinds: Record<string, { kind: StateKind; words: string }> = {
  valid: { kind: 'tick', words: 'Works' },
  invalid: { kind: 'failed', words: 'Does not work' },
  skipped: { kind: 'waiting', words: 'Not tried' },
}

/** Which of the farm's addresses work: those that do not by name, all of them on request. */
export function IpChecks({ ips }: { ips: NonNullable<TaskResult<'public-ip-validation'>> }) {
  const rows = Object.entries(ips).map(([ip, check]) => ({ ip, ...check }))
  if (rows.length === 0) return <p className="text-ink-2">Another node of the farm tries them, or it has none.</p>
  const counted = (wanted: string) => rows.filter(({ state }) => state === wanted).length
  const broken = rows.filter(({ state }) => state === 'invalid')
  return (
    <>
      <p className="text-ink-2">
        {counted('valid')} of {rows.length} work.
        {broken.length > 0 && ` ${broken.length} ${broken.length === 1 ? 'does' : 'do'} not.`}
        {counted('skipped') > 0 && ` Held by contracts and not tried: ${counted('skipped')}.`}
      </p>
      {broken.length > 0 && <Checks of={broken} />}
      <details>
        <summary className="cursor-pointer text-small text-ink-2 hover:text-accent">All of them</summary>
        <Checks of={rows} />
      </details>
    </>
  )
}

const Checks = ({ of }: { of: readonly { ip: string; state: string; reason: string }[] }) => (
  <ul className="grid gap-x-6 gap-y-1 pt-1 sm:grid-cols-2">
    {of.map(({ ip, state, reason }) => {
      const { kind, words } = kinds[state] ?? { kind: 'warn' as const, words: state }
      return (
        <li key={ip} className="flex flex-wrap justify-between gap-x-3" title={reason}>
          <span className="mono">{ip}</span>
          <State kind={kind}>{words}</State>
          {state === 'invalid' && reason !== '' && <span className="w-full text-small text-ink-3">{reason}</span>}
        </li>
      )
    })}
  </ul>
)
