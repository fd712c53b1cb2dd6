import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import { firstProblem } from '#protocols/decode.ts'
import { commandGroups, type Audience, type Command, type CommandGroup, type Field } from '#protocols/node/commands.ts'
import { fieldProblem, requestOf, type Typed } from '#protocols/node/request.ts'
import { askNode, type NodeAddress } from './connections.ts'
import type { Network } from './networks.ts'

export { commandGroups, fieldProblem, requestOf }
export type { Audience, Command, CommandGroup, Field, Typed }

/** A command that was sent to a node, and what came of it. */
export type Exchange = { command: Command; request: Record<string, string | number> | undefined; atMs: number } & (
  | {
      /** The node's own JSON. */
      text: string
      tookMs: number
      /** What of it is not as documented. */
      problem: string | undefined
    }
  | { error: unknown }
)

const kept = 50

/** What was asked of a node in this tab since it was opened, the last first. */
export const exchanges = (network: Network, node: NodeAddress) =>
  queryOptions({
    queryKey: [network.id, 'nodes', 'console', node.id],
    queryFn: skipToken,
    initialData: [] as Exchange[],
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** Sends a command and adds what came of it to the exchanges; a node's no is an outcome too. */
export const runCommand = (network: Network, node: NodeAddress, client: QueryClient) => ({
  mutationFn: async ({ command, typed }: { command: Command; typed: Typed }): Promise<Exchange> => {
    const request = requestOf(command, typed)
    const sent = { command, request, atMs: Date.now() }
    try {
      const { text, tookMs } = await askNode(network, node, command.name, request)
      const value: unknown = JSON.parse(text)
      const read = command.answer.safeParse(value)
      return { ...sent, text, tookMs, problem: read.success ? undefined : firstProblem(read.error, value) }
    } catch (error) {
      return { ...sent, error }
    }
  },
  onSuccess: (exchange: Exchange) =>
    client.setQueryData(exchanges(network, node).queryKey, (before = []) => [exchange, ...before].slice(0, kept)),
})
