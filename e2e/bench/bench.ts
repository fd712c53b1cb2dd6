import process from 'node:process'
import { measureBundle } from './bundle.ts'
import { measureChain } from './chain.ts'
import { startGridProcess } from './grid-process.ts'
import { measureHashing } from './hash.ts'
import { isKept, type Measure } from './measure.ts'
import { measureProxy } from './proxy.ts'
import { measureRelay } from './relay.ts'
import { measureRmb } from './rmb.ts'

async function measureGrid(): Promise<Measure[]> {
  const { ready, startMs, memoryMib, stop } = await startGridProcess({ farms: 1000, nodes: 10_000 })
  const measures: Measure[] = [
    { what: 'Local grid of 10,000 nodes ready', figure: startMs, unit: 'ms', most: 3000 },
    ...(await measureProxy(ready.gridproxy)),
    ...(await measureChain(ready.chain)),
    { what: 'Its memory after that', figure: memoryMib(), unit: 'MiB', most: 400 },
  ]
  stop()
  return measures
}

function show(measure: Measure): string {
  const { what, figure, unit, most, least } = measure
  const shown = figure.toLocaleString('en', { maximumFractionDigits: figure < 100 ? 1 : 0 })
  const limit = most === undefined ? (least === undefined ? '' : `≥ ${least}`) : `≤ ${most}`
  return `${what.padEnd(46)}${shown.padStart(9)} ${unit.padEnd(4)}${limit.padStart(8)}${isKept(measure) ? '' : '  MISSED'}`
}

const measures = [
  ...(await measureBundle()),
  measureHashing(5),
  measureHashing(50),
  ...(await measureGrid()),
  ...(await measureRelay()),
  ...(await measureRmb()),
]
for (const measure of measures) console.log(show(measure))
process.exit(measures.every(isKept) ? 0 : 1)
