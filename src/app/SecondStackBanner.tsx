import { TriangleAlert } from 'lucide-react'
import { serviceNames, useNetwork } from '#queries/networks.ts'

const withSecond = ['chain', 'gridproxy', 'relay'] as const

/** Says which services are reached at the network's second stack, for as long as they are. */
export function SecondStackBanner() {
  const network = useNetwork()
  const turned = withSecond.filter((service) => network[service] !== network.first[service])
  const first = turned.map((service) => `${serviceNames[service]} (${hostOf(network.first[service])})`).join(' and ')
  const used = [...new Set(turned.map((service) => hostOf(network[service])))].join(' and ')
  return (
    <output className="block">
      {turned.length > 0 && (
        <span className="note note-warn mx-2 mb-2">
          <TriangleAlert />
          <span>
            <b>The second stack of {network.name} is in use.</b> {first} {turned.length === 1 ? 'does' : 'do'} not
            answer, {used} {used.includes(' and ') ? 'do' : 'does'}. The first is asked again every half minute.
          </span>
        </span>
      )}
    </output>
  )
}

const hostOf = (place: string) => new URL(place).host
