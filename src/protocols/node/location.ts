import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'

/** Where the internet says that the node's address is. Degrees. Source: zosbase pkg/geoip/geoip.go */
export const location = z.object({
  longitude: z.number(),
  latitude: z.number(),
  continent: z.string(),
  country_name: z.string(),
  country_code: z.string(),
  city_name: z.string(),
})

export type Location = z.output<typeof location>

export const getLocation = async (node: NodeLine): Promise<Location> =>
  decode(location, await node.ask('zos.location.get'), node.name)
