import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

// Plain JavaScript without packages: this runs before anything is installed.

/** The repository, as a path. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Ends the process with one sentence for a person. */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)

const packages = (lock) => JSON.parse(readFileSync(`${root}/${lock}`, 'utf8')).packages

/** Whether node_modules holds what the lock file asks for. Packages for other platforms may be absent. */
function installed() {
  if (!existsSync(`${root}/node_modules/.package-lock.json`)) return false
  const present = packages('node_modules/.package-lock.json')
  return Object.entries(packages('package-lock.json')).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || (path in present ? present[path].version === version : optional || devOptional),
  )
}

/** Makes the repository ready to run: checks Node.js, then installs the locked packages when they are not all there. */
export function install() {
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(`This needs Node.js 20.19 or newer; you run ${process.versions.node}. Get it from https://nodejs.org`)
  if (installed()) return

  console.log('Installing packages, which takes about a minute the first time…')
  const { status, error, stdout, stderr } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
  giveUp(`The packages could not be installed: ${error?.message ?? 'npm ci failed, see above'}.`)
}
