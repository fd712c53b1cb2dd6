import { withWorkload, type Plan, type Spot } from '#domain/plan/plan.ts'
import type { Encryption, ZdbBackend } from '#domain/workloads/qsfs.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { finite, fromGib, inGib } from './sizes.ts'
import type { View } from './usePlanForm.ts'

export type QsfsWorkload = Workload<'qsfs'>

export type QsfsValues = {
  cacheGiB: number
  minimal: number
  expected: number
  redundantGroups: number
  redundantNodes: number
  dataMiB: number
  key: string
  metaKey: string
  prefix: string
  compression: string
}

export const qsfsView: View<QsfsWorkload, QsfsValues> = {
  from: ({ data: { cache, config } }) => ({
    cacheGiB: inGib(cache),
    minimal: config?.minimal_shards ?? 0,
    expected: config?.expected_shards ?? 0,
    redundantGroups: config?.redundant_groups ?? 0,
    redundantNodes: config?.redundant_nodes ?? 0,
    dataMiB: config?.max_zdb_data_dir_size ?? 0,
    key: config?.encryption?.key ?? '',
    metaKey: config?.meta?.config?.encryption?.key ?? '',
    prefix: config?.meta?.config?.prefix ?? '',
    compression: config?.compression?.algorithm ?? '',
  }),
  to: (values, workload) => {
    const { cache, config } = workload.data
    const { meta } = config ?? {}
    return {
      ...workload,
      data: {
        ...workload.data,
        cache: fromGib(values.cacheGiB, cache),
        config: {
          ...config,
          minimal_shards: finite(values.minimal),
          expected_shards: finite(values.expected),
          redundant_groups: finite(values.redundantGroups),
          redundant_nodes: finite(values.redundantNodes),
          max_zdb_data_dir_size: finite(values.dataMiB),
          encryption: keyed(config?.encryption, values.key),
          meta: {
            ...meta,
            type: meta?.type ?? 'zdb',
            config: {
              ...meta?.config,
              backends: meta?.config?.backends ?? [],
              prefix: values.prefix,
              encryption: keyed(meta?.config?.encryption, values.metaKey),
            },
          },
          compression: { ...config?.compression, algorithm: values.compression },
        },
      },
    }
  },
}

/** AES is what nodes know. */
const keyed = (encryption: Encryption | undefined, key: string): Encryption => ({
  ...encryption,
  algorithm: encryption?.algorithm ?? 'AES',
  key,
})

/** Which databases of a file system: those of what is where, or of one group of what is in it. */
export type Place = 'meta' | number

export const backendsOf = ({ data: { config } }: QsfsWorkload, place: Place): ZdbBackend[] =>
  (place === 'meta' ? config?.meta?.config?.backends : config?.groups?.[place]?.backends) ?? []

export function withBackends(workload: QsfsWorkload, place: Place, backends: ZdbBackend[]): QsfsWorkload {
  const { config } = workload.data
  if (place === 'meta') {
    const { meta } = config
    const changed = { ...meta, config: { ...meta?.config, backends } }
    return { ...workload, data: { ...workload.data, config: { ...config, meta: changed } } }
  }
  const groups = config?.groups?.length ? config.groups : [{ backends: [] }]
  const changed = groups.map((group, i) => (i === place ? { ...group, backends } : group))
  return { ...workload, data: { ...workload.data, config: { ...config, groups: changed } } }
}

/** The plan in which a file system keeps something in other databases. */
export const planWithBackends = (plan: Plan, at: Spot, place: Place, backends: ZdbBackend[]): Plan =>
  withWorkload(plan, at, (one) => withBackends(one as QsfsWorkload, place, backends))

/** The database of the plan that a backend waits for: `{db1.address} → db1`. */
export const awaitedDatabase = ({ address }: ZdbBackend): string | undefined =>
  /^\{(\w+)\.address\}$/.exec(address)?.[1]

/** A backend whose address is filled in once the database runs. */
export const backendOf = (database: Workload<'zdb'>): ZdbBackend => ({
  address: `{${database.name}.address}`,
  namespace: `{${database.name}.Namespace}`,
  password: database.data.password,
})
