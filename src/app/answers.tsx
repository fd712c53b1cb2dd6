import { linkOptions } from '@tanstack/react-router'
import { Fingerprint, ScrollText, Server, Sprout } from 'lucide-react'
import type { Contract } from '#domain/contract.ts'
import type { Answer } from '#queries/lookup.ts'

const statusNames = { up: 'up', standby: 'standby', down: 'down' }
const stateNames = { Created: 'active', GracePeriod: 'in its grace period', Deleted: 'ended' }

/** What was found, in words. */
export function describe(answer: Answer) {
  const { because } = answer
  switch (answer.kind) {
    case 'node': {
      const { id, farmName, country, status } = answer.node
      return { icon: Server, name: `Node ${id}`, about: because ?? `${farmName}, ${country}, ${statusNames[status]}` }
    }
    case 'farm':
      return { icon: Sprout, name: answer.farm.name, about: because ?? `Farm ${answer.farm.id}` }
    case 'contract': {
      const { id, twinId, state } = answer.contract
      const title = contractName(answer.contract)
      const about = `${title === undefined ? '' : `${title}, `}twin ${twinId}, ${stateNames[state]}`
      return { icon: ScrollText, name: `Contract ${id}`, about }
    }
    case 'twin':
      return { icon: Fingerprint, name: `Twin ${answer.twin.id}`, about: answer.twin.address }
  }
}

/** The name its owner gave to what it pays for. */
export const contractName = (contract: Contract): string | undefined =>
  contract.kind === 'name' ? contract.name : contract.kind === 'node' ? contract.data.name || undefined : undefined

/** Has it a page that shows more than the lookup does? */
export const hasPage = ({ kind }: Answer): boolean => kind === 'node' || kind === 'farm'

/** Where it is shown. */
export function pageOf(answer: Answer) {
  switch (answer.kind) {
    case 'node':
      return linkOptions({ to: '/nodes/$nodeId', params: { nodeId: String(answer.node.id) } })
    case 'farm':
      return linkOptions({ to: '/farms/$farmId', params: { farmId: String(answer.farm.id) } })
    case 'contract':
      return linkOptions({ to: '/lookup/$text', params: { text: `contract-${answer.contract.id}` } })
    case 'twin':
      return linkOptions({ to: '/lookup/$text', params: { text: `twin-${answer.twin.id}` } })
  }
}
