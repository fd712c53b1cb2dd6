import { expect, test } from 'vitest'
import { httpProblem, socketProblem } from './place.ts'

test.each([
  [httpProblem, 'https://gridproxy.grid.tf', undefined],
  [httpProblem, ' http://127.0.0.1:9944/gridproxy ', undefined],
  [httpProblem, 'wss://tfchain.grid.tf', 'An address here starts with https:// or http://'],
  [httpProblem, 'gridproxy.grid.tf', 'An address here starts with https:// or http://'],
  [httpProblem, ' ', 'Enter an address'],
  [socketProblem, 'wss://tfchain.grid.tf/ws', undefined],
  [socketProblem, 'ws://127.0.0.1:9944', undefined],
  [socketProblem, 'https://relay.grid.tf', 'An address here starts with wss:// or ws://'],
])('%o of %o is %o', (problem, text, said) => {
  expect(problem(text)).toBe(said)
})
