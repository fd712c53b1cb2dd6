import type { WorldNode } from '../../world/nodes.ts'
import { seeded } from './seeded.ts'

/** A network card or bridge with its addresses in CIDR notation. */
export type Nic = { mac: string; ips: string[] }

/** A node stands in somebody's home network, behind the bridge `zos`; a public one also has its public addresses there. */
export function nicsOf(world: WorldNode): { zos: Nic; [name: string]: Nic } {
  const { id, publicConfig } = world.chain
  const dice = seeded(world, 'nics')
  const mac = () => ['52', '54', '00', ...Array.from({ length: 3 }, () => dice.hex(2))].join(':')
  const home = `192.168.${(id >> 7) & 255}.${2 + (id & 127)}/24`
  const eth0 = mac()
  const zos = { mac: eth0, ips: [home, publicConfig?.ip4.ip, publicConfig?.ip6?.ip].flatMap((ip) => ip ?? []) }
  return { zos, eth0: { mac: eth0, ips: [] }, eth1: { mac: mac(), ips: [] } }
}
