import { useRouter } from '@tanstack/react-router'
import { chooseNetwork, chosenNetwork } from '#queries/networks.ts'

/** Where to go from a page of one thing, which has no meaning on another network. */
const listOf: Record<string, string> = {
  '/nodes/$nodeId': '/nodes',
  '/nodes/compare': '/nodes',
  '/farms/$farmId': '/farms',
  '/deployments/$contractId': '/deployments',
}
/** What an address says that is true of one network only. */
const ofOneNetwork = ['farm', 'node', 'page', 'compare']

/** Shows another network and keeps the place: the same page and filters, as far as they make sense there. */
export function useSwitchNetwork() {
  const router = useRouter()
  return async (id: string) => {
    if (id === chosenNetwork().id) return
    const page = router.state.matches.at(-1)?.routeId ?? ''
    const search = Object.entries(router.state.location.search)
    const kept = search.filter(([name]) => !ofOneNetwork.includes(name))
    if (listOf[page] !== undefined) await router.navigate({ to: listOf[page] })
    else if (kept.length < search.length)
      await router.navigate({ to: '.', search: Object.fromEntries(kept), replace: true })
    chooseNetwork(id)
  }
}
