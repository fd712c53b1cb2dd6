import type { Fault, Faults } from '../faults.ts'

const minuteMs = 60_000

/** What a name provokes on the node, and for how long unless it ends by itself. */
type Provoked = { fault: Fault; forMs?: number }

/** Names of workloads, or the beginnings of them, that provoke a fault once a node takes their deployment. */
export const sentinels: Record<string, (node: number, name: string) => Provoked> = {
  provokeerror: (node, name) => ({ fault: { fault: 'workload-error', node, name } }),
  provokedelay: (node, name) => ({ fault: { fault: 'workload-slow', node, name, ms: 10_000 } }),
  provokeloss: (node) => ({ fault: { fault: 'reply-lost', node, times: 1 } }),
  provokesilence: (node) => ({ fault: { fault: 'node-silent', node }, forMs: minuteMs }),
  provokeoffline: (node) => ({ fault: { fault: 'node-offline', node }, forMs: minuteMs }),
  provokeslow: (node) => ({ fault: { fault: 'node-slow', node, ms: 5_000 }, forMs: minuteMs }),
  provokesignature: (node) => ({ fault: { fault: 'wrong-signature', node }, forMs: minuteMs }),
  provokestalekey: (node) => ({ fault: { fault: 'stale-key', node }, forMs: minuteMs }),
  provokestandby: (node) => ({ fault: { fault: 'node-standby', node }, forMs: minuteMs }),
  provokefull: (node) => ({ fault: { fault: 'node-full', node }, forMs: minuteMs }),
  provokeorphan: (node) => ({ fault: { fault: 'end-missed', node }, forMs: minuteMs }),
  provokerelay: () => ({ fault: { fault: 'relay-closed' } }),
  provokerestart: () => ({ fault: { fault: 'relay-restarted', ms: 10_000 } }),
  provokelimit: () => ({ fault: { fault: 'relay-rate-limited', count: 3, bytes: 100_000 }, forMs: minuteMs }),
  provokeclock: () => ({ fault: { fault: 'clock-skew', seconds: 3600 }, forMs: minuteMs }),
  provokechain: () => ({ fault: { fault: 'chain-down', ms: 20_000 } }),
  provokeblocks: () => ({ fault: { fault: 'chain-slow', ms: 20_000 }, forMs: minuteMs }),
  provokedrop: () => ({ fault: { fault: 'extrinsic-dropped' } }),
  provokefail: () => ({
    fault: { fault: 'extrinsic-failed', error: 'SmartContractModule.NodeNotAvailableToDeploy' },
  }),
  provokefork: () => ({ fault: { fault: 'chain-fork' } }),
  provokeproxy: () => ({ fault: { fault: 'proxy-down' }, forMs: minuteMs }),
  provokelag: () => ({ fault: { fault: 'proxy-slow', ms: 5_000 }, forMs: minuteMs }),
  provokejunk: () => ({ fault: { fault: 'proxy-malformed' }, forMs: minuteMs }),
  provokeunverified: () => ({ fault: { fault: 'kyc-unverified' }, forMs: minuteMs }),
  provokekyc: () => ({ fault: { fault: 'kyc-down' }, forMs: minuteMs }),
}

const commands = ['zos.deployment.deploy', 'zos.deployment.update']

/** Looks at what a node has just done for names that provoke something. */
export function heedNames(faults: Faults, node: number, command: string, payload: unknown): void {
  if (!commands.includes(command)) return
  for (const { name } of (payload as { workloads: { name: string }[] }).workloads ?? [])
    for (const [sentinel, provoke] of Object.entries(sentinels)) {
      if (!name.toLowerCase().startsWith(sentinel)) continue
      const { fault, forMs } = provoke(node, name)
      faults.activate(fault, forMs)
    }
}
