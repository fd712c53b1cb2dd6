import { gib } from '#domain/units.ts'
import { app } from './app.ts'

/** Source: tfgrid-sdk-ts packages/playground/src/weblets/tf_nextcloud.vue (c0d9939), as are its flist and its port. */
export const nextcloud = app({
  id: 'nextcloud',
  name: 'Nextcloud',
  makes: 'Files, calendars, contacts and calls on a machine of yours.',
  flist: 'https://hub.grid.tf/tf-official-apps/threefoldtech-nextcloudaio-latest.flist',
  port: 80,
  cores: 2,
  memory: gib(4),
  disks: [{ name: 'data1', size: gib(50), mountpoint: '/mnt/data' }],
  env: ({ domain, publicIp }) => ({
    NEXTCLOUD_DOMAIN: domain,
    NEXTCLOUD_AIO_LINK: `${domain}/aio`,
    GATEWAY: String(!publicIp),
    IPV4: String(publicIp),
  }),
})
