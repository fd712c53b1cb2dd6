import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser that journeys are made in: `CHROMIUM`, else the first Chromium on the PATH, else `undefined`. */
export function findBrowser(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs)
}

/** Debian and Ubuntu, when we may install packages there: what to put before `apt-get`. */
function aptPrefix(): string[] | undefined {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  if (!/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release)) return undefined
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}

/**
 * The browser, installed with apt when there is none and that is possible.
 *
 * @throws Error that tells a person what to install
 */
export function findOrInstallBrowser(): string {
  if (process.env.CHROMIUM && !runs(process.env.CHROMIUM))
    throw new Error(`CHROMIUM names ${process.env.CHROMIUM}, which is not a program that can be run.`)
  const found = findBrowser()
  if (found) return found

  const prefix = aptPrefix()
  if (prefix) {
    console.log('Installing Chromium with apt-get…')
    for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']])
      spawnSync('env', [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error('The journeys need a browser: install Chromium or Google Chrome, or set CHROMIUM to the path of one.')
}
