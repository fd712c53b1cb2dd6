import { Link } from '@tanstack/react-router'
import type { Signing } from '#queries/drafts.ts'
import { Ago } from '#ui/Ago.tsx'
import { Notice } from '#ui/Notice.tsx'

/** Before a draft is signed that was signed already: that all of it would be there twice. */
export const SignedBefore = ({ at, runId }: Signing) => (
  <Notice
    tone="warn"
    alert
    action={
      <Link to="/deploy/runs/$runId" params={{ runId }} className="link">
        See how far it is
      </Link>
    }
  >
    <b>
      Signed already, <Ago atMs={at} />.
    </b>{' '}
    It is not all running yet. Signing it again makes and pays for everything new in it a second time.
  </Notice>
)
