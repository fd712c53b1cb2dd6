import type { ReactNode } from 'react'
import { explain } from '#queries/explain.ts'
import { faultKind } from '#queries/fault-kind.ts'
import { Notice } from '#ui/Notice.tsx'

/** What went wrong, above the button that was pressed. To cancel in the wallet is a choice and no error. */
export function Trouble({ error, action }: { error: unknown; action?: ReactNode }) {
  if (error === undefined || error === null) return null
  const { title, what, advice } = explain(error)
  const cancelled = faultKind(error) === 'rejected'
  return (
    <Notice tone={cancelled ? 'info' : 'bad'} alert action={action}>
      <b>{title}.</b> {what} {advice}
    </Notice>
  )
}
