import { loadavg } from 'node:os'
import process from 'node:process'
import { measureBundle } from './bundle.ts'
import { measureChain } from './chain.ts'
import { measureDeploying } from './deploy.ts'
import { measureExplore } from './explore.ts'
import { appStartMs, startGridProcess } from './grid-process.ts'
import { measureHashing } from './hash.ts'
import { isKept, medianOf, type Measure } from './measure.ts'
import { measureProxy } from './proxy.ts'
import { measureRelay } from './relay.ts'
import { measureRmb } from './rmb.ts'

const large = { farms: 1000, nodes: 10_000 }

async function measureGrid(): Promise<Measure[]> {
  const { ready, memoryMib, stop } = await startGridProcess(large)
  const measures: Measure[] = [
    ...(await measureProxy(ready.gridproxy)),
    ...(await measureChain(ready.chain)),
    { what: 'Memory of the grid after that', figure: memoryMib(), unit: 'MiB', most: 400 },
    ...(await measureExplore(ready)),
  ]
  await stop()
  return measures
}

async function measureStart(): Promise<Measure[]> {
  const [load] = loadavg()
  const gridMs: number[] = []
  const appMs: number[] = []
  for (let start = 0; start < 5; start++) {
    const { startMs, stop } = await startGridProcess(large)
    await stop()
    gridMs.push(startMs)
    appMs.push(await appStartMs(large))
  }
  return [
    { what: 'Load of this machine in the last minute', figure: load!, unit: '' },
    { what: 'Grid of 10,000 nodes ready, median of 5', figure: medianOf(gridMs), unit: 'ms', most: 3000 },
    { what: 'npm start with as many, median of 5', figure: medianOf(appMs), unit: 'ms', most: 3000 },
  ]
}

function show(measure: Measure): string {
  const { what, figure, unit, most, least } = measure
  const shown = figure.toLocaleString('en', { maximumFractionDigits: figure < 100 ? 1 : 0 })
  const limit = most === undefined ? (least === undefined ? '' : `≥ ${least}`) : `≤ ${most}`
  return `${what.padEnd(46)}${shown.padStart(9)} ${unit.padEnd(4)}${limit.padStart(8)}${isKept(measure) ? '' : '  MISSED'}`
}

const measures = [
  ...(await measureBundle()),
  ...(await measureHashing()),
  ...(await measureStart()),
  ...(await measureGrid()),
  ...(await measureRelay()),
  ...(await measureRmb()),
  ...(await measureDeploying()),
]
for (const measure of measures) console.log(show(measure))
process.exit(measures.every(isKept) ? 0 : 1)
