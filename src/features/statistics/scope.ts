import type { NodeStatus } from '#domain/node.ts'

/** Which nodes the figures are of. */
export const scopes = ['online', 'up', 'standby', 'down', 'all'] as const
export type Scope = (typeof scopes)[number]

export const scopeNames: Record<Scope, string> = {
  online: 'Up or standby',
  up: 'Up',
  standby: 'Standby',
  down: 'Down',
  all: 'All',
}

/** The states of the nodes in a scope; `undefined`: whichever. */
export function statesIn(scope: Scope): NodeStatus[] | undefined {
  switch (scope) {
    case 'all':
      return undefined
    case 'online':
      return ['up', 'standby']
    default:
      return [scope]
  }
}

/** What the address of the statistics can say. */
export type StatisticsSearch = { nodes?: Scope }
