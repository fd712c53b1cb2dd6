import type { ReactNode } from 'react'

/** Parts of one page, each with an address of its own. Its children are links of class `tab`. */
export const Tabs = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav aria-label={label} className="tabs -mx-4 mt-2 px-4 rail:-mx-6 rail:px-6">
    {children}
  </nav>
)
