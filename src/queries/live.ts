import { callback, type RemoteSession } from '#protocols/worker/open.ts'

/**
 * Something that the worker tells whenever it changes, asked for once in a session. What comes of it gives the latest
 * that was told, and has `onChange` told the rest.
 */
export function live<T>(watch: (open: RemoteSession, tell: (now: T) => void) => Promise<void>) {
  const known = new WeakMap<RemoteSession, { latest: Promise<T> }>()
  return (open: RemoteSession, onChange: (now: T) => void): Promise<T> => {
    const before = known.get(open)
    if (before) return before.latest
    const fresh: { latest: Promise<T> } = { latest: new Promise(() => {}) }
    known.set(open, fresh)
    fresh.latest = new Promise((resolve, reject) => {
      const tell = (now: T) => {
        fresh.latest = Promise.resolve(now)
        resolve(now)
        onChange(now)
      }
      watch(open, callback(tell)).catch((error: unknown) => {
        known.delete(open)
        reject(error)
      })
    })
    return fresh.latest
  }
}
