import { expect, test } from 'vitest'
import { readViews, toText } from './saved-views.ts'

const good = { name: 'Belgian', network: 'main', search: { country: 'Belgium' } }

test.each([
  ['nothing', null, []],
  ['no JSON', '{', []],
  ['no list', '{"a":1}', []],
  ['a view beside what is none', JSON.stringify([good, { name: 7 }, 'x', { ...good, search: { size: 5 } }]), [good]],
])('%s is kept: what can be read is there', (_, text, views) => {
  expect(readViews(text)).toEqual(views)
})

test('a search is kept as the address holds it', () => {
  expect(toText({ status: ['up', 'down'], gpu: true, size: 20, page: undefined })).toEqual({
    status: 'up,down',
    gpu: 'true',
    size: '20',
  })
})
