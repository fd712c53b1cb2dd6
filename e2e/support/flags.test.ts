import { expect, test } from 'vitest'
import { port, readFlags } from './flags.ts'

const known = { port, nodes: { says: 'how many nodes there are', from: 1, to: 5000 } }

test('a number is read behind its flag or an equals sign; what was not given is absent', () => {
  expect(readFlags(['--port', '0', '--nodes=12'], known)).toEqual({ port: 0, nodes: 12 })
  expect(readFlags([], known)).toEqual({})
})

test.each([
  [['--bogus', '1'], 'There is no --bogus here; the flags are --port, --nodes.'],
  [['5173'], 'There is no 5173 here; the flags are --port, --nodes.'],
  [['--port'], '--port is a port: a whole number from 0 to 65535.'],
  [['--port', 'http'], '--port is a port: a whole number from 0 to 65535, not http.'],
  [['--port', '65536'], '--port is a port: a whole number from 0 to 65535, not 65536.'],
  [['--nodes=1.5'], '--nodes is how many nodes there are: a whole number from 1 to 5000, not 1.5.'],
])('%j is refused in one sentence', (words, sentence) => {
  expect(() => readFlags(words, known)).toThrow(sentence)
})
