import { isUpdate, type Plan } from '#domain/plan/plan.ts'
import { readPlan } from '#domain/plan/text/read-plan.ts'
import { asNew, toFillIn, withNewKeys } from '#domain/plan/text/shared.ts'
import type { Chance } from '#domain/plan/template.ts'
import { readLink } from '#queries/share-link.ts'

/** What an import came upon: a plan with what is to be said of it, or why there is none. */
export type Found = { plan: Plan; notes: string[] } | { problems: string[] }

export type Source = 'file' | 'text' | 'link' | 'running'
export type ImportProps = { source: Source; found: Found | undefined; onFound: (found: Found | undefined) => void }

/** Reads a file or what was pasted: JSON or YAML, a plan, deployments or workloads. */
export function findInText(text: string): Found {
  const read = readPlan(text, /^\s*[[{]/.test(text) ? 'json' : 'yaml')
  if ('problems' in read) return { problems: read.problems.map(({ line, words }) => `Line ${line}: ${words}`) }
  const runs = read.plan.nodes.flatMap(({ deployments }) => deployments.filter(isUpdate))
  if (runs.length === 0) return { plan: read.plan, notes: [] }
  const ids = runs.map(({ deployment }) => String(deployment.contract_id)).join(', ')
  return {
    plan: asNew(read.plan),
    notes: [
      `It was written of ${runs.length === 1 ? 'contract' : 'contracts'} ${ids}, which stay as they are: this makes new ones.`,
    ],
  }
}

/** Reads a link to a plan, and makes keys of its own for it. */
export async function findInLink(link: string, chance: Chance): Promise<Found> {
  const read = await readLink(link)
  if ('words' in read) return { problems: [read.words] }
  const missing = toFillIn(read)
  return {
    plan: withNewKeys(read, chance),
    notes: missing.length > 0 ? [`Left out of the link, for you to fill in: ${missing.join('; ')}.`] : [],
  }
}
