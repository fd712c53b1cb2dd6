import { expect, test } from 'vitest'
import type { ChainNode } from './chain/nouns.ts'
import { powerKeeper } from './power-keeper.ts'

type Power = NonNullable<ChainNode['power']>
const setup = () => {
  const obeyed: number[] = []
  const obey = async (nodeId: number) => void obeyed.push(nodeId)
  const follow = powerKeeper(obey, (nodeId) => nodeId !== 9)
  const told = (nodeId: number, state: Power['state'], target: Power['target']) =>
    follow({ kind: 'node-power', nodeId, power: { state, target } })
  const blocks = (count: number) => {
    for (let number = 0; number < count; number++) follow({ kind: 'block', number, timestamp: 0 })
  }
  return { obeyed, told, blocks }
}

test('a node obeys some blocks after the one with the wish, once', () => {
  const { obeyed, told, blocks } = setup()
  told(7, 'Up', 'Down')
  blocks(2)
  expect(obeyed).toEqual([])
  blocks(5)
  expect(obeyed).toEqual([7])
})

test('a wish taken back, a node that is there already and one that is dead change nothing', () => {
  const { obeyed, told, blocks } = setup()
  told(7, 'Up', 'Down')
  told(7, 'Up', 'Up')
  told(8, 'Down', 'Down')
  told(9, 'Up', 'Down')
  blocks(5)
  expect(obeyed).toEqual([])
})
