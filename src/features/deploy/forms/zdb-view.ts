import type { Workload } from '#domain/workloads/workload.ts'
import type { Zdb } from '#domain/workloads/zdb.ts'
import { fromGib, inGib } from './sizes.ts'
import type { View } from './usePlanForm.ts'

export type ZdbValues = { sizeGiB: number; mode: Zdb['mode']; password: string; public: boolean }

export const zdbView: View<Workload<'zdb'>, ZdbValues> = {
  from: ({ data }) => ({
    sizeGiB: inGib(data.size),
    mode: data.mode,
    password: data.password ?? '',
    public: data.public ?? false,
  }),
  to: ({ sizeGiB, ...values }, workload) => ({
    ...workload,
    data: { ...workload.data, ...values, size: fromGib(sizeGiB, workload.data.size) },
  }),
}
