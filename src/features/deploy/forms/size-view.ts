import type { Workload } from '#domain/workloads/workload.ts'
import { fromGib, inGib } from './sizes.ts'
import type { View } from './usePlanForm.ts'

/** What has a size and little more. */
export type DiskType = 'zmount' | 'volume'

export type SizeValues = { sizeGiB: number }

export const sizeView: View<Workload<DiskType>, SizeValues> = {
  from: ({ data }) => ({ sizeGiB: inGib(data.size) }),
  to: ({ sizeGiB }, workload) =>
    ({ ...workload, data: { ...workload.data, size: fromGib(sizeGiB, workload.data.size) } }) as Workload<DiskType>,
}
