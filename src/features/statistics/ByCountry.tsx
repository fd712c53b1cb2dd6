import { lazy, Suspense, useState } from 'react'
import type { NodeStatus } from '#domain/node.ts'
import { Button } from '#ui/Button.tsx'
import { Flag } from '#ui/Flag.tsx'
import { Bars } from './Bars.tsx'

const most = 10

// The shapes of countries are most of this page, and nobody waits for them to read its figures.
const WorldMap = lazy(async () => ({ default: (await import('./WorldMap.tsx')).WorldMap }))

type Props = { nodesByCountry: Record<string, number>; status: NodeStatus[] | undefined }

/** Where the nodes are: on a map, and in figures. */
export function ByCountry({ nodesByCountry, status }: Props) {
  const [all, setAll] = useState(false)
  const countries = Object.entries(nodesByCountry).sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
  const total = countries.reduce((sum, [, n]) => sum + n, 0)
  return (
    <section aria-label="By country" id="countries" className="scroll-mt-4">
      <h2 className="pb-2 text-section">By country</h2>
      {countries.length === 0 ? (
        <p className="text-ink-2">No node is in this state.</p>
      ) : (
        <div className="grid items-start gap-x-8 gap-y-4 wide:grid-cols-[minmax(0,1fr)_400px]">
          <Suspense fallback={<div className="aspect-[960/460]" aria-hidden="true" />}>
            <WorldMap nodesByCountry={nodesByCountry} status={status} />
          </Suspense>
          <div>
            <Bars
              label="Nodes by country"
              total={total}
              rows={(all ? countries : countries.slice(0, most)).map(([country, count]) => ({
                key: country,
                name: (
                  <span className="flex items-center gap-2">
                    <Flag country={country} />
                    <span className="truncate" title={country}>
                      {country}
                    </span>
                  </span>
                ),
                count,
                search: { status, country },
              }))}
            />
            {countries.length > most && (
              <Button size="small" variant="ghost" className="mt-1 -ml-2" onClick={() => setAll(!all)}>
                {all ? `Show the first ${most}` : `Show all ${countries.length} countries`}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  )
}
