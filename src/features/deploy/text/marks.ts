import type { Check } from '#domain/plan/check.ts'
import type { Spot } from '#domain/plan/plan.ts'
import type { Path, ReadText } from '#domain/plan/text/read-plan.ts'

/** Something to say of a line of the text. */
export type Mark = { line: number; column: number; tone: 'bad' | 'warn'; words: string }

/** What is wrong with a text; when it reads well, which checks of what is in it fail or warn. Top down. */
export function marksOf(read: ReadText, checks: readonly Check[]): Mark[] {
  if ('problems' in read) return read.problems.map(({ line, column, words }) => ({ line, column, tone: 'bad', words }))
  return checks
    .filter(({ state, at, node }) => (state === 'fail' || state === 'warn') && (at ?? node) !== undefined)
    .map((check): Mark => ({
      ...read.placeOf(pathOf(check)),
      tone: check.state === 'fail' ? 'bad' : 'warn',
      words: check.detail === undefined ? check.words : `${check.words}. ${check.detail}`,
    }))
    .sort((a, b) => a.line - b.line)
}

function pathOf({ at, field, node }: Check): Path {
  if (!at) return node === undefined ? [] : ['nodes', node]
  if (field === undefined) return workloadPath(at)
  return field === 'name' ? [...workloadPath(at), 'name'] : [...workloadPath(at), 'data', ...field.split('.')]
}

const workloadPath = ({ node, deployment, workload }: Spot): Path => [
  'nodes',
  node,
  'deployments',
  deployment,
  'deployment',
  'workloads',
  workload,
]
