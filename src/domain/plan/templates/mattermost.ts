import { gib } from '#domain/units.ts'
import { password } from '../template.ts'
import { app } from './app.ts'
import { mailAsks, mailOf } from './mail.ts'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_mattermost.vue (c0d9939), as are its flist and its port. */
export const mattermost = app({
  id: 'mattermost',
  name: 'Mattermost',
  makes: 'Chat for a team.',
  flist: 'https://hub.grid.tf/tf-official-apps/mattermost-latest.flist',
  port: 8000,
  cores: 2,
  memory: gib(4),
  disks: [{ name: 'data1', size: gib(50), mountpoint: '/var/lib/docker' }],
  asks: mailAsks,
  env: ({ domain, answers, chance }) => {
    const mail = mailOf(answers)
    return {
      DB_PASSWORD: password(chance, 16),
      SITE_URL: `https://${domain}`,
      MATTERMOST_DOMAIN: domain,
      ...(mail && {
        SMTPUsername: mail.user,
        SMTPPassword: mail.password,
        SMTPServer: mail.host,
        SMTPPort: mail.port,
      }),
    }
  },
})
