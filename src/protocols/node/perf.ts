import { z } from 'zod'
import { decode, firstProblem } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'

const benchmark = z.object({ single: z.number(), multi: z.number(), threads: z.number(), workloads: z.number() })

const percents = z.object({
  host_total: z.number(),
  host_user: z.number(),
  host_system: z.number(),
  remote_total: z.number(),
  remote_user: z.number(),
  remote_system: z.number(),
})

/** Older nodes tested each other, newer ones public servers. */
const iperf = z.array(
  z.object({
    upload_speed: z.number(),
    download_speed: z.number(),
    test_type: z.string(),
    error: z.string().optional(),
    server_host: z.string().optional(),
    server_port: z.number().optional(),
    node_id: z.number().optional(),
    node_ip: z.string().optional(),
    cpu_report: percents.optional(),
  }),
)

const validation = z.record(z.string(), z.object({ state: z.string(), reason: z.string().default('') }))
const failures = z.array(z.string()).nullable()

/** What each task's result is. Source: zosbase pkg/perf/{cpubench,iperf,publicip,healthcheck,provisiontest} */
const results = {
  'cpu-benchmark': benchmark,
  iperf: iperf.nullable(),
  'public-ip-validation': validation.nullable(),
  healthcheck: z.record(z.string(), failures).nullable(),
  provisiontest: failures,
}

export const perfTasks = Object.keys(results) as TaskName[]
export type TaskName = keyof typeof results
export type TaskResult<Name extends TaskName> = z.output<(typeof results)[Name]>

/** A task's last run, unix seconds, and what came of it; `problem` in its place where that cannot be read. */
export type Run<Name extends TaskName> = { at: number } & (
  { result: TaskResult<Name>; problem?: undefined } | { result?: undefined; problem: string }
)

/** The last run of each task that the node knows and has run. Times of the benchmark in seconds, speeds in bit/s. */
export type Runs = { [Name in TaskName]?: Run<Name> }

export const perfRun = z.object({
  name: z.string(),
  description: z.string(),
  timestamp: z.number(),
  result: z.unknown(),
})
export const perfRuns = z.array(perfRun).nullable()

/** One task that cannot be read takes none of the others along. */
export async function listRuns(node: NodeLine): Promise<Runs> {
  const told = decode(perfRuns, await node.ask('zos.perf.get_all'), node.name) ?? []
  return Object.fromEntries(
    told
      .filter(({ name }) => Object.hasOwn(results, name))
      .map(({ name, timestamp, result }) => {
        const read = results[name as TaskName].safeParse(result)
        const outcome = read.success ? { result: read.data } : { problem: firstProblem(read.error, result) }
        return [name, { at: timestamp, ...outcome }]
      }),
  )
}
