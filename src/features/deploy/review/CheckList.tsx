import type { Check } from '#domain/plan/check.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { Glyph, type StateKind } from '#ui/State.tsx'

const glyphs: Record<Check['state'], StateKind> = { ok: 'tick', warn: 'warn', fail: 'failed', wait: 'spin' }
const spoken: Record<Check['state'], string> = { ok: 'Passed', warn: 'Unsure', fail: 'Failed', wait: 'Waiting' }
/** What keeps one from signing is first. */
const order: Check['state'][] = ['fail', 'warn', 'wait', 'ok']
const counted: Record<Check['state'], string> = { ok: 'passed', warn: 'unsure', fail: 'failed', wait: 'waiting' }

type Props = { checks: readonly Check[]; onShow: (check: Check) => void; onPlan: (plan: Plan) => void }

/** The rules, one a row, with the way to what each is about and the way to mend it. */
export function CheckList({ checks, onShow, onPlan }: Props) {
  const rows = checks.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <section aria-labelledby="checks">
      <div className="flex items-baseline pt-5 pb-1">
        <h3 id="checks" className="text-lead">
          Checks
        </h3>
        <span className="ml-auto flex gap-3 text-small text-ink-2">
          {[...order].reverse().map((state) => (
            <Count key={state} state={state} n={checks.filter((check) => check.state === state).length} />
          ))}
        </span>
      </div>
      <ul>
        {rows.map((check) => (
          <CheckRow key={check.id} check={check} onShow={onShow} onPlan={onPlan} />
        ))}
      </ul>
    </section>
  )
}

const Count = ({ state, n }: { state: Check['state']; n: number }) =>
  n > 0 && (
    <span className="status">
      <Glyph kind={glyphs[state]} />
      {n}
      <span className="sr-only"> {counted[state]}</span>
    </span>
  )

function CheckRow({ check, onShow, onPlan }: { check: Check } & Omit<Props, 'checks'>) {
  const { state, words, detail, fix, at, node } = check
  const hasPlace = (state === 'fail' || state === 'warn') && (at !== undefined || node !== undefined)
  return (
    <li className="flex gap-2.5 py-1.5">
      <Glyph kind={glyphs[state]} className="mt-1.25 size-2.5" />
      <span className="min-w-0 flex-1 wrap-anywhere">
        <span className={state === 'ok' ? 'text-ink-2' : undefined}>
          <span className="sr-only">{spoken[state]}: </span>
          {words}
        </span>
        {detail && <span className="block text-small text-ink-3">{detail}</span>}
        {fix && (
          <Button size="small" className="mt-1" onClick={() => onPlan(fix.plan)}>
            {fix.words}
          </Button>
        )}
      </span>
      {hasPlace && (
        <Button size="small" className="self-start" aria-label={`Show ${words}`} onClick={() => onShow(check)}>
          Show
        </Button>
      )}
    </li>
  )
}
