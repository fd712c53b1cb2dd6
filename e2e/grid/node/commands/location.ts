import { regionOf } from '../../world/places.ts'
import type { Commands, Request } from './command.ts'

// Two letters by ISO 3166-1 of the countries of world/places.ts.
const codes: Record<string, string> = Object.fromEntries(
  (
    'Belgium BE,Germany DE,Netherlands NL,United States US,Switzerland CH,Austria AT,United Kingdom GB,France FR,Italy IT,' +
    'Canada CA,Vietnam VN,Tanzania TZ,Egypt EG,Spain ES,United Arab Emirates AE,Slovakia SK,Poland PL,Bulgaria BG,' +
    'Romania RO,Czechia CZ,Sweden SE,Norway NO,Finland FI,Denmark DK,Portugal PT,Greece GR,Ireland IE,Hungary HU,' +
    'Estonia EE,Luxembourg LU,Brazil BR,Mexico MX,Argentina AR,Colombia CO,Singapore SG,India IN,Japan JP,Thailand TH,' +
    'Indonesia ID,Turkey TR,South Africa ZA,Nigeria NG,Kenya KE,Ghana GH,Australia AU,New Zealand NZ'
  )
    .split(',')
    .map((row) => [row.slice(0, -3), row.slice(-2)]),
)

const southern = new Set(['Brazil', 'Argentina', 'Colombia'])

/** The geoip services know continents where the world has regions. */
function continentOf(country: string): string {
  const region = regionOf(country) ?? ''
  if (region !== 'Americas') return region
  return southern.has(country) ? 'South America' : 'North America'
}

/** Where the node's address says it is. Source: zosbase pkg/geoip/geoip.go */
function location({ node: { world } }: Request) {
  const { country, city, longitude, latitude } = world.chain.location
  return {
    longitude: Number(longitude),
    latitude: Number(latitude),
    continent: continentOf(country),
    country_name: country,
    country_code: codes[country] ?? '',
    city_name: city,
  }
}

export const locationCommands: Commands = { 'zos.location.get': location }
