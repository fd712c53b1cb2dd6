import { gib } from '#domain/units.ts'
import { emailAsk, passwordAsk, userAsk } from './admin.ts'
import { app } from './app.ts'
import { mailAsks, mailOf } from './mail.ts'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_taiga.vue (c0d9939), as are its flist and its port. */
export const taiga = app({
  id: 'taiga',
  name: 'Taiga',
  makes: 'Boards and backlogs for projects.',
  flist: 'https://hub.grid.tf/tf-official-apps/grid3_taiga_docker-latest.flist',
  port: 9000,
  cores: 2,
  memory: gib(4),
  disks: [{ name: 'data1', size: gib(100), mountpoint: '/var/lib/docker' }],
  asks: [userAsk, passwordAsk, emailAsk, ...mailAsks],
  env: ({ domain, answers }) => {
    const mail = mailOf(answers)
    return {
      DOMAIN_NAME: domain,
      ADMIN_USERNAME: String(answers['user']),
      ADMIN_PASSWORD: String(answers['password']),
      ADMIN_EMAIL: String(answers['email']),
      ...(mail && {
        EMAIL_HOST: mail.host,
        EMAIL_PORT: mail.port,
        EMAIL_HOST_USER: mail.user,
        EMAIL_HOST_PASSWORD: mail.password,
        EMAIL_USE_TLS: mail.port === '587' ? 'True' : 'False',
        EMAIL_USE_SSL: mail.port === '465' ? 'True' : 'False',
      }),
    }
  },
})
