import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { findOrInstallBrowser } from './browser.ts'
import { root } from './dist.ts'

type Count = { passed: number; failed: number }
type Check = { name: string; run: () => Promise<Count> }
type Ended = { ok: boolean; said: string }

const reports = mkdtempSync(join(tmpdir(), 'checks-'))
process.on('exit', () => rmSync(reports, { recursive: true }))

/** Runs one of the installed tools to its end, shows what it says, and keeps it too when `keep` is set. */
function tool(words: string[], { keep = false, env = {} } = {}): Promise<Ended> {
  const [name = '', ...rest] = words
  const child = spawn(process.execPath, [join(root, 'node_modules/.bin', name), ...rest], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', keep ? 'pipe' : 'inherit', 'inherit'],
  })
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk
    process.stdout.write(chunk)
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ ok: code === 0, said })))
}

const one = (ok: boolean): Count => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** A runner's own count; one failure more when it failed without saying of what, or ran nothing at all. */
function counted<Report>({ ok }: Ended, report: string, read: (report: Report) => Count): Count {
  try {
    const count = read(JSON.parse(readFileSync(report, 'utf8')) as Report)
    const silent = count.failed === 0 && (!ok || count.passed === 0)
    return silent ? { ...count, failed: 1 } : count
  } catch {
    return one(false)
  }
}

const passes = (name: string, ...words: string[]): Check => ({ name, run: async () => one((await tool(words)).ok) })

const layers: Check = {
  name: 'Layers',
  run: async () => {
    const { ok, said } = await tool(['depcruise', 'src', 'e2e'], { keep: true })
    // It is content with having found nothing to look at; we are not.
    return one(ok && /\([1-9]\d* modules/.test(said))
  },
}

const unitTests: Check = {
  name: 'Unit tests',
  run: async () => {
    const report = join(reports, 'unit.json')
    const ended = await tool(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
    return counted(ended, report, (found: { numPassedTests: number; numFailedTests: number }) => ({
      passed: found.numPassedTests,
      failed: found.numFailedTests,
    }))
  },
}

const journeys: Check = {
  name: 'Journeys',
  run: async () => {
    const report = join(reports, 'journeys.json')
    const env = { CHROMIUM: findOrInstallBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const ended = await tool(
      ['playwright', 'test', '-c', 'e2e/journeys/playwright.config.ts', '--reporter=list,json'],
      { env },
    )
    return counted(ended, report, ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
    }))
  },
}

const still = [
  passes('Format', 'prettier', '--check', '.'),
  passes('Types', 'tsc', '--noEmit'),
  passes('Lint', 'oxlint', '--deny-warnings'),
  layers,
  unitTests,
]
const moving = [passes('Build', 'vite', 'build', '--logLevel', 'warn'), journeys]

const words = process.argv.slice(2)
const unknown = words.find((word) => word !== '--static')
if (unknown !== undefined) {
  console.error(`There is no ${unknown} here; the only flag is --static.`)
  process.exit(1)
}

const total = { passed: 0, failed: 0 }
for (const { name, run } of words.includes('--static') ? still : [...still, ...moving]) {
  console.log(`\n── ${name} ──`)
  const { passed, failed } = await run().catch((error: Error) => {
    console.error(error.message)
    return one(false)
  })
  if (failed > 0) console.log(`${name}: ${failed} failed`)
  total.passed += passed
  total.failed += failed
}

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
