import { gib } from '#domain/units.ts'
import { app } from './app.ts'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_jitsi.vue (c0d9939), as are its flist and its port. */
export const jitsi = app({
  id: 'jitsi',
  name: 'Jitsi',
  makes: 'Video calls in the browser.',
  flist: 'https://hub.grid.tf/tf-official-apps/jitsi-latest.flist',
  port: 80,
  cores: 2,
  memory: gib(4),
  disks: [{ name: 'data1', size: gib(100), mountpoint: '/data' }],
  env: ({ domain }) => ({ JITSI_HOSTNAME: domain }),
})
