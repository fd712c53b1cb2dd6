import type { Dice } from './dice.ts'

/** The United Nations' regions, by which GridProxy groups countries. */
export type Region = 'Europe' | 'Americas' | 'Africa' | 'Asia' | 'Oceania'
export type City = { name: string; latitude: number; longitude: number }
export type Country = { name: string; region: Region; weight: number; cities: City[] }

/** Country, share of the grid's nodes in percent, then cities with latitude and longitude. */
const rows: [Region, string, number, ...[string, number, number][]][] = [
  [
    'Europe',
    'Belgium',
    16,
    ['Ghent', 51.05, 3.72],
    ['Antwerp', 51.22, 4.4],
    ['Lochristi', 51.1, 3.83],
    ['Brussels', 50.85, 4.35],
  ],
  [
    'Europe',
    'Germany',
    14,
    ['Falkenstein', 50.48, 12.37],
    ['Nuremberg', 49.45, 11.08],
    ['Berlin', 52.52, 13.4],
    ['Munich', 48.14, 11.58],
  ],
  ['Europe', 'Netherlands', 13, ['Amsterdam', 52.37, 4.9], ['Rotterdam', 51.92, 4.48], ['Eindhoven', 51.44, 5.48]],
  [
    'Americas',
    'United States',
    13,
    ['Salt Lake City', 40.76, -111.89],
    ['Chicago', 41.88, -87.63],
    ['Dallas', 32.78, -96.8],
    ['Ashburn', 39.04, -77.49],
  ],
  ['Europe', 'Switzerland', 6, ['Zurich', 47.37, 8.54], ['Lugano', 46.01, 8.96], ['Geneva', 46.2, 6.15]],
  ['Europe', 'Austria', 5, ['Vienna', 48.21, 16.37], ['Graz', 47.07, 15.44], ['Linz', 48.31, 14.29]],
  ['Europe', 'United Kingdom', 4, ['London', 51.51, -0.13], ['Manchester', 53.48, -2.24], ['Edinburgh', 55.95, -3.19]],
  ['Europe', 'France', 3, ['Paris', 48.86, 2.35], ['Lyon', 45.76, 4.84], ['Toulouse', 43.6, 1.44]],
  ['Europe', 'Italy', 3, ['Milan', 45.46, 9.19], ['Rome', 41.9, 12.5]],
  ['Americas', 'Canada', 3, ['Toronto', 43.65, -79.38], ['Montreal', 45.5, -73.57], ['Vancouver', 49.28, -123.12]],
  ['Asia', 'Vietnam', 2, ['Hanoi', 21.03, 105.85], ['Ho Chi Minh City', 10.82, 106.63]],
  ['Africa', 'Tanzania', 2, ['Dar es Salaam', -6.79, 39.21], ['Zanzibar', -6.17, 39.2]],
  ['Africa', 'Egypt', 1.5, ['Cairo', 30.04, 31.24], ['Alexandria', 31.2, 29.92]],
  ['Europe', 'Spain', 1.5, ['Madrid', 40.42, -3.7], ['Valencia', 39.47, -0.38]],
  ['Asia', 'United Arab Emirates', 1, ['Dubai', 25.2, 55.27], ['Abu Dhabi', 24.45, 54.38]],
  ['Europe', 'Slovakia', 1, ['Bratislava', 48.15, 17.11], ['Kosice', 48.72, 21.26]],
  ['Europe', 'Poland', 0.8, ['Warsaw', 52.23, 21.01], ['Krakow', 50.06, 19.94]],
  ['Europe', 'Bulgaria', 0.7, ['Sofia', 42.7, 23.32]],
  ['Europe', 'Romania', 0.6, ['Bucharest', 44.43, 26.1], ['Cluj-Napoca', 46.77, 23.62]],
  ['Europe', 'Czechia', 0.6, ['Prague', 50.08, 14.44]],
  ['Europe', 'Sweden', 0.5, ['Stockholm', 59.33, 18.07]],
  ['Europe', 'Norway', 0.5, ['Oslo', 59.91, 10.75]],
  ['Europe', 'Finland', 0.5, ['Helsinki', 60.17, 24.94]],
  ['Europe', 'Denmark', 0.4, ['Copenhagen', 55.68, 12.57]],
  ['Europe', 'Portugal', 0.4, ['Lisbon', 38.72, -9.14]],
  ['Europe', 'Greece', 0.4, ['Athens', 37.98, 23.73]],
  ['Europe', 'Ireland', 0.4, ['Dublin', 53.35, -6.26]],
  ['Europe', 'Hungary', 0.3, ['Budapest', 47.5, 19.04]],
  ['Europe', 'Estonia', 0.3, ['Tallinn', 59.44, 24.75]],
  ['Europe', 'Luxembourg', 0.3, ['Luxembourg', 49.61, 6.13]],
  ['Americas', 'Brazil', 0.4, ['Sao Paulo', -23.55, -46.63]],
  ['Americas', 'Mexico', 0.3, ['Mexico City', 19.43, -99.13]],
  ['Americas', 'Argentina', 0.2, ['Buenos Aires', -34.6, -58.38]],
  ['Americas', 'Colombia', 0.2, ['Medellin', 6.24, -75.58]],
  ['Asia', 'Singapore', 0.5, ['Singapore', 1.35, 103.82]],
  ['Asia', 'India', 0.5, ['Mumbai', 19.08, 72.88], ['Bengaluru', 12.97, 77.59]],
  ['Asia', 'Japan', 0.4, ['Tokyo', 35.68, 139.69]],
  ['Asia', 'Thailand', 0.3, ['Bangkok', 13.76, 100.5]],
  ['Asia', 'Indonesia', 0.3, ['Jakarta', -6.21, 106.85]],
  ['Asia', 'Turkey', 0.3, ['Istanbul', 41.01, 28.98]],
  ['Africa', 'South Africa', 0.4, ['Johannesburg', -26.2, 28.05], ['Cape Town', -33.92, 18.42]],
  ['Africa', 'Nigeria', 0.3, ['Lagos', 6.52, 3.38]],
  ['Africa', 'Kenya', 0.3, ['Nairobi', -1.29, 36.82]],
  ['Africa', 'Ghana', 0.2, ['Accra', 5.6, -0.19]],
  ['Oceania', 'Australia', 0.6, ['Sydney', -33.87, 151.21], ['Perth', -31.95, 115.86]],
  ['Oceania', 'New Zealand', 0.2, ['Auckland', -36.85, 174.76]],
]

export const countries: Country[] = rows.map(([region, name, weight, ...cities]) => ({
  name,
  region,
  weight,
  cities: cities.map(([city, latitude, longitude]) => ({ name: city, latitude, longitude })),
}))

const regions = new Map(countries.map(({ name, region }) => [name, region]))
export const regionOf = (country: string): Region | undefined => regions.get(country)

export type Place = { country: string; city: City }

export function somewhere(dice: Dice): Place {
  const country = dice.weighted(countries)
  return { country: country.name, city: dice.pick(country.cities) }
}

/** The location a node reports: near the city, sometimes of an unknown city or without coordinates. */
export function located({ country, city }: Place, dice: Dice) {
  const near = (degrees: number) => (degrees + dice.between(-0.05, 0.05)).toFixed(4)
  const known = !dice.chance(0.01)
  return {
    country,
    city: dice.chance(0.05) ? 'Unknown' : city.name,
    latitude: known ? near(city.latitude) : '',
    longitude: known ? near(city.longitude) : '',
  }
}
