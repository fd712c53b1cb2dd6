import { emptyPlan } from '../plan.ts'
import type { Template } from '../template.ts'

export const blank: Template = {
  id: 'blank',
  name: 'Blank',
  kind: 'machine',
  makes: 'Nothing yet: put together any of the workloads that nodes know.',
  needs: 'Nothing.',
  asks: [],
  plan: (name) => emptyPlan(name, 'vm'),
}
