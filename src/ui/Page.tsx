import clsx from 'clsx'
import type { ReactNode } from 'react'

type Props = {
  /** The heading, and the tab's title. */
  title: string
  /** Quiet words beside the heading. */
  aside?: ReactNode
  /** Under the heading, still part of it. */
  lead?: ReactNode
  actions?: ReactNode
  /** Links back, joined by chevrons by `Breadcrumbs`. */
  breadcrumbs?: ReactNode
  /** Parts of the page under its heading, as `Tabs`. */
  tabs?: ReactNode
  /** Stays at the foot while the middle scrolls. */
  foot?: ReactNode
  /** `table`: the content reaches the edges and scrolls itself. `narrow`: a column of 960 px in the middle. */
  layout?: 'plain' | 'table' | 'narrow'
  children: ReactNode
}

export function Page({ title, aside, lead, actions, breadcrumbs, tabs, foot, layout = 'plain', children }: Props) {
  const head = (
    <header className={clsx('px-4 pt-4 rail:px-6', layout === 'table' ? 'pb-3' : tabs === undefined && 'pb-1')}>
      {breadcrumbs}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0">
          <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-title wrap-anywhere">{title}</h1>
            {aside !== undefined && <span className="text-ink-3">{aside}</span>}
          </div>
          {lead}
        </div>
        {actions !== undefined && (
          <div className="ml-auto flex flex-wrap items-center gap-2 max-rail:w-full">{actions}</div>
        )}
      </div>
      {tabs}
    </header>
  )
  return (
    <>
      <title>{`${title} · ZOS Dashboard`}</title>
      {layout === 'table' ? (
        <div className="flex min-h-0 flex-1 flex-col">
          {head}
          {children}
        </div>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className={clsx(layout === 'narrow' && 'mx-auto max-w-[960px]')}>
            {head}
            <div className="p-4 rail:px-6 rail:pt-5 rail:pb-6">{children}</div>
          </div>
        </div>
      )}
      {foot !== undefined && (
        <footer className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-1.5 rail:px-6">
          {foot}
        </footer>
      )}
    </>
  )
}
