type Listeners<Arguments extends unknown[]> = { addListener: (listener: (...given: Arguments) => unknown) => void }

/** A connection between the background and a page, of the extension or of a site. */
export type Port = {
  name: string
  sender?: { url?: string }
  postMessage: (message: unknown) => void
  onMessage: Listeners<[message: unknown]>
  onDisconnect: Listeners<[]>
}

type Runtime = {
  connect: (as: { name: string }) => Port
  getURL: (path: string) => string
  onConnect: Listeners<[port: Port]>
  onMessage: Listeners<[message: unknown, sender: unknown, answer: (with_: unknown) => void]>
}

/** What the extension uses of Chromium's own library for extensions. */
export const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome
