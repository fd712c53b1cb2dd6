import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { asked, type AnswerTo, type Question } from '#queries/node-live.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useNode } from '#features/nodes/useNode.ts'
import { Latency } from './Latency.tsx'

type Props<Q extends Question> = { name: string; question: Q; children: (answer: AnswerTo<Q>) => ReactNode }

/** As `LiveCard`, where the answer is a line among others: in a `dl`. */
export function LiveFact<Q extends Question>({ name, question, children }: Props<Q>) {
  const heard = useQuery(asked(useNetwork(), useNode(), question))
  const failure = heard.error ? explain(heard.error) : undefined
  return (
    <>
      <dt>{name}</dt>
      <dd className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 wrap-anywhere">
          {heard.data && children(heard.data.answer)}
          {!heard.data && failure && (
            <span className="text-ink-2">
              {failure.title}. {failure.what}
            </span>
          )}
          {heard.isPending && <Skeleton width={96} height={10} />}
        </span>
        <Latency of={heard} />
      </dd>
    </>
  )
}
