import { gib } from '#domain/units.ts'
import { password } from '../template.ts'
import { emailAsk } from './admin.ts'
import { app } from './app.ts'
import { mailAsks, mailOf } from './mail.ts'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_discourse.vue (c0d9939), as are its flist and its port. */
export const discourse = app({
  id: 'discourse',
  name: 'Discourse',
  makes: 'A forum for a community.',
  flist: 'https://hub.grid.tf/tf-official-apps/forum-docker-v3.1.2.flist',
  port: 88,
  cores: 2,
  memory: gib(4),
  disks: [{ name: 'data1', size: gib(50), mountpoint: '/var/lib/docker' }],
  // It cannot let anybody in without mail.
  asks: [emailAsk, ...mailAsks.map((ask) => (ask.kind === 'check' ? { ...ask, blank: true } : ask))],
  env: ({ domain, answers, chance }) => {
    const mail = mailOf(answers)
    return {
      DISCOURSE_HOSTNAME: domain,
      DISCOURSE_DEVELOPER_EMAILS: String(answers['email']),
      DISCOURSE_SMTP_ADDRESS: mail?.host ?? '',
      DISCOURSE_SMTP_PORT: mail?.port ?? '',
      DISCOURSE_SMTP_ENABLE_START_TLS: String(mail?.port === '587'),
      DISCOURSE_SMTP_USER_NAME: mail?.user ?? '',
      DISCOURSE_SMTP_PASSWORD: mail?.password ?? '',
      THREEBOT_PRIVATE_KEY: btoa(String.fromCharCode(...chance.bytes(32))),
      FLASK_SECRET_KEY: password(chance, 16),
    }
  },
})
