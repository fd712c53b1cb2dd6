import type { Deployed, NameContract } from '#domain/deployed.ts'
import { kindName } from '#domain/deployed-kind.ts'
import type { Tft } from '#domain/money.ts'
import { stateOf, worst, type PartState } from './part-state.ts'
import { useParts, type Part } from './part.ts'
import { useMonth } from './price.ts'

/** A deployment as a row of the list. */
export type Row = {
  deployed: Deployed
  parts: Part[]
  state: PartState
  kind: string
  nodes: number[]
  /** How many workloads its nodes told of; `undefined` while one said nothing. */
  workloads: number | undefined
  /** What it costs a month; `undefined` while that is not known. */
  month: Tft | undefined
}

/**
 * Deployments with what their nodes tell. Each node is asked by itself: none waits for a silent one.
 *
 * @param loose names that no contract tells the gateway of; a node may
 */
export function useRows(deployments: readonly Deployed[], loose: readonly NameContract[]): Row[] {
  const parts = useParts(deployments.flatMap(({ contracts }) => contracts))
  const monthOf = useMonth()
  return deployments.map((deployed) => {
    const own = parts.filter(({ contract }) => deployed.contracts.includes(contract))
    const served = namesServed(own)
    const names = [...deployed.names, ...loose.filter(({ name }) => served.includes(name))]
    return rowOf({ ...deployed, names }, own, monthOf(own, names))
  })
}

function rowOf(deployed: Deployed, parts: Part[], month: Tft | undefined): Row {
  const types = parts.flatMap(({ held }) => held?.workloads.map(({ type }) => type) ?? [])
  return {
    deployed,
    parts,
    state: worst(parts.map(stateOf)),
    kind: kindName(deployed.solution, types),
    nodes: [...new Set(deployed.contracts.map(({ nodeId }) => nodeId))],
    workloads: parts.every(({ held }) => held !== undefined) ? types.length : undefined,
    month,
  }
}

/** The names that gateways of these contracts serve, by what their nodes hold. */
const namesServed = (parts: readonly Part[]): string[] =>
  parts
    .flatMap(({ held }) => held?.workloads ?? [])
    .flatMap((one) => (one.type === 'gateway-name-proxy' ? [one.data.name] : []))
