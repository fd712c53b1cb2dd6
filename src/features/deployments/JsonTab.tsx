import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { indentJson } from '#domain/json-text.ts'
import { heldText } from '#queries/deployments.ts'
import { draftList } from '#queries/drafts.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Select } from '#ui/Select.tsx'
import { download } from '#ui/download.ts'
import { DraftDiff } from './DraftDiff.tsx'
import type { Part } from './part.ts'
import { useShown } from './useDeployment.ts'

/** Each contract's deployment as its node holds it, and how a draft differs from it. */
export function JsonTab() {
  const { deployed, parts } = useShown()
  const network = useNetwork()
  const { against } = useSearch({ from: '/deployments/$contractId/json' })
  const navigate = useNavigate({ from: '/deployments/$contractId/json' })
  const drafts = (useQuery(draftList).data ?? []).filter((one) => one.network === network.id)
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <label htmlFor="against" className="text-ink-2">
          Compare with a draft
        </label>
        <Select
          id="against"
          boxClass="w-80 max-sm:w-full"
          value={against ?? ''}
          options={[
            { value: '', name: drafts.length === 0 ? 'There are no drafts' : 'As the node holds it' },
            ...drafts.map(({ id, name, changedAt }) => ({
              value: id,
              name: `${name || 'Unnamed'}, ${new Date(changedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`,
            })),
          ]}
          onChange={({ target }) => void navigate({ search: { against: target.value || undefined }, replace: true })}
        />
      </div>
      {against === undefined ? (
        parts.map((part) => <HeldJson key={part.contract.id} part={part} name={deployed.name} />)
      ) : (
        <DraftDiff draftId={against} parts={parts} />
      )}
    </div>
  )
}

function HeldJson({ part: { contract, node }, name }: { part: Part; name: string }) {
  const network = useNetwork()
  const text = useQuery({
    ...heldText(network, { id: contract.nodeId, twinId: node?.twinId ?? 0 }, contract.id),
    enabled: node !== undefined,
  })
  const shown = text.data === undefined ? '' : indentJson(text.data)
  return (
    <section aria-label={`Contract ${contract.id}`}>
      <div className="flex flex-wrap items-center gap-2 pb-2">
        <h2 className="text-section">
          Contract <span className="mono">{contract.id}</span>
        </h2>
        <span className="text-small text-ink-3">as node {contract.nodeId} holds it, results included</span>
        {shown !== '' && (
          <span className="ml-auto flex items-center gap-1">
            <CopyButton value={shown} what={`JSON of contract ${contract.id}`} />
            <Button
              size="small"
              variant="ghost"
              onClick={() => download(`${name}-${contract.id}.json`, shown, 'application/json')}
            >
              <Download />
              Download
            </Button>
          </span>
        )}
      </div>
      <Loaded from={text} explain={explain}>
        {() => (
          <textarea
            readOnly
            className="input mono"
            rows={Math.min(24, shown.split('\n').length)}
            aria-label={`JSON of contract ${contract.id}`}
            spellCheck={false}
            value={shown}
          />
        )}
      </Loaded>
    </section>
  )
}
