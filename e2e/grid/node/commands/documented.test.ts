import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandGroups } from '#protocols/node/commands.ts'
import { requestOf } from '#protocols/node/request.ts'
import { startGrid, type Grid } from '../../grid.ts'
import { Citizen, network, quick, read } from '../../testbed.ts'

let grid: Grid
let alice: Citizen

beforeAll(async () => {
  grid = await startGrid(quick)
  alice = await Citizen.of(grid, 'alice')
})
afterAll(async () => {
  await alice.leave()
  await grid.stop()
})

/** A node that is up and takes this type of workload. */
async function nodeWith(feature: string): Promise<number> {
  const [found] = (await read(grid, `/nodes?status=up&size=1&features=${feature}`)) as { nodeId: number }[]
  return found!.nodeId
}

const said = commandGroups.filter((group) => group.for !== 'farmer').flatMap((group) => group.commands)

test('a node answers every command as the app documents it', async () => {
  const full = await nodeWith('zmachine')
  const { id } = await alice.deploy(full, network('net1'))
  const typed = {
    contract_id: String(id),
    name: 'iperf',
    network_name: 'net1',
    deployment: `${alice.twin}:${id}`,
    twin_id: '',
    workload: 'net1',
  }
  const problems: Record<string, string> = {}
  for (const command of said)
    try {
      const { error } = command.answer.safeParse(await alice.ask(full, command.name, requestOf(command, typed)))
      if (error) problems[command.name] = error.message
    } catch (refusal) {
      problems[command.name] = (refusal as Error).message
    }
  expect(problems).toEqual({})
})

test('ZOS light knows none of the commands that it is said to lack', async () => {
  const light = await nodeWith('zmachine-light')
  for (const { name } of said.filter(({ notLight }) => notLight))
    await expect(alice.ask(light, name)).rejects.toThrow('function is not found')
})
