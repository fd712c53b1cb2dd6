import { useQuery } from '@tanstack/react-query'
import { failuresOf, isOver } from '#domain/deployment/run.ts'
import { useNetwork } from '#queries/networks.ts'
import { runList, type RunView } from '#queries/runs.ts'

/**
 * The run of this browser that made a contract and is not over: it still has what was to be sent. `isGoing`: it is on its
 * way, and nothing is wrong yet.
 */
export function useRunsOf(): (contractId: number) => { view: RunView; isGoing: boolean } | undefined {
  const network = useNetwork()
  const runs = useQuery({ ...runList, refetchInterval: 5_000 }).data ?? []
  return (contractId) => {
    const view = runs.find(
      ({ network: id, run }) =>
        id === network.id && !isOver(run) && run.parts.some((part) => part.contractId === contractId),
    )
    return view && { view, isGoing: failuresOf(view.run).length === 0 }
  }
}
