import { RefreshCw } from 'lucide-react'
import { explain } from '#queries/explain.ts'
import { Button } from '#ui/Button.tsx'

/** Why the node told nothing, and the way to ask it again. */
export function Why({ error, again }: { error: unknown; again: () => void }) {
  const { title, what, advice, retry } = explain(error)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-1.5">
      <p className="min-w-0 flex-1 basis-60 text-ink-2">
        <b className="font-medium text-ink">{title}.</b> {what} {advice}
      </p>
      {retry && (
        <Button size="small" onClick={again}>
          <RefreshCw />
          Ask again
        </Button>
      )}
    </div>
  )
}
