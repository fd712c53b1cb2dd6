import { gib } from '#domain/units.ts'
import { emailAsk, passwordAsk } from './admin.ts'
import { app } from './app.ts'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_peertube.vue (c0d9939), as are its flist and its port. */
export const peertube = app({
  id: 'peertube',
  name: 'PeerTube',
  makes: 'Videos, federated with other sites.',
  flist: 'https://hub.grid.tf/tf-official-apps/peertube-v3.1.1.flist',
  port: 9000,
  cores: 2,
  memory: gib(4),
  disks: [{ name: 'data1', size: gib(100), mountpoint: '/data' }],
  asks: [emailAsk, passwordAsk],
  env: ({ domain, answers }) => ({
    PEERTUBE_ADMIN_EMAIL: String(answers['email']),
    PT_INITIAL_ROOT_PASSWORD: String(answers['password']),
    PEERTUBE_WEBSERVER_HOSTNAME: domain,
  }),
})
