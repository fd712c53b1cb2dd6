import type { ReactNode } from 'react'

type Props = { title: string; aside?: ReactNode; children: ReactNode }

/** A box for what stands apart from the page's sheet. */
export const Panel = ({ title, aside, children }: Props) => (
  <section className="panel min-w-0" aria-label={title}>
    <div className="panel-h">
      <h2>{title}</h2>
      {aside !== undefined && <div className="ml-auto">{aside}</div>}
    </div>
    <div className="px-4 py-2">{children}</div>
  </section>
)
