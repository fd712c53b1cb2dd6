import { Link } from '@tanstack/react-router'
import { showTft, showUsd, toUsd } from '#domain/money.ts'
import { placeOf } from '#features/nodes/NodeHeading.tsx'
import { useQuery } from '@tanstack/react-query'
import { useNetwork } from '#queries/networks.ts'
import { tariff } from '#queries/price.ts'
import { Ago } from '#ui/Ago.tsx'
import { PartStateWords } from './PartStateWords.tsx'
import type { Row } from './rows.ts'

export function DeploymentAside({ row: { deployed, parts } }: { row: Row }) {
  const workloads = parts.flatMap(({ held }) => held?.workloads ?? [])
  const running = workloads.filter(({ result }) => result.state === 'ok').length
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span className="text-ink">
        <PartStateWords parts={parts} />
      </span>
      <span>
        {workloads.length > 0 && `${running} of ${workloads.length} workloads, `}
        <Ago atMs={deployed.main.createdAt * 1000} />
      </span>
    </span>
  )
}

export function DeploymentLead({ row }: { row: Row }) {
  const { parts, deployed, nodes, month } = row
  const milliUsd = useQuery(tariff(useNetwork())).data?.milliUsdPerTft
  const [first] = parts
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
      {row.kind && <span>{row.kind}</span>}
      <span>
        on {nodes.length === 1 ? 'node' : 'nodes'}{' '}
        {nodes.map((id, i) => (
          <span key={id}>
            {i > 0 && ', '}
            <Link to="/nodes/$nodeId" params={{ nodeId: String(id) }} className="link" aria-label={`Node ${id}`}>
              {id}
            </Link>
          </span>
        ))}
        {nodes.length === 1 && first?.node && <span className="text-ink-3"> {placeOf(first.node)}</span>}
      </span>
      <span>
        {deployed.contracts.length === 1 ? 'contract' : 'contracts'}{' '}
        {deployed.contracts.map(({ id }, i) => (
          <span key={id}>
            {i > 0 && ' '}
            <Link
              to="/contracts/$contractId"
              params={{ contractId: String(id) }}
              className="link mono"
              aria-label={`Contract ${id}`}
            >
              {id}
            </Link>
          </span>
        ))}
      </span>
      {month !== undefined && (
        <span>
          <span className="text-ink">{showTft(month)} TFT</span>{' '}
          <span className="text-ink-3">a month{milliUsd !== undefined && `, ${showUsd(toUsd(month, milliUsd))}`}</span>
        </span>
      )}
    </div>
  )
}
