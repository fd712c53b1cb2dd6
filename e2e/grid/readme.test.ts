import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { devMethods } from './chain/rpc/dev-methods.ts'
import { knownFaults } from './faults.ts'
import { sentinels } from './faults/sentinels.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** What the rows of the table that begins so are about: their first words, without code marks. */
function firstColumn(head: string): string[] {
  const [, table = ''] = readme.split(head)
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2)
  return rows.map((row) => /^\| `?(\w[\w-]*)/.exec(row)![1]!)
}

test.each([
  ['| fault |', knownFaults.map(({ name }) => name)],
  ['| name | what happens |', Object.keys(sentinels)],
  ['| call |', Object.keys(devMethods(() => {}))],
])('e2e/README.md has a line for each of %s', (head, names) => {
  expect(firstColumn(head).toSorted()).toEqual(names.toSorted())
})
