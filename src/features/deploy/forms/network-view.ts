import type { Workload } from '#domain/workloads/workload.ts'
import { finite } from './sizes.ts'
import type { View } from './usePlanForm.ts'

export type NetworkType = 'network' | 'network-light'

export type NetworkValues = {
  range: string
  subnet: string
  port: number
  privateKey: string
  mycelium: boolean
  myceliumKey: string
}

/** Members that are not there and show as nothing stay away. */
export const networkView: View<Workload<NetworkType>, NetworkValues> = {
  from: ({ data }) => ({
    range: data.ip_range ?? '',
    subnet: data.subnet ?? '',
    port: data.wireguard_listen_port ?? 0,
    privateKey: data.wireguard_private_key ?? '',
    mycelium: Boolean(data.mycelium),
    myceliumKey: data.mycelium?.hex_key ?? '',
  }),
  to: ({ range, subnet, port, privateKey, mycelium, myceliumKey }, workload) => {
    const { data } = workload
    return {
      ...workload,
      data: {
        ...data,
        ...(range !== (data.ip_range ?? '') && { ip_range: range }),
        ...(subnet !== (data.subnet ?? '') && { subnet }),
        ...(finite(port) !== (data.wireguard_listen_port ?? 0) && { wireguard_listen_port: finite(port) }),
        ...(privateKey !== (data.wireguard_private_key ?? '') && { wireguard_private_key: privateKey }),
        ...(mycelium && { mycelium: { peers: [], ...data.mycelium, hex_key: myceliumKey } }),
        ...(!mycelium && data.mycelium && { mycelium: null }),
      },
    } as Workload<NetworkType>
  },
}
