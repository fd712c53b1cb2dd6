import { Link } from '@tanstack/react-router'
import { EqualNot, X } from 'lucide-react'
import type { Node } from '#domain/node.ts'
import { explain } from '#queries/explain.ts'
import { Button } from '#ui/Button.tsx'
import type { Load } from '#ui/Loaded.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { State } from '#ui/State.tsx'
import { differsIn, type CompareFact } from './compare-facts.tsx'

type Compared = { id: number; found: Load<Node> }

type Props = {
  columns: readonly Compared[]
  facts: readonly CompareFact[]
  onlyDifferences: boolean
  onRemove: (id: number) => void
}

/** A node to a column, a fact to a line. The names of the facts stay while the nodes scroll under them. */
export function CompareTable({ columns, facts, onlyDifferences, onRemove }: Props) {
  const nodes = columns.flatMap(({ found }) => found.data ?? [])
  const lines = facts.map((fact) => ({ fact, differs: differsIn(fact, nodes) }))
  const shown = onlyDifferences ? lines.filter(({ differs }) => differs) : lines
  return (
    <div className="min-h-0 flex-1 overflow-auto border-t border-line">
      <table className="tbl tbl-wide [&_td]:align-top" aria-label="Nodes side by side">
        <thead>
          <tr>
            <th scope="col" className="w-[132px] min-w-[132px] pl-4! rail:pl-6! sm:w-[196px]">
              <span className="sr-only">Fact</span>
            </th>
            {columns.map((column) => (
              <Head key={column.id} {...column} onRemove={() => onRemove(column.id)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ fact, differs }) => (
            <tr key={fact.name}>
              <th
                scope="row"
                className="left-0 pl-4! rail:pl-6! align-top font-normal! whitespace-normal! [tr:hover>&]:bg-hover border-b-line!"
              >
                <span className="flex items-start justify-between gap-2 py-0.5 text-base text-ink-2">
                  {fact.name}
                  {differs && (
                    <span className="shrink-0 text-accent" title="The nodes differ in this">
                      <EqualNot className="i-sm mt-[3px]" />
                      <span className="sr-only">differs</span>
                    </span>
                  )}
                </span>
              </th>
              {columns.map(({ id, found }) => (
                <td key={id} className="py-2.5! whitespace-normal! wrap-anywhere static!">
                  <Cell found={found} fact={fact} strong={differs} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {onlyDifferences && shown.length === 0 && nodes.length > 1 && (
        <p className="p-4 text-ink-2 rail:px-6">These nodes differ in nothing that is told here.</p>
      )}
    </div>
  )
}

function Head({ id, found, onRemove }: Compared & { onRemove: () => void }) {
  return (
    <th scope="col" className="min-w-[156px] align-top sm:min-w-[190px]">
      <span className="flex items-center gap-1">
        <Link
          to="/nodes/$nodeId"
          params={{ nodeId: String(id) }}
          className="py-1 text-lead font-medium text-ink hover:text-accent"
        >
          Node {id}
        </Link>
        <Button size="small" variant="ghost" icon aria-label={`Remove node ${id}`} onClick={onRemove}>
          <X />
        </Button>
      </span>
      {found.data === undefined && found.error !== null && (
        <span className="flex flex-col items-start gap-1.5 pb-1 font-normal whitespace-normal">
          <State kind="failed">{explain(found.error).title}</State>
          {explain(found.error).retry && (
            <Button size="small" busy={found.isFetching} onClick={() => found.refetch()}>
              Try again
            </Button>
          )}
        </span>
      )}
    </th>
  )
}

function Cell({ found, fact, strong }: { found: Load<Node>; fact: CompareFact; strong: boolean }) {
  if (found.data === undefined)
    return found.error === null ? <Skeleton width={90} /> : <span className="text-ink-3">–</span>
  return <div className={strong ? 'font-medium' : undefined}>{(fact.cell ?? fact.words)(found.data)}</div>
}
