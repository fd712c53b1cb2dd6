import { gib } from '#domain/units.ts'
import type { Template } from '../template.ts'
import { countProblem } from './count.ts'
import { database } from './database.ts'
import { nodeOf } from './machine-node.ts'

export const zdb: Template = {
  id: 'zdb',
  name: 'Databases',
  kind: 'storage',
  makes: 'Namespaces of a 0-db, a key-value store on the node’s hard disks.',
  needs: 'A node with HDD.',
  asks: [
    { kind: 'number', name: 'count', label: 'Namespaces', blank: 1, problem: countProblem(1, 40) },
    { kind: 'number', name: 'size', label: 'Size of each', unit: 'GiB', blank: 10, problem: countProblem(1, 10_240) },
    {
      kind: 'choice',
      name: 'mode',
      label: 'Keys',
      blank: 'user',
      options: [
        { value: 'user', words: 'Chosen by whoever writes' },
        { value: 'seq', words: 'Counted up by the database' },
      ],
    },
    { kind: 'secret', name: 'password', label: 'Password', length: 16 },
  ],
  plan: (name, { count, size, mode, password }) => ({
    name,
    solution: 'zdb',
    nodes: [
      nodeOf(
        Array.from({ length: Number(count) }, (_, i) =>
          database(`db${i + 1}`, gib(Number(size)), mode === 'seq' ? 'seq' : 'user', String(password)),
        ),
      ),
    ],
  }),
}
