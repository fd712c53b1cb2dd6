import type { ChainEvent } from './chain/nouns.ts'

/** Blocks between a farmer's wish and the node that falls asleep or is up again; real nodes look now and then too. */
const delay = 2

type Obey = (nodeId: number) => Promise<void>

/** Lets nodes do what their farmers want of their power, a few blocks later. One that is not `alive` never does. */
export function powerKeeper(obey: Obey, alive: (nodeId: number) => boolean): (event: ChainEvent) => void {
  const blocksLeft = new Map<number, number>()
  return (event) => {
    if (event.kind === 'node-power') {
      const { nodeId, power } = event
      if (power.state !== power.target && alive(nodeId)) blocksLeft.set(nodeId, delay)
      else blocksLeft.delete(nodeId)
    }
    if (event.kind !== 'block') return
    for (const [nodeId, left] of blocksLeft) {
      if (left > 0) blocksLeft.set(nodeId, left - 1)
      else {
        blocksLeft.delete(nodeId)
        void obey(nodeId)
      }
    }
  }
}
