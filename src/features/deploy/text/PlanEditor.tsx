import { useRef } from 'react'
import type { Check } from '#domain/plan/check.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Format } from '#domain/plan/text/read-plan.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { CodeArea, lineHeight } from './CodeArea.tsx'
import { marksOf, type Mark } from './marks.ts'
import { MarkList } from './MarkList.tsx'
import { usePlanText } from './usePlanText.ts'

type Props = { plan: Plan; format: Format; onPlan: (plan: Plan) => void; checks: readonly Check[] }

/** A plan to be typed. What is wrong stands at its line and in a list below. */
export function PlanEditor({ plan, format, onPlan, checks }: Props) {
  const { text, read, type, apply } = usePlanText(plan, format, onPlan)
  const area = useRef<HTMLTextAreaElement>(null)
  const marks = marksOf(read, checks)
  const name = format === 'json' ? 'JSON' : 'YAML'
  const isBroken = 'problems' in read
  const go = ({ line, column }: Mark) => {
    const lines = text.split('\n')
    const at = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1
    area.current?.focus()
    area.current?.setSelectionRange(at, at)
    area.current?.scrollTo({ top: (line - 4) * lineHeight })
  }
  return (
    <div className="panel flex h-full min-h-[60dvh] flex-col overflow-hidden">
      <div className="flex h-10 shrink-0 items-center gap-3 border-b border-line pr-1.5 pl-3">
        <output className="min-w-0 flex-1 truncate text-ink-2">{words(marks, isBroken)}</output>
        <CopyButton value={text} what={`the ${name}`} />
      </div>
      <CodeArea
        ref={area}
        label={`Plan as ${name}`}
        value={text}
        onChange={type}
        onBlur={apply}
        marked={new Map(marks.toReversed().map(({ line, tone }) => [line, tone]))}
        invalid={isBroken}
      />
      {marks.length > 0 && <MarkList marks={marks} onGo={go} />}
    </div>
  )
}

function words(marks: readonly Mark[], isBroken: boolean): string {
  const many = marks.length === 1 ? '1 problem' : `${marks.length} problems`
  if (isBroken) return `${many}: the form keeps what last read well`
  return marks.length === 0 ? 'Reads well' : `Reads well; the checks see ${many}`
}
