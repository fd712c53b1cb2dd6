import { expect, test } from 'vitest'
import { description, handbook } from './swagger.ts'

const routes = { '/nodes': ['size', 'country'], '/nodes/{node_id}': [] }

test('every route is described with what it takes', () => {
  const { paths } = description(routes)
  expect(paths['/nodes']!.get.parameters.map(({ name, in: where }) => `${where} ${name}`)).toEqual([
    'query size',
    'query country',
  ])
  expect(paths['/nodes/{node_id}']!.get.parameters).toMatchObject([{ name: 'node_id', in: 'path', required: true }])
  expect(handbook(routes)).toContain('<code>country</code>')
})
