import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json'

/** A country as it is drawn: an SVG path inside a box of `worldSize`. Its name is that of Natural Earth. */
export type CountryShape = { name: string; path: string }

export const worldSize = { width: 960, height: 430 }

// TypeScript reads the kind of a JSON file's member as any text.
const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>
const { features } = feature(topology, topology.objects.countries)

// Nobody runs nodes in Antarctica, and the map is the larger for its absence.
const drawn = features.filter(({ properties }) => properties.name !== 'Antarctica')
const projection = geoEqualEarth().fitSize([worldSize.width, worldSize.height], {
  type: 'FeatureCollection',
  features: drawn,
})
const draw = geoPath(projection).digits(1)

/** Where on the map something is. Degrees in, units of `worldSize` out. */
export function pointOf({ longitude, latitude }: { longitude: number; latitude: number }): { x: number; y: number } {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0]
  return { x, y }
}

/** Every country that the map has; it leaves out those too small to be seen. */
export const countryShapes: readonly CountryShape[] = drawn.map((country) => ({
  name: country.properties.name,
  path: draw(country) ?? '',
}))
