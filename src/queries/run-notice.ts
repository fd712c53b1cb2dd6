import { failuresOf, isRunning, type Run } from '#domain/deployment/run.ts'

/** Whether the browser may tell of runs while nobody looks: it is asked for by a button, never unbidden. */
export type Permission = NotificationPermission | 'unsupported'
export const permission = (): Permission => globalThis.Notification?.permission ?? 'unsupported'

export const askPermission = async (): Promise<Permission> =>
  (await globalThis.Notification?.requestPermission()) ?? 'unsupported'

/** Tells by a notification of the browser that a run came up or stopped, when nobody looks at the page. */
export function tell(id: string, before: Run, now: Run): void {
  if (permission() !== 'granted' || document.visibilityState === 'visible') return
  const failure = failuresOf(now)[0]
  const words = !isRunning(before) && isRunning(now) ? { title: `${now.name} is running` } : undefined
  const said =
    words ?? (failure && failuresOf(before).length === 0 ? { title: failure.title, body: failure.what } : undefined)
  if (!said) return
  const note = new Notification(said.title, { ...('body' in said && { body: said.body }), tag: id })
  note.onclick = () => window.focus()
}
