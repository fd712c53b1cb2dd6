/** A figure, and the most or the least it may be where that is promised. */
export type Measure = { what: string; figure: number; unit: string; most?: number; least?: number }

export const isKept = ({ figure, most = Infinity, least = -Infinity }: Measure): boolean =>
  figure <= most && figure >= least

export async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The time that 95 of 100 runs, one after the other, do not pass. */
export async function p95Of(times: number, work: (run: number) => Promise<unknown>): Promise<number> {
  const each: number[] = []
  for (let run = 0; run < times; run++) each.push(await msOf(() => work(run)))
  return each.sort((a, b) => a - b)[Math.ceil(times * 0.95) - 1]!
}

export const medianOf = (each: number[]): number => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)]!
