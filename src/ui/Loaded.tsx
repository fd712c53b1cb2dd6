import { CircleX, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Empty } from './Empty.tsx'
import { Notice } from './Notice.tsx'
import { SkeletonLines } from './Skeleton.tsx'

/** What went wrong, in words for a person. `retry`: asking again may help. */
export type Failure = { title: string; what: string; advice?: string; retry: boolean }

/** What this needs of a query. */
export type Load<T> = { data: T | undefined; error: unknown; isFetching: boolean; refetch: () => unknown }

type Props<T> = {
  from: Load<T>
  explain: (error: unknown) => Failure
  /** Shown while nothing has come yet; of the size of what comes. */
  skeleton?: ReactNode
  /** A link elsewhere, beside *Try again* when nothing came. */
  wayOut?: ReactNode
  children: (data: T) => ReactNode
}

/** Shows what `from` brought, or why it brought nothing. What was brought before stays when asking again fails. */
export function Loaded<T>({ from, explain, skeleton = <SkeletonLines />, wayOut, children }: Props<T>) {
  const failure = from.error === null || from.error === undefined ? undefined : explain(from.error)
  const again = (
    <Button size="small" busy={from.isFetching} onClick={() => from.refetch()}>
      {!from.isFetching && <RefreshCw />}
      Try again
    </Button>
  )
  if (from.data === undefined && failure)
    return (
      <Failed
        failure={failure}
        actions={
          <>
            {failure.retry && again}
            {wayOut}
          </>
        }
      />
    )
  if (from.data === undefined)
    return (
      <div aria-busy="true">
        <output className="sr-only">Loading</output>
        {skeleton}
      </div>
    )
  return (
    <>
      {failure && (
        <div className="px-4 pb-3 rail:px-6">
          <Notice tone="warn" action={again}>
            <b>{failure.title}.</b> What you see is older. {failure.what}
          </Notice>
        </div>
      )}
      {children(from.data)}
    </>
  )
}

/** In place of what failed to load. */
export const Failed = ({ failure, actions }: { failure: Failure; actions?: ReactNode }) => (
  <Empty icon={<CircleX />} tone="bad" title={failure.title} actions={actions}>
    {failure.what} {failure.advice}
  </Empty>
)
