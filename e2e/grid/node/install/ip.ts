import type { Installer } from './installer.ts'
import { assignIp, noneLeft } from './public-ip.ts'

/** The address goes back with its contract. Source: zosbase pkg/primitives/pubip/public_ip.go */
export const ip: Installer<'ip'> = {
  effort: 0.3,
  mishap: () => noneLeft,
  install: (job) => assignIp(job, job.data),
  remove: () => {},
}
