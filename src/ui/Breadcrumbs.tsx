import { ChevronRight } from 'lucide-react'
import { Children, type ReactNode } from 'react'

/** Where this page hangs. Its children are links; the last is the page itself. */
export const Breadcrumbs = ({ children }: { children: ReactNode }) => (
  <nav aria-label="Breadcrumbs">
    <ol className="flex items-center gap-1 text-small text-ink-3">
      {Children.map(children, (child, i) => (
        <li className="flex min-w-0 shrink-0 items-center gap-1 last:shrink [&>a:hover]:text-ink [&>span]:truncate">
          {i > 0 && <ChevronRight className="i-sm" />}
          {child}
        </li>
      ))}
    </ol>
  </nav>
)
