import type { Installer } from './installer.ts'
import { assignIp, noneLeft } from './public-ip.ts'

/** Source: zosbase pkg/primitives/pubip/public_ip.go getPublicIPData */
export const ipv4: Installer<'ipv4'> = {
  effort: 0.3,
  mishap: () => noneLeft,
  install: (job) => assignIp(job, { v4: true, v6: false }),
  remove: () => {},
}
