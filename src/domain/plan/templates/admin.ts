import type { Ask } from '../template.ts'

/** Who runs an application. */
export const emailAsk: Ask = {
  kind: 'text',
  name: 'email',
  label: 'E-mail of the administrator',
  blank: '',
  problem: (value) => (/^[^\s@]+@[^\s@]+$/.test(value) ? undefined : { said: '', words: 'Like you@example.com' }),
}

export const userAsk: Ask = { kind: 'text', name: 'user', label: 'Administrator', blank: 'admin' }

export const passwordAsk: Ask = { kind: 'secret', name: 'password', label: 'Password of the administrator', length: 16 }
