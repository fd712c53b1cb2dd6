import { lazy, Suspense } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'

const Link = lazy(async () => ({ default: (await import('./ShareLink.tsx')).ShareLink }))

type Props = { open: boolean; onOpenChange: (open: boolean) => void; plan: Plan }

/** Gives a link to a plan, and says what is not in it. */
export const ShareDialog = ({ open, onOpenChange, plan }: Props) => (
  <Dialog
    open={open}
    onOpenChange={onOpenChange}
    title="Share by a link"
    description="Who has the link can look at the plan and make it theirs. The plan is in the link itself: no server keeps it."
    wide
    actions={
      <Button variant="ghost" onClick={() => onOpenChange(false)}>
        Close
      </Button>
    }
  >
    <Suspense fallback={<SkeletonLines />}>
      <Link plan={plan} />
    </Suspense>
  </Dialog>
)
