/**
 * The deployment that a workload stands in, as far as its rules look at it. Loose, since it is what somebody sent.
 *
 * Source: zosbase pkg/gridtypes/deployment.go WorkloadGetter
 */
export type Neighbours = {
  readonly workloads: readonly { readonly name: string; readonly type: string; readonly data: unknown }[]
}
