import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Node } from '#domain/node.ts'
import { placeWords } from './node-clusters.ts'
import type { NodeSearch } from './node-search.ts'
import { NodeRow } from './NodeRow.tsx'
import { useTerms } from './terms.ts'

const most = 30

type Props = { nodes: readonly Node[]; search: NodeSearch; children: ReactNode }

/** The nodes of one place of the map. It takes the focus, which was on the place that led here. */
export function NodesHere({ nodes, search, children }: Props) {
  const terms = useTerms()
  const countries = [...new Set(nodes.map(({ country }) => country))].slice(0, 3)
  return (
    <section
      aria-label="Nodes here"
      tabIndex={-1}
      ref={takeFocus}
      className="flex shrink-0 flex-col overflow-hidden border-line outline-none max-wide:border-t wide:w-[360px] wide:border-l"
    >
      <div className="flex flex-wrap items-start gap-2 px-4 py-2.5">
        <h2 className="min-w-0 flex-1 text-section">
          {nodes.length.toLocaleString('en')} nodes in {placeWords(nodes)}
        </h2>
        {children}
        <p className="flex w-full flex-wrap gap-x-3 gap-y-1 text-small">
          {countries.map((country) => (
            <Link
              key={country}
              to="/nodes"
              search={{ ...search, view: undefined, page: undefined, country }}
              className="link"
            >
              List all in {country}
            </Link>
          ))}
        </p>
      </div>
      <ul aria-label="Nodes" className="min-h-0 flex-1 wide:overflow-y-auto">
        {nodes.slice(0, most).map((node) => (
          <li key={node.id} className="border-t border-line">
            <NodeRow node={node} terms={terms} />
          </li>
        ))}
      </ul>
      {nodes.length > most && (
        <p className="border-t border-line px-4 py-2 text-small text-ink-3">
          The first {most}; look closer, or at the list.
        </p>
      )}
    </section>
  )
}

const takeFocus = (section: HTMLElement | null) => section?.focus()
