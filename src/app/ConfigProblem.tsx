import { RefreshCw } from 'lucide-react'
import { explain } from '#queries/explain.ts'
import { Button } from '#ui/Button.tsx'
import { Failed } from '#ui/Loaded.tsx'

/** In place of everything: without its configuration the app does not know which grid to show. */
export function ConfigProblem({ error }: { error: unknown }) {
  const again = (
    <Button onClick={() => location.reload()}>
      <RefreshCw />
      Read it again
    </Button>
  )
  return (
    <main className="grid min-h-dvh place-items-center bg-surface">
      <title>Configuration problem · ZOS Dashboard</title>
      <Failed
        failure={{
          ...explain(error),
          title: 'config.json cannot be used',
          advice: 'Whoever runs this site can mend config.json, which lies beside index.html.',
        }}
        actions={again}
      />
    </main>
  )
}
