import type { Plan } from '#domain/plan/plan.ts'
import { download } from '#ui/download.ts'
import { fileName } from './plan-words.ts'

export type FileKind = 'json' | 'yaml' | 'terraform'

export const kindNames: Record<FileKind, string> = { json: 'JSON', yaml: 'YAML', terraform: 'Terraform' }
export const fileKinds = Object.keys(kindNames) as FileKind[]
const endings: Record<FileKind, string> = { json: 'json', yaml: 'yaml', terraform: 'tf' }

/** A plan as the text of a file. The code that writes it comes when it is first asked for. */
export async function textOf(plan: Plan, kind: FileKind): Promise<string> {
  if (kind === 'terraform') return (await import('#domain/plan/text/terraform.ts')).toTerraform(plan)
  return (await import('#domain/plan/text/write-plan.ts')).writePlan(plan, kind)
}

/** Hands a plan to the browser as a file. */
export const downloadPlan = async (plan: Plan, kind: FileKind): Promise<void> =>
  download(fileName(plan, endings[kind]), await textOf(plan, kind))
