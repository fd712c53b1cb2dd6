import { chooseNode } from '#domain/plan/edit.ts'
import { emptyPlan, placed, spotText, type Plan } from '#domain/plan/plan.ts'
import { isMachine } from '#domain/plan/references.ts'
import { planOf } from '#domain/plan/template.ts'
import { templateOf } from '#domain/plan/templates/all.ts'
import { client } from '#queries/client.ts'
import { draftList, newDraft } from '#queries/drafts.ts'
import { chosenNetwork } from '#queries/networks.ts'
import { sshKeyList } from '#queries/ssh-keys.ts'
import { chance } from '#features/deploy/forms/chance.ts'

/** What the address of the builder says of a draft that has just been begun. */
type Begun = { draft: string; at?: string }

/** One place for a node and nothing in it. */
export const beginBlank = async (): Promise<Begun> => begin(emptyPlan(await freshName('deployment'), 'vm'))

/** A machine on this node, or on one that is yet to be chosen, for the keys that this browser keeps. */
export async function beginMachine(node: number | undefined): Promise<Begun> {
  const keys = await client.fetchQuery(sshKeyList)
  const ssh = keys.map(({ text }) => text).join('\n')
  const plan = planOf(templateOf('vm')!, await freshName('vm'), { ssh }, chance)
  return begin(node === undefined ? plan : chooseNode(plan, 0, node))
}

async function begin(plan: Plan): Promise<Begun> {
  const draft = await newDraft(chosenNetwork().id, plan)
  const machine = placed(plan).find(({ workload }) => isMachine(workload))
  return machine ? { draft, at: spotText(machine.at) } : { draft }
}

/** `vm1`, or the next that no draft has. */
async function freshName(stem: string): Promise<string> {
  const taken = (await client.fetchQuery(draftList)).map(({ name }) => name)
  for (let n = 1; ; n++) if (!taken.includes(`${stem}${n}`)) return `${stem}${n}`
}
