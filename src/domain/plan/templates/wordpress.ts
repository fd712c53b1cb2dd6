import { gib } from '#domain/units.ts'
import { emailAsk, passwordAsk, userAsk } from './admin.ts'
import { app } from './app.ts'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_wordpress.vue (c0d9939), as are its flist and its port. */
export const wordpress = app({
  id: 'wordpress',
  name: 'WordPress',
  makes: 'A site or a blog.',
  flist: 'https://hub.grid.tf/tf-official-apps/tf-wordpress-latest.flist',
  port: 80,
  cores: 2,
  memory: gib(4),
  disks: [{ name: 'data1', size: gib(50), mountpoint: '/var/www/html' }],
  asks: [userAsk, passwordAsk, emailAsk],
  env: ({ domain, answers }) => ({
    MYSQL_USER: String(answers['user']),
    MYSQL_PASSWORD: String(answers['password']),
    ADMIN_EMAIL: String(answers['email']),
    WP_URL: domain,
  }),
})
