import { gib } from '#domain/units.ts'
import { passwordAsk, userAsk } from './admin.ts'
import { app } from './app.ts'
import { mailAsks, mailOf } from './mail.ts'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_owncloud.vue (c0d9939), as are its flist and its port. */
export const owncloud = app({
  id: 'owncloud',
  name: 'ownCloud',
  makes: 'Files, shared and kept in step.',
  flist: 'https://hub.grid.tf/tf-official-apps/owncloud-10.9.1.flist',
  port: 80,
  cores: 2,
  memory: gib(8),
  disks: [{ name: 'data1', size: gib(250), mountpoint: '/var/lib/docker' }],
  asks: [userAsk, passwordAsk, ...mailAsks],
  env: ({ domain, answers }) => {
    const mail = mailOf(answers)
    const [sender = '', host = ''] = (mail?.from ?? '').split('@')
    return {
      OWNCLOUD_ADMIN_USERNAME: String(answers['user']),
      OWNCLOUD_ADMIN_PASSWORD: String(answers['password']),
      OWNCLOUD_DOMAIN: domain,
      ...(mail && {
        OWNCLOUD_MAIL_SMTP_SECURE: mail.port === '587' ? 'tls' : mail.port === '465' ? 'ssl' : 'none',
        OWNCLOUD_MAIL_FROM_ADDRESS: sender,
        OWNCLOUD_MAIL_DOMAIN: host,
        OWNCLOUD_MAIL_SMTP_HOST: mail.host,
        OWNCLOUD_MAIL_SMTP_PORT: mail.port,
        OWNCLOUD_MAIL_SMTP_NAME: mail.user,
        OWNCLOUD_MAIL_SMTP_PASSWORD: mail.password,
      }),
    }
  },
})
