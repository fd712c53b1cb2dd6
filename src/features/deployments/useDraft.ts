import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Deployed } from '#domain/deployed.ts'
import { cloneOf, nextName } from '#domain/plan/clone.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { account } from '#queries/account.ts'
import { deploymentList, runningPlan } from '#queries/deployments.ts'
import { newDraft } from '#queries/drafts.ts'
import { useNetwork } from '#queries/networks.ts'

const chance = {
  bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  number: Math.random,
}

/** Keeps a plan as a draft and opens it in the builder. */
export function useOpenDraft() {
  const network = useNetwork()
  const navigate = useNavigate()
  return async (plan: Plan) => {
    const draft = await newDraft(network.id, plan)
    await navigate({ to: '/deploy', search: { draft } })
  }
}

/** Opens in the builder what runs: to change it, or once more under another name. */
export function useDraftOf(deployed: Deployed) {
  const network = useNetwork()
  const twinId = useQuery(account(network)).data?.twinId
  const others = useQuery({ ...deploymentList(network, twinId ?? 0), enabled: twinId !== undefined }).data ?? []
  const open = useOpenDraft()
  return useMutation({
    mutationFn: async (what: 'update' | 'clone') => {
      const { plan, held } = await runningPlan(network, deployed)
      const taken = others.map(({ name }) => name)
      await open(what === 'update' ? plan : cloneOf(plan, held, nextName(deployed.name, taken), chance))
    },
  })
}
