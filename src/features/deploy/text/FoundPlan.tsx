import { Notice } from '#ui/Notice.tsx'
import type { Found } from './found.ts'
import { PlanPreview } from './PlanPreview.tsx'

const most = 8

/** What an import came upon. */
export function FoundPlan({ found }: { found: Found }) {
  if ('plan' in found)
    return (
      <div className="flex flex-col gap-3">
        <PlanPreview plan={found.plan} />
        {found.notes.map((note) => (
          <Notice key={note}>{note}</Notice>
        ))}
      </div>
    )
  const { problems } = found
  return (
    <Notice tone="bad" alert>
      <ul>
        {problems.slice(0, most).map((words, i) => (
          <li key={i} className="wrap-anywhere">
            {words}
          </li>
        ))}
      </ul>
      {problems.length > most && <p>And {problems.length - most} more.</p>}
    </Notice>
  )
}
