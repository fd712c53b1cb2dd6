import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'

const status = z.object({
  objects: z.array(z.object({ name: z.string(), version: z.string() })).nullish(),
  workers: z.array(z.object({ state: z.string(), action: z.string().optional() })).nullish(),
})

/** Source: zosbase pkg/diagnostics/diagnostics.go; what a module is like inside is zbus's own. */
export const diagnostics = z.object({
  system_status_ok: z.boolean(),
  healthy: z.boolean(),
  modules: z.record(z.string(), z.object({ status: status.nullish(), error: z.unknown() })),
})

/** A part of ZOS, and whether it answers. `busy` of its `workers` are at work now. */
export type Module = { name: string; failed: boolean; busy: number; workers: number }

/** `healthy` is what the node's own health checks found last. */
export type Diagnostics = { answering: boolean; healthy: boolean; modules: Module[] }

export async function diagnose(node: NodeLine): Promise<Diagnostics> {
  const told = decode(diagnostics, await node.ask('zos.system.diagnostics'), node.name)
  const modules = Object.entries(told.modules).map(([name, { status: inside, error }]) => {
    const workers = inside?.workers ?? []
    const busy = workers.filter(({ state }) => state !== 'free').length
    // Whatever is not null: Go writes most errors as {}.
    return { name, failed: error !== null && error !== undefined, busy, workers: workers.length }
  })
  return { answering: told.system_status_ok, healthy: told.healthy, modules }
}
