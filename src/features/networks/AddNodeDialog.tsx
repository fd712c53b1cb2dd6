import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deployProblem, type Node } from '#domain/node.ts'
import type { PrivateNetwork } from '#domain/private-network.ts'
import { TextFilter } from '#features/lists/TextFilter.tsx'
import { idsIn } from '#features/lists/search.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList } from '#queries/nodes.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Flag } from '#ui/Flag.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { Change } from './change.ts'
import { joining, JoinProblem } from './join.ts'

type Props = {
  network: PrivateNetwork
  twinId: number
  onChange: (change: Change) => void
  onClose: () => void
}

const pageSize = 8

/** Nodes that could join, those with a public address of their own marked: through them others reach hidden ones. */
export function AddNodeDialog({ network, twinId, onChange, onClose }: Props) {
  const grid = useNetwork()
  const client = useQueryClient()
  const [text, setText] = useState<string>()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const ids = idsIn(text ?? '')
  const list = useQuery({
    ...nodeList(grid, {
      page: 1,
      size: pageSize,
      sort: 'node_id',
      order: 'asc',
      status: ['up'],
      healthy: true,
      availableFor: twinId,
      excluded: network.members.map(({ nodeId }) => nodeId),
      ...(open && { ipv4: true }),
      ...(ids ? { nodeIds: ids } : text !== undefined && { farmNameContains: text }),
    }),
    refetchInterval: false,
  })
  const add = async (node: Node) => {
    setBusy(node.id)
    setProblem(undefined)
    try {
      onChange(await joining(grid, client, network, node))
    } catch (error) {
      const { title, what } = explain(error)
      setProblem(error instanceof JoinProblem ? `${error.message}.` : `${title}. ${what}`)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title={`Add a node to ${network.name}`}
      description="Machines that you deploy there can then join the network. A machine brings its node along by itself."
      actions={
        <Button variant="ghost" onClick={onClose}>
          Back
        </Button>
      }
    >
      <TextFilter wide label="Node id or farm name" text={text} onChange={setText} />
      <label className="flex min-h-10 items-center gap-2.5">
        <input type="checkbox" className="check" checked={open} onChange={({ target }) => setOpen(target.checked)} />
        Only with a public IPv4 address
      </label>
      {problem !== undefined && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      <Loaded from={list} explain={explain}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <p className="py-6 text-center text-ink-3">No node of this grid has all of that.</p>
          ) : (
            <ul aria-label="Nodes" className="min-h-80">
              {nodes.map((node) => (
                <li
                  key={node.id}
                  className="grid min-h-11 grid-cols-[44px_minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line py-1"
                >
                  <span className="mono font-medium">{node.id}</span>
                  <span className="flex min-w-0 flex-wrap items-center gap-x-4">
                    <span className="min-w-0 truncate sm:w-44" title={node.farmName}>
                      {node.farmName}
                    </span>
                    <span className="flex items-center gap-2 text-ink-2 sm:w-36">
                      <Flag country={node.country} />
                      {node.country}
                    </span>
                    <span className="mono text-small text-ink-3">{node.publicConfig.ipv4.replace(/\/\d+$/, '')}</span>
                  </span>
                  <Button
                    size="small"
                    aria-label={`Add node ${node.id}`}
                    busy={busy === node.id}
                    disabledReason={deployProblem(node, twinId)}
                    onClick={() => void add(node)}
                  >
                    Add
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  )
}
