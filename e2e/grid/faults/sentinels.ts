import type { Faults } from '../faults.ts'

const minuteMs = 60_000

/** Names of workloads, or the beginnings of them, that provoke a fault on the node which takes their deployment. */
const sentinels: Record<string, (faults: Faults, node: number, name: string) => void> = {
  provokeerror: (faults, node, name) => faults.activate({ fault: 'workload-error', node, name }),
  provokedelay: (faults, node, name) => faults.activate({ fault: 'workload-slow', node, name, ms: 10_000 }),
  provokesilence: (faults, node) => faults.activate({ fault: 'node-silent', node }, minuteMs),
  provokeloss: (faults, node) => faults.activate({ fault: 'reply-lost', node, times: 1 }),
}

const commands = ['zos.deployment.deploy', 'zos.deployment.update']

/** Looks at what a node has just done for names that provoke something. */
export function heedNames(faults: Faults, node: number, command: string, payload: unknown): void {
  if (!commands.includes(command)) return
  for (const { name } of (payload as { workloads: { name: string }[] }).workloads ?? [])
    for (const [sentinel, provoke] of Object.entries(sentinels))
      if (name.toLowerCase().startsWith(sentinel)) provoke(faults, node, name)
}
