import { showTft, tftText } from '#domain/money.ts'
import { titleOf, wordsOf } from '#queries/call-words.ts'
import type { Entry, SentEntry } from '#queries/journal.ts'
import { meaningOf } from '#queries/refusals.ts'
import type { StateKind } from '#ui/State.tsx'

/** What an entry of the journal was about, in a line. */
export function titleOfEntry(entry: Entry): string {
  switch (entry.kind) {
    case 'sent':
      return titleOf(entry.calls)
    case 'received':
      return `Received ${tftText(entry.amount)} TFT`
    case 'deposited':
      return `${tftText(entry.amount)} TFT came from Stellar`
    case 'withdrawn':
      return `${tftText(entry.amount)} TFT are on Stellar`
  }
}

/** The other side, or what tells the transaction from others. */
export function whoOf(entry: Entry): string {
  switch (entry.kind) {
    case 'sent':
      return wordsOf(entry.calls)[0]?.detail ?? entry.hash
    case 'received':
      return `From ${entry.from}`
    case 'deposited':
      return 'Over the bridge, its fee taken off'
    case 'withdrawn':
      return `To ${entry.to}`
  }
}

/** The fee, which only who sends pays. */
export const amountOf = (entry: Entry): string =>
  entry.kind === 'sent' && entry.fee !== undefined ? showTft(entry.fee, 4) : ''

/** What became of it. `why`: the chain's reason, on hover. */
export function outcomeOf(entry: Entry, isFollowed: boolean): { kind: StateKind; words: string; why?: string } {
  if (entry.kind !== 'sent') return { kind: 'tick', words: 'In block' }
  if (entry.refusal !== undefined) return { kind: 'failed', words: 'Refused', why: meaningOf(entry.refusal) }
  return isFollowed ? goingOn[entry.state] : leftAt[entry.state]
}

type Outcomes = Record<SentEntry['state'], { kind: StateKind; words: string }>

const goingOn: Outcomes = {
  signed: { kind: 'spin', words: 'Signed' },
  sent: { kind: 'spin', words: 'Sent' },
  adrift: { kind: 'warn', words: 'Looking for it' },
  'in-block': { kind: 'tick', words: 'In block' },
  retracted: { kind: 'spin', words: 'Retracted' },
  final: { kind: 'tick', words: 'Final' },
  lost: { kind: 'failed', words: 'Not in a block' },
}

/** The page was closed before it heard the end. */
const leftAt: Outcomes = {
  ...goingOn,
  signed: { kind: 'warn', words: 'End not seen' },
  sent: { kind: 'warn', words: 'End not seen' },
  adrift: { kind: 'warn', words: 'End not seen' },
  retracted: { kind: 'warn', words: 'End not seen' },
}

/** What was heard of it, one after the other. `at`: unix milliseconds. */
export const stepsOf = ({ steps = [], block, refusal }: SentEntry): { words: string; at: number }[] =>
  steps.map(({ state, at }) => ({ words: state === 'in-block' ? inBlock(block, refusal) : stepWords[state], at }))

const inBlock = (block: number | undefined, refusal: string | undefined): string =>
  `In block #${block}${refusal === undefined ? '' : `, refused: ${meaningOf(refusal)}`}`

const stepWords: Record<Exclude<SentEntry['state'], 'in-block'>, string> = {
  signed: 'Signed',
  sent: 'Sent to TFChain',
  adrift: 'The connection broke: looked for in blocks',
  retracted: 'Its block lost against another',
  final: 'Final',
  lost: 'No block will take it any more',
}
