import { Link } from '@tanstack/react-router'
import type { Signing } from '#queries/drafts.ts'
import { Ago } from '#ui/Ago.tsx'

/** Of a draft: that it was signed, and the way to what came of it. */
export const SignedAgo = ({ at, runId }: Signing) => (
  <Link to="/deploy/runs/$runId" params={{ runId }} className="link text-small whitespace-nowrap">
    signed <Ago atMs={at} />
  </Link>
)
