import { z } from 'zod'
import type { PublicConfig } from '#domain/node.ts'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'
import { unlessRefused } from './refusal.ts'

export const ports = z.array(z.number())
export const addresses = z.array(z.string())
export const flag = z.boolean()
export const publicConfig = z.object({
  type: z.string(),
  ipv4: z.string(),
  ipv6: z.string(),
  gw4: z.string(),
  gw6: z.string(),
  domain: z.string(),
})
export const interfaces = z.object({ zos: addresses, ygg: addresses.nullish() })

/** WireGuard ports that are taken on the node. */
export const listWireguardPorts = async (node: NodeLine): Promise<number[]> =>
  decode(ports, (await node.ask('zos.network.list_wg_ports')) ?? [], node.name)

/** Addresses of the node's bridge and of its Yggdrasil interface, which ZOS light has not. */
export async function getInterfaces(node: NodeLine): Promise<{ zos: string[]; yggdrasil: string[] | undefined }> {
  const { zos, ygg } = decode(interfaces, await node.ask('zos.network.interfaces'), node.name)
  return { zos, yggdrasil: ygg ?? undefined }
}

/** A node without IPv6 refuses the question with this reason; ZOS light says `false`. */
export const hasIpv6 = async (node: NodeLine): Promise<boolean> =>
  (await unlessRefused(/no public ipv6 found/, async () =>
    decode(flag, await node.ask('zos.network.has_ipv6'), node.name),
  )) ?? false

/** How the node itself is set up, `undefined` where it has no address of its own: it refuses to tell then. */
export const getPublicConfig = (node: NodeLine): Promise<(PublicConfig & { type: string }) | undefined> =>
  unlessRefused(/no public configuration|public config not found/, async () =>
    decode(publicConfig, await node.ask('zos.network.public_config_get'), node.name),
  )

/** IPv4 addresses that workloads on the node hold, whoever's they are; `undefined` on ZOS light, which cannot tell. */
export const listPublicIps = (node: NodeLine): Promise<string[] | undefined> =>
  unlessRefused(/function is not found/, async () =>
    decode(addresses, (await node.ask('zos.network.list_public_ips')) ?? [], node.name),
  )

/** Addresses of the asking twin's machines on one of its networks; none of a node that does not tell. */
export const listPrivateIps = async (node: NodeLine, networkName: string): Promise<string[]> =>
  (await unlessRefused(/^/, async () =>
    decode(addresses, (await node.ask('zos.network.list_private_ips', { network_name: networkName })) ?? [], node.name),
  )) ?? []
