import { useRouter } from '@tanstack/react-router'
import { chooseNetwork, chosenNetwork } from '#queries/networks.ts'

/** Where to go from a page of one thing, whatever its tab, which has no meaning on another network. */
const listOf: Record<string, string> = {
  '/nodes/$nodeId': '/nodes',
  '/nodes/compare': '/nodes',
  '/farms/$farmId': '/farms',
  '/deployments/$contractId': '/deployments',
}
/** What an address says that is true of one network only: numbers that another gives to something else. */
const ofOneNetwork = [
  'availableFor',
  'compare',
  'except',
  'farm',
  'node',
  'owner',
  'page',
  'rentableOrRentedBy',
  'rentedBy',
  'twin',
]

/** Shows another network and keeps the place: the same page and filters, as far as they make sense there. */
export function useSwitchNetwork() {
  const router = useRouter()
  return async (id: string) => {
    if (id === chosenNetwork().id) return
    const { matches, location } = router.state
    const to = matches.map(({ routeId }) => listOf[routeId]).find((list) => list !== undefined)
    const search = Object.entries(location.search)
    const kept = search.filter(([name]) => !ofOneNetwork.includes(name))
    if (to !== undefined) await router.navigate({ to })
    else if (kept.length < search.length)
      await router.navigate({ to: '.', search: Object.fromEntries(kept), replace: true })
    chooseNetwork(id)
  }
}
