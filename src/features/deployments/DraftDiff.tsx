import { useQuery } from '@tanstack/react-query'
import { exactJson, indentJson } from '#domain/json-text.ts'
import { lineDiff, type DiffLine } from '#domain/line-diff.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import type { PlanDeployment } from '#domain/plan/plan.ts'
import { planOfRunning, versioned, type Held } from '#domain/plan/update.ts'
import { draft } from '#queries/drafts.ts'
import { explain } from '#queries/explain.ts'
import { Loaded } from '#ui/Loaded.tsx'
import { Operations } from './Operations.tsx'
import type { Part } from './part.ts'

/** What would become of each contract by a draft: what its node would do, and which lines differ. */
export function DraftDiff({ draftId, parts }: { draftId: string; parts: readonly Part[] }) {
  const found = useQuery(draft(draftId))
  const held: Held = new Map(parts.flatMap(({ contract, held: one }) => (one ? [[contract.id, one] as const] : [])))
  return (
    <Loaded from={found} explain={explain}>
      {(one) => {
        if (!one) return <p className="text-ink-2">This browser has no such draft.</p>
        const contracts = parts.map(({ contract }) => contract)
        const now = planOfRunning(contracts, held, '', '').nodes.flatMap(({ deployments }) => deployments)
        const next = one.plan.nodes.flatMap(({ deployments }) => deployments)
        const others = next.filter(({ deployment }) => !held.has(Number(deployment.contract_id)))
        return (
          <div className="flex flex-col gap-6">
            <Operations plan={one.plan} previous={held} contracts={contracts} />
            {now.map(({ deployment }) => (
              <ContractDiff key={Number(deployment.contract_id)} now={deployment} next={next} held={held} />
            ))}
            {others.length > 0 && (
              <p className="text-ink-2">
                The draft also has {others.length} {others.length === 1 ? 'deployment' : 'deployments'} beside these.
              </p>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

type DiffProps = { now: Deployment; next: readonly PlanDeployment[]; held: Held }

function ContractDiff({ now, next, held }: DiffProps) {
  const id = Number(now.contract_id)
  const wanted = next.find(({ deployment }) => Number(deployment.contract_id) === id)?.deployment
  const title = (
    <h2 className="pb-2 text-section">
      Contract <span className="mono">{id}</span>
    </h2>
  )
  if (!wanted)
    return (
      <section aria-label={`Contract ${id}`}>
        {title}
        <p className="text-ink-2">The draft does not touch it.</p>
      </section>
    )
  const lines = folded(lineDiff(textOf(now), textOf(versioned(wanted, held.get(id)!))))
  return (
    <section aria-label={`Contract ${id}`}>
      {title}
      <ol aria-label="Lines that differ" className="mono rounded-md border border-line bg-sunken py-2 text-small">
        {lines.map(({ kind, text }, i) => (
          // Lines have nothing else to be told apart by.
          <li key={`${i} ${text}`} className={`px-3 wrap-anywhere whitespace-pre-wrap ${looks[kind]}`}>
            <span className="sr-only">{said[kind]}</span>
            <span aria-hidden="true">{marks[kind]} </span>
            {text}
          </li>
        ))}
      </ol>
    </section>
  )
}

const textOf = (deployment: Deployment) => {
  const { version, metadata, description, workloads } = deployment
  return indentJson(exactJson({ version, metadata, description, workloads }))
}

type Shown = DiffLine | { kind: 'fold'; text: string }
const looks: Record<Shown['kind'], string> = {
  same: 'text-ink-3',
  less: 'bg-bad-soft text-bad',
  more: 'bg-ok-soft text-ok',
  fold: 'text-ink-3 italic',
}
const marks: Record<Shown['kind'], string> = { same: ' ', less: '−', more: '+', fold: ' ' }
const said: Record<Shown['kind'], string> = { same: '', less: 'Removed: ', more: 'Added: ', fold: '' }

const around = 3

/** Long stretches without a difference are folded. */
function folded(lines: readonly DiffLine[]): Shown[] {
  const isNear = (i: number) => lines.slice(Math.max(0, i - around), i + around + 1).some(({ kind }) => kind !== 'same')
  const shown: Shown[] = []
  for (const [i, line] of lines.entries()) {
    const last = shown.at(-1)
    if (isNear(i)) shown.push(line)
    else if (last?.kind !== 'fold') shown.push({ kind: 'fold', text: '…' })
  }
  return shown
}
