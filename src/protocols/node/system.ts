import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'

export const version = z.object({ zos: z.string(), zinit: z.string() })
export const hypervisor = z.string()
export const features = z.array(z.string())

export const getVersion = async (node: NodeLine): Promise<z.output<typeof version>> =>
  decode(version, await node.ask('zos.system.version'), node.name)

/** What the node itself runs on, when it is a virtual machine; "" on bare metal. */
export const getHypervisor = async (node: NodeLine): Promise<string> =>
  decode(hypervisor, await node.ask('zos.system.hypervisor'), node.name)

/** The types of workload that it takes, and the networks that it has. */
export const listFeatures = async (node: NodeLine): Promise<string[]> =>
  decode(features, await node.ask('zos.system.node_features_get'), node.name)
