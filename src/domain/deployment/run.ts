import type { Tft } from '#domain/money.ts'

/**
 * A plan on its way: from the signature to running machines. Pure: `next(run, event)` of `run-events.ts` is the run after
 * the event, and `todo(run)` what is to be done now. All of it is kept in the browser, so that whoever comes back goes on
 * from here. Times are unix milliseconds of this computer's clock.
 */
export type Run = {
  name: string
  solution: string
  startedAt: number
  /** One for each signature, in their order. */
  payments: Payment[]
  /** One for each deployment, by their places in the plan; what an undo brings back comes after them. */
  parts: Part[]
  names: NameContract[]
  /** What all of it was to cost an hour when it was signed. */
  hourly?: Tft
  undoneAt?: number
}

/**
 * One transaction. `plan`: of what is final, then of what waits for addresses. `retry` makes anew what failed, `undo`
 * takes back what was made.
 */
export type Payment = {
  purpose: 'plan' | 'retry' | 'undo'
  /** Contracts that end with it. */
  cancels: number[]
  /** Contracts that get back the hash that they had, for their nodes never took an update. */
  rehashes: { contractId: number; hash: string; part: number }[]
  /** From here on it may be in a block, whatever becomes of this page. */
  signed?: { at: number; hash: string }
  /** `number` and `fee` stay unknown when it was found by what it made. */
  inBlock?: { at: number; number?: number; fee?: bigint }
  final?: boolean
  failure?: Failure
}

/** A name that a gateway of this run needs. `held`: the twin had it before, so an undo leaves it alone. */
export type NameContract = { name: string; payment: number; contractId?: number; held?: boolean }

/** One contract and the deployment it is for, on one node. */
export type Part = {
  nodeId: number
  /** Which signature it is for. */
  payment: number
  /** "" until all of it is known. */
  hash: string
  version: number
  /** Of an update: the contract's hash until then. It is set once the chain was asked. */
  update?: { before?: string }
  /** Of what an undo brings back: the part that changed it. */
  restores?: number
  /** The part that failed, of which this is the further version. */
  retries?: number
  /** What it took away of what failed: the version after it brings that anew. */
  lacks?: string[]
  contractId?: number
  /** Parts of the same node whose networks it joins: they have to run first. */
  after: number[]
  /** Parts that have addresses it needs. */
  waits: number[]
  sentAt?: number
  acceptedAt?: number
  settledAt?: number
  workloads: Progress[]
  /** Since when its node did not answer what became of it. */
  unheardSince?: number
  failure?: Failure
}

/** How far a workload is. `message` is the node's own words; `data` is what it made, as zosbase shapes it. */
export type Progress = {
  name: string
  type: string
  /** Its size in a few words: "10 GiB". */
  measure: string
  /** `keep`: an update leaves it alone. */
  wanted: 'run' | 'remove' | 'keep'
  version: number
  /** Names of workloads that it cannot run without. */
  needs: string[]
  /** Of an update: it was there before and is changed. */
  wasThere?: true
  /** Of an update: no undo changes it back, for its node would refuse that. */
  stays?: true
  state: 'waiting' | 'init' | 'ok' | 'error'
  /** Its change failed, and it goes on as it was. */
  unchanged?: true
  message: string
  data: unknown
  startedAt?: number
  settledAt?: number
}

/**
 * Why it does not go on, in words for a person, and at which joint: nothing is lost before `send`, contracts exist after.
 * `unclear`: nobody can tell yet whether the transaction got through. `gone`: the contract is no more.
 */
export type Failure = {
  at: 'chain' | 'unclear' | 'fill' | 'send' | 'workload' | 'gone'
  when: number
  title: string
  what: string
}

export type Effect =
  /** `sign` asks for a signature and sees it through; `follow` sees one through that was given before. */
  | { do: 'sign' | 'follow'; payment: number }
  /** `go-on` plans the version that brings anew what a part took away. */
  | { do: 'send' | 'watch' | 'go-on'; part: number }

/** Does everything of a part run? */
export const isUp = ({ settledAt, failure, lacks }: Part): boolean => settledAt !== undefined && !failure && !lacks

/** The part that stands for another now: the last that tried it again. */
export function latest(run: Run, i: number): number {
  const again = run.parts.findIndex(({ retries }) => retries === i)
  return again < 0 ? i : latest(run, again)
}

const isUpNow = (run: Run) => (i: number) => isUp(run.parts[latest(run, i)]!)

export const undoing = (run: Run): Payment | undefined => run.payments.find(({ purpose }) => purpose === 'undo')

/** The parts that count: what an undo brings back once there is one, else the plan's. Not those that were tried again. */
export const partsInPlay = (run: Run): [part: Part, i: number][] => {
  const undo = undoing(run) !== undefined
  return run.parts.flatMap((part, i): [Part, number][] =>
    (part.restores !== undefined) === undo && latest(run, i) === i ? [[part, i]] : [],
  )
}

export const isRunning = (run: Run): boolean =>
  !undoing(run) && partsInPlay(run).every(([part]) => isUp(part)) && run.payments.every(isIn)

const isIn = ({ inBlock }: Payment): boolean => inBlock !== undefined

/** Everything that holds the run up, first the chain's. */
export const failuresOf = (run: Run): Failure[] => [
  ...run.payments.flatMap((one) => (undoing(run) && one.purpose !== 'undo' ? [] : (one.failure ?? []))),
  ...partsInPlay(run).flatMap(([{ failure }]) => failure ?? []),
]

/** What is to be done now, all of it at the same time; nothing when it is over or waits for a person. */
export function todo(run: Run): Effect[] {
  const effects: Effect[] = []
  for (const [i, payment] of run.payments.entries()) {
    if (payment.failure || payment.final) continue
    if (payment.signed) effects.push({ do: 'follow', payment: i })
    else if (isDue(run, i)) effects.push({ do: 'sign', payment: i })
  }
  for (const [part, i] of partsInPlay(run)) {
    if (part.failure || part.contractId === undefined || !isIn(run.payments[part.payment]!)) continue
    if (part.settledAt !== undefined) {
      if (part.lacks) effects.push({ do: 'go-on', part: i })
    } else if (part.acceptedAt !== undefined) effects.push({ do: 'watch', part: i })
    else if (part.after.every(isUpNow(run))) effects.push({ do: 'send', part: i })
  }
  return effects
}

function isDue(run: Run, payment: number): boolean {
  const undo = undoing(run)
  if (undo) return undo === run.payments[payment]
  return run.parts.every((part) => part.payment !== payment || part.waits.every(isUpNow(run)))
}

/** Is there nothing left to do or to decide? */
export const isOver = (run: Run): boolean =>
  (run.undoneAt !== undefined || isRunning(run)) &&
  run.payments.every(({ signed, final, failure }) => !signed || final || failure)

/** Nobody knows whether a signature of it got through. Until then it can be neither undone nor signed again. */
export const isUnclear = (run: Run): boolean =>
  run.payments.some(({ signed, inBlock }) => signed !== undefined && inBlock === undefined)

/** The contracts that a run made and that stand, names too. */
export const contractIds = (run: Run): number[] => [
  ...run.parts.flatMap(({ update, contractId, failure }) =>
    update || contractId === undefined || failure?.at === 'gone' ? [] : contractId,
  ),
  ...run.names.flatMap(({ contractId, held }) => (held || contractId === undefined ? [] : contractId)),
]

/** Contracts that are billed, or were, for what the run made and changed. */
export const billedIds = (run: Run): number[] => [
  ...contractIds(run),
  ...updatedParts(run).flatMap(({ contractId }) => contractId ?? []),
  ...run.payments.flatMap(({ purpose, cancels }) => (purpose === 'retry' ? cancels : [])),
]

/** The deployments that it updated, each by the first update that reached the chain. */
export const updatedParts = (run: Run): Part[] =>
  run.parts.filter(
    ({ update, payment, restores, retries }) =>
      update && restores === undefined && retries === undefined && isIn(run.payments[payment]!),
  )

/** When it came to where it is, or `now` while it goes on. */
export const endOf = (run: Run, now: number): number => {
  if (run.undoneAt !== undefined) return run.undoneAt
  if (todo(run).some((effect) => effect.do !== 'follow')) return now
  const ends = [...failuresOf(run).map(({ when }) => when), ...run.parts.flatMap(({ settledAt }) => settledAt ?? [])]
  return isRunning(run) || failuresOf(run).length > 0 ? Math.max(run.startedAt, ...ends) : now
}
