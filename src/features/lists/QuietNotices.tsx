import type { ReactNode } from 'react'
import { Notice } from '#ui/Notice.tsx'

/** Says which parts of the address could not be read; nothing when all could. */
export const Ignored = ({ parts }: { parts: readonly string[] }) =>
  parts.length > 0 && <Quiet>The address says {parts.join(', ')}, which means nothing here.</Quiet>

/** Says why rows are missing; nothing when none is. */
export const Unreadable = ({ problems }: { problems: readonly string[] }) =>
  problems.length > 0 && (
    <Quiet>
      {problems.length} of these rows could not be read and are left out: {problems[0]}
    </Quiet>
  )

const Quiet = ({ children }: { children: ReactNode }) => (
  <div className="px-4 pb-3 rail:px-6">
    <Notice>{children}</Notice>
  </div>
)
