import { reported, settled, type Report } from './run-reports.ts'
import { todo, undoing, type Failure, type Part, type Payment, type Progress, type Run } from './run.ts'

/** What a block did for a run. */
export type Made = {
  blockNumber?: number
  fee?: bigint
  contracts: { id: number; nodeId: number; hash: string }[]
  names: { id: number; name: string }[]
}

type Words = { title: string; what: string }

export type RunEvent =
  /** All is known that a signature is for: hashes of parts, what contracts had before, which names are ours already. */
  | {
      kind: 'prepared'
      payment: number
      hashes: [part: number, hash: string][]
      before: [part: number, hash: string][]
      held: string[]
    }
  | { kind: 'signed'; payment: number; hash: string }
  | ({ kind: 'included'; payment: number } & Made)
  /** The block that held it lost against others. */
  | { kind: 'retracted' | 'final'; payment: number }
  /** It is in no block and never will be, or a block refused it: it can be signed anew. */
  | ({ kind: 'died'; payment: number; at: 'chain' | 'fill' } & Words)
  | ({ kind: 'lost-sight'; payment: number } & Words)
  | { kind: 'sent' | 'accepted' | 'unheard'; part: number }
  /** Its node does not hold it after all. */
  | { kind: 'unsent'; part: number }
  | { kind: 'reported'; part: number; reports: Report[] }
  | ({ kind: 'stopped'; part: number; at: 'send' | 'gone' } & Words)
  /** A page came back to it: what may have passed meanwhile is tried again. A wallet is not opened unbidden. */
  | { kind: 'returned'; byWallet: boolean }
  /** `parts`: further versions of updates that failed. */
  | { kind: 'retried'; parts?: Part[] }
  /** What comes after a version that took away what failed. */
  | { kind: 'went-on'; part: Part }
  | { kind: 'undo'; payment: Payment; parts: Part[] }

export function next(run: Run, event: RunEvent, at: number): Run {
  switch (event.kind) {
    case 'prepared':
      return prepared(run, event)
    case 'signed':
      return changePayment(run, event.payment, { signed: { at, hash: event.hash }, failure: undefined })
    case 'included':
      return finished(included(run, event, at), at)
    case 'retracted':
      return changePayment(run, event.payment, { inBlock: undefined, final: undefined })
    case 'final':
      return changePayment(run, event.payment, { final: true })
    case 'died':
      return died(run, event, at)
    case 'lost-sight':
      return changePayment(run, event.payment, { failure: failure(event, 'unclear', at) })
    case 'sent':
      return changePart(run, event.part, (part) => ({ ...part, sentAt: at }))
    case 'accepted':
      return finished(
        changePart(run, event.part, (part) => settled({ ...part, acceptedAt: at }, at)),
        at,
      )
    case 'unsent':
      return changePart(run, event.part, unsent)
    case 'unheard':
      return changePart(run, event.part, (part) => ({ ...part, unheardSince: part.unheardSince ?? at }))
    case 'reported':
      return finished(
        changePart(run, event.part, (part) => reported(part, event.reports, at)),
        at,
      )
    case 'stopped':
      return changePart(run, event.part, (part) => ({ ...part, failure: failure(event, event.at, at) }))
    case 'returned':
      return returned(run, event.byWallet, at)
    case 'retried':
      return retried(run, event.parts)
    case 'went-on':
      return { ...run, payments: [...run.payments, retry([])], parts: [...run.parts, event.part] }
    case 'undo':
      return finished(
        {
          ...run,
          payments: [...run.payments.map(forgiven), event.payment],
          parts: [...run.parts, ...event.parts],
        },
        at,
      )
  }
}

const failure = ({ title, what }: Words, at: Failure['at'], when: number): Failure => ({ at, when, title, what })

const changePayment = (run: Run, i: number, change: { [K in keyof Payment]?: Payment[K] | undefined }): Run => ({
  ...run,
  payments: run.payments.map((one, k) => (k === i ? (defined({ ...one, ...change }) as Payment) : one)),
})

const changePart = (run: Run, i: number, change: (part: Part) => Part): Run => ({
  ...run,
  parts: run.parts.map((part, k) => (k === i ? change(part) : part)),
})

/** Members that are `undefined` are as good as absent; what is kept has none of them. */
const defined = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined))

function prepared(run: Run, { payment, hashes, before, held }: Extract<RunEvent, { kind: 'prepared' }>): Run {
  const known = new Map(hashes)
  const olds = new Map(before)
  return {
    ...run,
    parts: run.parts.map((part, i) => ({
      ...part,
      hash: known.get(i) ?? part.hash,
      ...(olds.has(i) && { update: { before: olds.get(i)! } }),
    })),
    names: run.names.map((one) => (one.payment === payment && held.includes(one.name) ? { ...one, held: true } : one)),
  }
}

function included(run: Run, event: Extract<RunEvent, { kind: 'included' }>, at: number): Run {
  const { payment, blockNumber: number, fee, contracts, names } = event
  const idOf = ({ nodeId, hash }: Part) =>
    contracts.find((contract) => contract.hash === hash && contract.nodeId === nodeId)?.id
  const paid = changePayment(run, payment, {
    inBlock: {
      at: run.payments[payment]?.inBlock?.at ?? at,
      ...(number !== undefined && { number }),
      ...(fee !== undefined && { fee }),
    },
    failure: undefined,
  })
  return {
    ...paid,
    parts: paid.parts.map((part) => {
      if (part.payment !== payment || part.update) return part
      const contractId = idOf(part) ?? part.contractId
      if (contractId === undefined || contractId === part.contractId) return part
      // Another block than the first one gave it another number, under which its node knows nothing.
      return { ...(part.contractId === undefined ? part : unsent(part)), contractId }
    }),
    names: paid.names.map((one) => {
      const id = names.find(({ name }) => name === one.name)?.id
      return one.payment === payment && id !== undefined ? { ...one, contractId: id } : one
    }),
  }
}

function died(run: Run, event: Extract<RunEvent, { kind: 'died' }>, at: number): Run {
  const { payment } = event
  const dead = changePayment(run, payment, {
    signed: undefined,
    inBlock: undefined,
    final: undefined,
    failure: failure(event, event.at, at),
  })
  return {
    ...dead,
    parts: dead.parts.map((part) =>
      part.payment !== payment || part.update ? part : (defined({ ...part, contractId: undefined }) as Part),
    ),
    names: dead.names.map((one) =>
      one.payment === payment ? { name: one.name, payment, ...(one.held && { held: true }) } : one,
    ),
  }
}

/** As before it was sent. */
const unsent = (part: Part): Part =>
  defined({
    ...part,
    sentAt: undefined,
    acceptedAt: undefined,
    settledAt: undefined,
    unheardSince: undefined,
    failure: undefined,
    workloads: part.workloads.map(
      (one) =>
        (one.wanted === 'keep'
          ? one
          : defined({
              ...one,
              state: 'waiting',
              unchanged: undefined,
              message: '',
              data: null,
              startedAt: undefined,
              settledAt: undefined,
            })) as Progress,
    ),
  }) as Part

function returned(run: Run, byWallet: boolean, at: number): Run {
  const again = {
    ...run,
    payments: run.payments.map((one) => (one.failure?.at === 'unclear' ? forgiven(one) : one)),
    parts: run.parts.map((part) => (part.failure?.at === 'send' ? forgiven(part) : part)),
  }
  const unsigned = byWallet ? todo(again).find((effect) => effect.do === 'sign') : undefined
  if (!unsigned || !('payment' in unsigned)) return again
  const words = { title: 'Nothing was signed', what: 'The page was closed before the wallet gave its signature.' }
  return changePayment(again, unsigned.payment, { failure: failure(words, 'chain', at) })
}

const forgiven = <Held extends Payment | Part>(one: Held): Held => defined({ ...one, failure: undefined }) as Held

const retry = (cancels: number[]): Payment => ({ purpose: 'retry', cancels, rehashes: [] })

/**
 * Lets go on what stopped. New deployments that their node could not start are made anew, under new contracts; updates
 * that it could not do are followed by their further versions.
 */
function retried(run: Run, further: Part[] = []): Run {
  // What is taken back is not made anew.
  const isWanted = !undoing(run)
  const anew = (part: Part) =>
    isWanted && !part.update && (part.failure?.at === 'workload' || part.failure?.at === 'gone')
  const cancels = run.parts.flatMap((part) =>
    anew(part) && part.failure?.at === 'workload' ? (part.contractId ?? []) : [],
  )
  const again = run.parts.some(anew) || further.length > 0
  const payment = run.payments.length
  const parts = run.parts.map((part, i) => {
    if (anew(part)) return defined({ ...unsent(part), payment, contractId: undefined }) as Part
    // Only a further version helps what a node could not do, or was too late for.
    if (part.failure && (part.failure.at !== 'send' || further.some(({ retries }) => retries === i))) return part
    return defined({ ...part, failure: undefined, unheardSince: undefined }) as Part
  })
  return {
    ...run,
    payments: [...run.payments.map(forgiven), ...(again ? [retry(cancels)] : [])],
    parts: [...parts, ...further],
  }
}

/** Writes down when an undo is through: its block has it, and what it brought back stands. */
function finished(run: Run, at: number): Run {
  const i = run.payments.findIndex(({ purpose }) => purpose === 'undo')
  if (i < 0 || run.undoneAt !== undefined || !run.payments[i]!.inBlock) return run
  const back = run.parts.every((part) => part.restores === undefined || (part.settledAt !== undefined && !part.failure))
  return back ? { ...run, undoneAt: at } : run
}
