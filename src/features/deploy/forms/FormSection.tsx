import { useId, type ReactNode } from 'react'

type Props = { title: string; actions?: ReactNode; children: ReactNode }

/** A part of a form under its heading. */
export function FormSection({ title, actions, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-b border-line py-5 last:border-0">
      <div className="flex min-h-7 flex-wrap items-center gap-2 pb-3">
        <h3 id={id} className="text-lead">
          {title}
        </h3>
        {actions !== undefined && <span className="ml-auto flex gap-2">{actions}</span>}
      </div>
      {children}
    </section>
  )
}
