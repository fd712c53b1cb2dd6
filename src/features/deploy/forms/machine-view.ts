import type { Image } from '#domain/deployment/images.ts'
import { catalogue } from '#domain/plan/catalogue.ts'
import { withWorkload, type Plan, type Spot } from '#domain/plan/plan.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { finite, fromGib, inGib } from './sizes.ts'
import type { View } from './usePlanForm.ts'

export type MachineType = 'zmachine' | 'zmachine-light'
export type MachineWorkload = Workload<'zmachine'> | Workload<'zmachine-light'>

/** The catalogue's image with this flist; `undefined` for one of somebody's own. */
export const imageOf = (flist: string): Image | undefined => catalogue.find((image) => image.flist === flist)

/** The workload with some of its data changed; the rest stays as it is. */
const withData = (workload: MachineWorkload, data: object): MachineWorkload =>
  ({ ...workload, data: { ...workload.data, ...data } }) as MachineWorkload

export type MachineValues = { flist: string; cores: number; memoryGiB: number; rootGiB: number }

/** An image of the catalogue brings its entrypoint along, unless somebody wrote one. */
export const machineView: View<MachineWorkload, MachineValues> = {
  from: ({ data }) => ({
    flist: data.flist ?? '',
    cores: data.compute_capacity?.cpu ?? 0,
    memoryGiB: inGib(data.compute_capacity?.memory),
    rootGiB: inGib(data.size),
  }),
  to: ({ flist, cores, memoryGiB, rootGiB }, workload) => {
    const { data } = workload
    const image = imageOf(flist)
    const written = data.entrypoint ?? ''
    const isImages = written === '' || written === imageOf(data.flist)?.entrypoint
    return withData(workload, {
      flist,
      ...(image && flist !== data.flist && isImages && { entrypoint: image.entrypoint }),
      compute_capacity: {
        ...data.compute_capacity,
        cpu: finite(cores),
        memory: fromGib(memoryGiB, data.compute_capacity?.memory),
      },
      ...(rootGiB !== inGib(data.size) && { size: fromGib(rootGiB, data.size) }),
    })
  },
}

export type ConnectionValues = { ip: string; mycelium: boolean; planetary: boolean }

export const connectionView: View<MachineWorkload, ConnectionValues> = {
  from: ({ data: { network } }) => ({
    ip: network?.interfaces?.[0]?.ip ?? '',
    mycelium: Boolean(network?.mycelium),
    planetary: network !== undefined && 'planetary' in network && network.planetary === true,
  }),
  to: ({ ip, mycelium, planetary }, workload) => {
    const { network } = workload.data
    const [joined = { network: '', ip: '' }, ...more] = network?.interfaces ?? []
    const wasPlanetary = connectionView.from(workload).planetary
    return withData(workload, {
      network: {
        ...network,
        ...(ip !== joined.ip && { interfaces: [{ ...joined, ip }, ...more] }),
        ...(mycelium && !network?.mycelium && { mycelium: { network: joined.network, hex_seed: '' } }),
        ...(!mycelium && network?.mycelium && { mycelium: null }),
        ...(planetary !== wasPlanetary && { planetary }),
      },
    })
  },
}

export type MoreValues = { entrypoint: string; seed: string; corex: boolean }

export const machineMoreView: View<MachineWorkload, MoreValues> = {
  from: ({ data }) => ({
    entrypoint: data.entrypoint ?? '',
    seed: data.network?.mycelium?.hex_seed ?? '',
    corex: data.corex ?? false,
  }),
  to: ({ entrypoint, seed, corex }, workload) => {
    const { data } = workload
    const mycelium = data.network?.mycelium
    return withData(workload, {
      ...(entrypoint !== (data.entrypoint ?? '') && { entrypoint }),
      ...(corex !== (data.corex ?? false) && { corex }),
      ...(mycelium &&
        seed !== mycelium.hex_seed && { network: { ...data.network, mycelium: { ...mycelium, hex_seed: seed } } }),
    })
  },
}

export type EnvValues = { env: { key: string; value: string }[] }

/** Rows without a name are kept on screen only. Of rows with the same name the last counts. */
export const envView: View<MachineWorkload, EnvValues> = {
  from: ({ data }) => ({ env: Object.entries(data.env ?? {}).map(([key, value]) => ({ key, value })) }),
  to: ({ env }, workload) => {
    const next = Object.fromEntries(env.filter(({ key }) => key !== '').map(({ key, value }) => [key, value]))
    const isSame = JSON.stringify(next) === JSON.stringify(workload.data.env ?? {})
    return isSame ? workload : withData(workload, { env: next })
  },
}

/** The plan in which a machine joins another network: addresses in the old one mean nothing there. */
export const joining = (plan: Plan, at: Spot, name: string): Plan =>
  withWorkload(plan, at, (workload) => {
    const { network } = (workload as MachineWorkload).data
    const { mycelium } = network ?? {}
    return withData(workload as MachineWorkload, {
      network: {
        ...network,
        interfaces: [{ network: name, ip: '' }],
        ...(mycelium && { mycelium: { network: name, hex_seed: '' } }),
      },
    })
  })

/** The plan with another environment for a machine. */
export const withEnv = (plan: Plan, at: Spot, env: Record<string, string>): Plan =>
  withWorkload(plan, at, (workload) => withData(workload as MachineWorkload, { env }))

export type SshValues = { keys: string }

/** SSH_KEY alone. A machine that has none gets none until something is typed. */
export const sshView: View<MachineWorkload, SshValues> = {
  from: ({ data }) => ({ keys: data.env?.SSH_KEY ?? '' }),
  to: ({ keys }, workload) =>
    keys === (workload.data.env?.SSH_KEY ?? '')
      ? workload
      : withData(workload, { env: { ...workload.data.env, SSH_KEY: keys } }),
}
