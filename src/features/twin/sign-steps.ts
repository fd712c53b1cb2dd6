import type { Step as Heard } from '#queries/transact.ts'
import type { Step } from '#ui/Timeline.tsx'

type Progress = {
  heard: readonly Heard[]
  /** What ended it before a block could hold it, or why it did nothing there. */
  failed: boolean
  byWallet: boolean
}

/** A transaction as the steps of a timeline: signed, sent, in a block, final. */
export function signSteps({ heard, failed, byWallet }: Progress): Step[] {
  const signed = heard.length > 0
  const last = heard.at(-1)
  const sent = heard.some(({ step }) => step !== 'signed' && step !== 'adrift')
  const inBlock = heard.findLast((one) => one.step === 'in-block')
  const retracted = heard.findLastIndex(({ step }) => step === 'retracted') > heard.lastIndexOf(inBlock!)
  const held = inBlock?.step === 'in-block' && !retracted ? inBlock : undefined
  const final = last?.step === 'final'
  const state = (done: boolean, began: boolean): Step['state'] =>
    done ? 'done' : failed && began ? 'failed' : began ? 'now' : 'waiting'
  return [
    {
      id: 'signed',
      title: signed ? 'Signed' : byWallet ? 'Waiting for your wallet' : 'Signing',
      state: state(signed, true),
      detail: !signed && byWallet && !failed && 'It opens by itself; look for its window if you do not see it',
    },
    {
      id: 'sent',
      title: 'Sent to TFChain',
      state: state(sent, signed),
      detail:
        last?.step === 'adrift' &&
        'The connection broke. Nothing is lost: it is looked for in blocks once TFChain answers again',
    },
    {
      id: 'block',
      title: held ? `In block #${held.block}` : 'In a block',
      state: held?.refusal !== undefined ? 'failed' : state(held !== undefined, sent),
      detail: retracted && 'Its block lost against another: it waits for the next',
    },
    {
      id: 'final',
      title: 'Final',
      state: final ? 'done' : held && held.refusal === undefined ? 'now' : 'waiting',
      detail: held && !final && held.refusal === undefined && 'Nothing can undo the block after that; no need to wait',
    },
  ]
}
