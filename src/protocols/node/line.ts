/** A line to one node, on which any command of its API can be asked. Faults come as `WireError`. */
export type NodeLine = {
  /** How errors and waits call it: `Node 7`. */
  name: string
  ask(command: string, payload?: unknown, timeoutMs?: number, signal?: AbortSignal): Promise<unknown>
}
