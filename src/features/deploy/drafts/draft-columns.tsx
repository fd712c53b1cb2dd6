import { Link } from '@tanstack/react-router'
import { Copy, Trash2 } from 'lucide-react'
import { contentWords } from '#features/deploy/text/plan-words.ts'
import type { DraftLine } from '#queries/drafts.ts'
import { SignedAgo } from '#features/deployments/update/SignedAgo.tsx'
import { useNetworks } from '#queries/networks.ts'
import { Ago } from '#ui/Ago.tsx'
import { Button } from '#ui/Button.tsx'
import type { Column } from '#ui/Table.tsx'

export type DraftActions = { onDuplicate: (line: DraftLine) => void; onRemove: (line: DraftLine) => void }

export const draftColumns = (actions: DraftActions): Column<DraftLine>[] => [
  {
    header: 'Name',
    cell: (line) => (
      <Link to="/deploy" search={{ draft: line.id }} className="link wrap-anywhere">
        {line.name || 'Without a name'}
      </Link>
    ),
  },
  { header: 'What is in it', cell: ({ types }) => <span className="text-ink-2">{contentWords(types)}</span> },
  { header: 'Nodes', cell: ({ nodes }) => nodesWords(nodes) },
  { header: 'Network', later: true, cell: ({ network }) => <NetworkName id={network} /> },
  { header: 'Changed', align: 'right', cell: ({ changedAt }) => <Ago atMs={changedAt} /> },
  { header: 'Signed', cell: ({ signed }) => signed && <SignedAgo {...signed} /> },
  { header: 'Actions', align: 'right', cell: (line) => <Actions line={line} {...actions} /> },
]

export const NarrowDraft = ({ line, ...actions }: { line: DraftLine } & DraftActions) => (
  <div className="flex min-h-17 items-center gap-2 px-4 py-2">
    <Link to="/deploy" search={{ draft: line.id }} className="flex min-w-0 flex-1 flex-col gap-1">
      <span className="truncate font-medium">{line.name || 'Without a name'}</span>
      <span className="truncate text-small text-ink-3">
        {contentWords(line.types)} · <Ago atMs={line.changedAt} />
      </span>
    </Link>
    {line.signed && <SignedAgo {...line.signed} />}
    <Actions line={line} {...actions} />
  </div>
)

const Actions = ({ line, onDuplicate, onRemove }: { line: DraftLine } & DraftActions) => (
  <span className="inline-flex shrink-0">
    <Button variant="ghost" size="small" icon aria-label={`Duplicate ${line.name}`} onClick={() => onDuplicate(line)}>
      <Copy />
    </Button>
    <Button variant="ghost" size="small" icon aria-label={`Delete ${line.name}`} onClick={() => onRemove(line)}>
      <Trash2 />
    </Button>
  </span>
)

const NetworkName = ({ id }: { id: string }) => <>{useNetworks().find((one) => one.id === id)?.name ?? id}</>

const nodesWords = (nodes: readonly number[]) =>
  nodes.length === 0 ? (
    <span className="text-ink-3">Not chosen yet</span>
  ) : (
    <span className="mono">{nodes.join(', ')}</span>
  )
