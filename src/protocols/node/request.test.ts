import { expect, test } from 'vitest'
import { commandGroups, type Command, type Field } from './commands.ts'
import { fieldProblem, requestOf } from './request.ts'

const commands = commandGroups.flatMap((group) => group.commands)
const command = (name: string): Command => commands.find((one) => one.name === name)!
const field = (name: string): Field => command(name).fields![0]!

test('nothing that changes a node is among the commands, and none is there twice', () => {
  const names = commands.map(({ name }) => name)
  expect(names.filter((name) => /deploy$|update|delete|set_/.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test.each([
  ['zos.deployment.get', '', 'The node needs it: contract id'],
  ['zos.deployment.get', '0', 'A number, 1 or more'],
  ['zos.deployment.get', '1.5', 'A number, 1 or more'],
  ['zos.deployment.get', '99999999999999999999', 'A number, 1 or more'],
  ['zos.deployment.get', ' 42 ', undefined],
  ['zos.debug.deployment.list', '', undefined],
  ['zos.debug.deployment.list', 'me', 'A number, 1 or more'],
  ['zos.debug.deployment.get', '42', 'Twin and contract with a colon between: 29:1042'],
  ['zos.debug.deployment.get', '29:10:42', 'Twin and contract with a colon between: 29:1042'],
  ['zos.debug.deployment.get', '29:1042', undefined],
  ['zos.network.list_private_ips', ' ', 'The node needs it: network'],
])('%s with “%s”: %s', (name, typed, problem) => {
  expect(fieldProblem(field(name), typed)).toBe(problem)
})

test.each([
  ['zos.system.version', {}, undefined],
  ['zos.deployment.get', { contract_id: ' 42' }, { contract_id: 42 }],
  ['zos.debug.deployment.list', { twin_id: '' }, {}],
  ['zos.debug.deployment.info', { deployment: '29:1042', workload: 'vm1' }, { deployment: '29:1042', workload: 'vm1' }],
])('%s is asked with %j', (name, typed, request) => {
  expect(requestOf(command(name), typed)).toEqual(request)
})
