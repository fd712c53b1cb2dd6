import { RefreshCw } from 'lucide-react'
import { explain } from '#queries/explain.ts'
import { Button } from '#ui/Button.tsx'
import { Failed } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'

/** In place of a page that broke while it was drawn, or whose code could not be fetched. */
export const CrashPage = ({ error }: { error: unknown }) => (
  <Page title="Something broke">
    <Failed
      failure={explain(error)}
      actions={
        <Button onClick={() => location.reload()}>
          <RefreshCw />
          Reload
        </Button>
      }
    />
  </Page>
)
