import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import type { NodeStatus } from '#domain/node.ts'
import { countryShapes, worldSize } from '#ui/world-shapes.ts'
import { mapName } from './map-names.ts'

/** From how many nodes on a country is drawn how dark. */
const shades = [
  { from: 1, className: 'fill-system' },
  { from: 10, className: 'fill-used' },
  { from: 100, className: 'fill-ink-2' },
  { from: 1000, className: 'fill-ink' },
]
const shadeOf = (count: number) => shades.findLast(({ from }) => count >= from)?.className

const drawn = new Set(countryShapes.map(({ name }) => name))

type Props = { nodesByCountry: Record<string, number>; status: NodeStatus[] | undefined }

/** A country is the darker, the more nodes it has. For the eye and the mouse; the list beside it says the same. */
export function WorldMap({ nodesByCountry, status }: Props) {
  const countries = Object.entries(nodesByCountry).map(([country, count]) => ({
    country,
    count,
    name: mapName(country),
  }))
  const byName = new Map(countries.map((one) => [one.name, one]))
  const tooSmall = countries.filter(({ name }) => !drawn.has(name))
  return (
    <figure className="min-w-0">
      <svg viewBox={`0 0 ${worldSize.width} ${worldSize.height}`} className="w-full" aria-hidden="true">
        <g className="fill-track stroke-surface" strokeWidth="0.5">
          {countryShapes.map(({ name, path }) => {
            const found = byName.get(name)
            if (!found) return <path key={name} d={path} />
            return (
              <Link key={name} to="/nodes" search={{ status, country: found.country }} tabIndex={-1}>
                <path d={path} className={clsx(shadeOf(found.count), 'hover:fill-accent')}>
                  <title>{`${found.country}: ${found.count.toLocaleString('en')}`}</title>
                </path>
              </Link>
            )
          })}
        </g>
      </svg>
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1 text-small text-ink-3">
        Nodes
        {shades.map(({ from, className }) => (
          <span key={from} className="inline-flex items-center gap-1.5">
            <svg className="size-2.5" viewBox="0 0 10 10" aria-hidden="true">
              <rect width="10" height="10" rx="2" className={className} />
            </svg>
            from {from.toLocaleString('en')}
          </span>
        ))}
        {tooSmall.length > 0 && (
          <span>Not on this map: {tooSmall.map(({ country, count }) => `${country} ${count}`).join(', ')}</span>
        )}
      </figcaption>
    </figure>
  )
}
