import { useNavigate } from '@tanstack/react-router'
import { retryRun, type RunView } from '#queries/runs.ts'
import { Button } from '#ui/Button.tsx'

/** Sends again what this browser still has of a run; nothing where it has none. */
export function Resend({ view }: { view: RunView | undefined }) {
  const navigate = useNavigate()
  if (!view) return null
  return (
    <Button
      size="small"
      variant="primary"
      onClick={() => {
        retryRun(view.id)
        void navigate({ to: '/deploy/runs/$runId', params: { runId: view.id } })
      }}
    >
      Resend
    </Button>
  )
}
