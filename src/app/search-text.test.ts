import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './search-text.ts'

test('the address stays readable, and comes back as it was written', () => {
  const text = stringifySearch({ status: ['up', 'standby'], page: 2, farm: undefined, text: 'a&b c' })
  expect(text).toBe('?status=up,standby&page=2&text=a%26b+c')
  expect(parseSearch(text)).toEqual({ status: 'up,standby', page: '2', text: 'a&b c' })
})

test('an empty search leaves no question mark', () => {
  expect(stringifySearch({ page: undefined })).toBe('')
})
