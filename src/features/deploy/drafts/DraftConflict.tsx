import { useEffect } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { keepMine, noticeChange, takeTheirs, useDraftConflict } from '#queries/drafts.ts'
import { Ago } from '#ui/Ago.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

type Props = { id: string; plan: Plan; onPlan: (plan: Plan) => void }

/** Told in a builder whose draft was changed in another tab: neither is lost before somebody says which one stays. */
export function DraftConflict({ id, plan, onPlan }: Props) {
  const theirs = useDraftConflict(id)
  useEffect(
    function lookWhenSeenAgain() {
      const look = () => void noticeChange(id).catch(() => undefined)
      addEventListener('focus', look)
      document.addEventListener('visibilitychange', look)
      return () => {
        removeEventListener('focus', look)
        document.removeEventListener('visibilitychange', look)
      }
    },
    [id],
  )
  if (!theirs) return null
  return (
    <div className="px-4 pt-3 rail:px-6">
      <Notice
        tone="warn"
        alert
        action={
          <span className="flex flex-wrap gap-2">
            <Button
              size="small"
              onClick={() => {
                takeTheirs(theirs)
                onPlan(theirs.plan)
              }}
            >
              Take theirs
            </Button>
            <Button size="small" onClick={() => void keepMine(theirs, plan)}>
              Keep mine
            </Button>
          </span>
        }
      >
        <b>Changed in another tab</b> <Ago atMs={theirs.changedAt} />. What you change here is not saved until you
        choose.
      </Notice>
    </div>
  )
}
