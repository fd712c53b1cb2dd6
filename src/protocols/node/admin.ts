import { z } from 'zod'

/** What a node tells its farmer only. Source: zosbase pkg/zos_api/admin.go */
export const nics = z.record(z.string(), z.object({ ips: z.array(z.string()).nullable(), mac: z.string() }))
export const publicNic = z.object({ is_single: z.boolean(), is_dual: z.boolean(), dual_interface: z.string() })
