import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { retryRun, type RunView } from '#queries/runs.ts'
import { Button } from '#ui/Button.tsx'

/** Sends again what this browser still has of a run; nothing where it has none. */
export const Resend = ({ view }: { view: RunView | undefined }) => view && <ResendButton view={view} />

function ResendButton({ view }: { view: RunView }) {
  const navigate = useNavigate()
  const retry = useMutation(retryRun(view.id))
  return (
    <Button
      size="small"
      variant="primary"
      onClick={() => {
        retry.mutate()
        void navigate({ to: '/deploy/runs/$runId', params: { runId: view.id } })
      }}
    >
      Resend
    </Button>
  )
}
