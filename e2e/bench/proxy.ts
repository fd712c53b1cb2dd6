import { p95Of, type Measure } from './measure.ts'

/** What people and clients ask of the node list: the app's own table, the published clients' node search, and the rest. */
const questions = [
  'status=up&ret_count=true',
  'status=up&sort_by=free_cru&sort_order=desc&ret_count=true',
  'status=up&free_mru=8589934592&free_sru=53687091200&total_cru=4&sort_by=free_cru&sort_order=desc&features=&available_for=1',
  'sort_by=price_usd&ret_count=true&balance=100',
  'sort_by=country&sort_order=desc',
  'country=Belgium&sort_by=total_mru&sort_order=desc',
  'region=Europe&status=up,standby&sort_by=uptime&sort_order=desc',
  'farm_name_contains=cloud&sort_by=city',
  'rentable=true&healthy=true&sort_by=total_cru&sort_order=desc',
  'has_gpu=true&gpu_available=true&gpu_vendor_name=nvidia',
  'features=zmachine,network&free_ips=1&sort_by=used_mru',
  'certification_type=Certified&price_max=200&sort_by=price_usd',
  'ipv4=true&domain=true&status=up&healthy=true',
  'sort_by=status&sort_order=desc',
]

/** The whole answer over HTTP, read as JSON. */
export async function measureProxy(gridproxy: string): Promise<Measure[]> {
  const read = async (path: string) => (await fetch(`${gridproxy}${path}`)).json()
  const ask = (run: number) => {
    const page = 1 + (Math.floor(run / questions.length) % 5)
    return read(`/nodes?size=50&page=${page}&${questions[run % questions.length]}`)
  }
  // The first answers also compile what gives them.
  for (let run = 0; run < 10 * questions.length; run++) await ask(run)
  const stats = () => read('/stats?status=up')
  return [
    { what: '50 of 10,000 nodes, filtered and sorted, p95', figure: await p95Of(700, ask), unit: 'ms', most: 10 },
    { what: 'Statistics of 10,000 nodes, p95', figure: await p95Of(100, stats), unit: 'ms', most: 10 },
  ]
}
