import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNetwork } from '#queries/networks.ts'
import { asked, type AnswerTo, type Question } from '#queries/node-live.ts'
import { Panel } from '#ui/Panel.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useNode } from '#features/nodes/useNode.ts'
import { Latency } from './Latency.tsx'
import { Why } from './Why.tsx'

type Props<Q extends Question> = {
  title: string
  question: Q
  /** How many lines stand in until the answer comes. */
  lines?: number
  children: (answer: AnswerTo<Q>) => ReactNode
}

/** One thing that the node tells of itself. It fills by itself when its answer comes, or says why none came. */
export function LiveCard<Q extends Question>({ title, question, lines = 3, children }: Props<Q>) {
  const heard = useQuery(asked(useNetwork(), useNode(), question))
  return (
    <Panel title={title} aside={<Latency of={heard} />}>
      {heard.error && !heard.data && <Why error={heard.error} again={() => void heard.refetch()} />}
      {heard.data && children(heard.data.answer)}
      {heard.isPending && (
        <div className="flex flex-col gap-5 py-2.5" aria-hidden="true">
          {Array.from({ length: lines }, (_, i) => (
            <Skeleton key={i} width={140 + ((i * 67) % 120)} height={10} />
          ))}
        </div>
      )}
    </Panel>
  )
}
