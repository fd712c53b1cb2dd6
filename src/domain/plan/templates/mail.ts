import type { Answers, Ask } from '../template.ts'

const on = { name: 'mail', is: true } as const

/** The server by which an application sends its mail. */
export const mailAsks: Ask[] = [
  { kind: 'check', name: 'mail', label: 'Send mail', blank: false, help: 'By a mail server of yours' },
  { kind: 'text', name: 'mailHost', label: 'Mail server', blank: '', when: on },
  { kind: 'number', name: 'mailPort', label: 'Port', blank: 587, when: on },
  { kind: 'text', name: 'mailUser', label: 'User', blank: '', when: on },
  { kind: 'text', name: 'mailPassword', label: 'Password of the mail server', blank: '', when: on, hidden: true },
  { kind: 'text', name: 'mailFrom', label: 'Sender', blank: '', when: on, help: 'you@example.com' },
]

export type Mail = { host: string; port: string; user: string; password: string; from: string }

/** What was said of it; `undefined` where no mail is sent. */
export const mailOf = (answers: Answers): Mail | undefined =>
  answers['mail'] === true
    ? {
        host: String(answers['mailHost']),
        port: String(answers['mailPort']),
        user: String(answers['mailUser']),
        password: String(answers['mailPassword']),
        from: String(answers['mailFrom']),
      }
    : undefined
