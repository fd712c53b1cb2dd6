import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Server } from 'lucide-react'
import type { Condition } from '#features/lists/search.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList } from '#queries/nodes.ts'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Glyph } from '#ui/State.tsx'
import { lackSentence } from './lacking.ts'
import { nearQuestions } from './near-answers.ts'
import type { NodeSearch } from './node-search.ts'

type Props = { search: NodeSearch; conditions: readonly Condition<NodeSearch>[] }

/** Says what no node has, and which nodes come near it. Leaving it takes its questions back. */
export function NearAnswers({ search, conditions }: Props) {
  const network = useNetwork()
  const questions = nearQuestions(search)
  const asked = useQueries({
    queries: questions.map(({ filter }) => ({
      ...nodeList(network, filter),
      placeholderData: undefined,
      staleTime: 60_000,
      refetchInterval: false as const,
    })),
  })
  const answers = questions.flatMap(({ read }, i) => {
    const page = asked[i]?.data
    return page ? read(page) : []
  })
  const busy = asked.some(({ isLoading }) => isLoading)
  return (
    <Empty
      icon={<Server />}
      title={lackSentence(search)}
      actions={
        answers.length > 0 || busy
          ? undefined
          : conditions.map(({ name, value, without }) => (
              <Link key={name} to="/nodes" search={without} className={buttonClass({ size: 'small' })}>
                Without {name.toLowerCase()} {value}
              </Link>
            ))
      }
    >
      {answers.length === 0 &&
        !busy &&
        (questions.length > 0 ? 'None comes near either. Loosen one of these.' : 'Loosen it.')}
      {answers.length > 0 && (
        <>
          <p>These come near:</p>
          <ul aria-label="Near answers" className="flex flex-col pt-1">
            {answers.map(({ words, search: near }) => (
              <li key={words}>
                <Link to="/nodes" search={near} className="link inline-flex min-h-8 items-center">
                  {words}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <output className="flex min-h-8 items-center justify-center gap-2">
        {busy && (
          <>
            <Glyph kind="spin" /> Looking for what comes near
          </>
        )}
      </output>
    </Empty>
  )
}
