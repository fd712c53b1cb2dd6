import { expect, test } from 'vitest'
import { lackSentence } from './lacking.ts'
import type { NodeFilters } from './node-filters.ts'

test.each<[NodeFilters, string]>([
  [{ freeMemoryGiB: 64, country: 'Belgium' }, 'No node has 64 GiB of memory free in Belgium'],
  [
    { status: ['up', 'standby'], freeMemoryGiB: 64, gpu: true, country: 'Belgium', city: 'Ghent' },
    'No node that is up or on standby has 64 GiB of memory free and a GPU in Ghent, Belgium',
  ],
  [{ certified: true, rentable: true, region: 'Africa' }, 'No node is free to be rented and certified in Africa'],
  [{ country: 'Atlantis' }, 'No node is in Atlantis'],
  [{ text: 'moss' }, 'No node is on a farm named like “moss”'],
  [{ text: '7, 9' }, 'No node is number 7 or 9'],
  [{ ipv4: false, domain: true }, 'No node that is without an IPv4 of its own has a domain'],
  [{ features: ['zmachine', 'wireguard'] }, 'No node has the features zmachine and wireguard'],
  [{ priceMax: 50, gpus: 2 }, 'No node that is priced up to $50 a month has 2 GPUs'],
])('%# what no node has is said in one sentence', (search, sentence) => {
  expect(lackSentence(search)).toBe(sentence)
})
