import { expect, test } from 'vitest'
import { countryShapes } from '#ui/world-shapes.ts'
import { mapName } from './map-names.ts'

const drawn = new Set(countryShapes.map(({ name }) => name))

test.each(['United States', 'Czech Republic', 'Belgium', 'Viet Nam', 'Ivory Coast', 'Türkiye', 'North Macedonia'])(
  '%s is on the map',
  (country) => {
    expect(drawn.has(mapName(country))).toBe(true)
  },
)

test('a country too small to be drawn is not', () => {
  expect(drawn.has(mapName('Singapore'))).toBe(false)
})
