import type { Workload } from '#domain/deployment/deployment.ts'
import type { Bytes } from '#domain/units.ts'
import { bare } from '../plan.ts'

/** A namespace of a 0-db that other nodes may reach. */
export const database = (name: string, size: Bytes, mode: 'user' | 'seq', password: string): Workload<'zdb'> => ({
  ...bare(name),
  type: 'zdb',
  data: { size, mode, password, public: true },
})
