import { lazy, Suspense } from 'react'
import type { Node } from '#domain/node.ts'
import { showNumber } from '#domain/units.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Found } from './Found.tsx'
import { placeOf } from './NodeHeading.tsx'

// The shapes of the countries are large and not needed to read the rest.
const PlaceMap = lazy(async () => ({ default: (await import('./PlaceMap.tsx')).PlaceMap }))

/** Where a node is, how fast its line was when last measured, and how it is let. */
export const Place = ({ node }: { node: Node }) => (
  <section className="panel min-w-0 overflow-hidden" aria-label="Place and speed">
    {node.place && (
      <div className="h-[180px] border-b border-line bg-sunken">
        <Suspense fallback={null}>
          <PlaceMap place={node.place} />
        </Suspense>
      </div>
    )}
    <div className="px-4 py-2">
      <Facts
        of={[
          ['Place', placeOf(node)],
          ['Coordinates', coordinates(node)],
          ['Download', speed(node.speed.download)],
          ['Upload', speed(node.speed.upload)],
          ['Up for', node.status === 'up' ? roughSpan(node.uptimeSeconds) : 'Not up'],
          ['Node twin', <Found key="twin" noun="twin" id={node.twinId} />],
          ['ZOS', node.features.includes('zmachine') ? 'Full: machines, disks, gateways' : 'Light'],
          ['Let', tenancy(node)],
        ]}
      />
    </div>
  </section>
)

const coordinates = ({ place }: Node) =>
  place && <span className="mono">{`${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`}</span>

const speed = (bitsPerSecond: number) =>
  bitsPerSecond === 0 ? 'Not measured' : `${showNumber(bitsPerSecond / 1_000_000)} Mbit/s`

function tenancy(node: Node): string {
  if (node.rentedByTwinId !== 0) return `Whole, to twin ${node.rentedByTwinId}`
  if (node.inDedicatedFarm || node.extraFeeMilliUsdPerMonth > 0) return 'Whole only'
  return 'Shared; pay for what you take'
}
