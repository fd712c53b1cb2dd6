import { expect, test } from 'vitest'
import type { Step } from '#queries/transact.ts'
import { signSteps } from './sign-steps.ts'

const hash = '0x1'
const signed: Step = { step: 'signed', hash }
const sent: Step = { step: 'sent', hash }
const inBlock: Step = { step: 'in-block', hash, block: 7, fee: 1n, refusal: undefined }
const states = (heard: Step[], failed = false) =>
  signSteps({ heard, failed, byWallet: true })
    .map(({ state }) => state)
    .join(' ')

test.each<[string, Step[], boolean, string]>([
  ['nothing yet', [], false, 'now waiting waiting waiting'],
  ['rejected in the wallet', [], true, 'failed waiting waiting waiting'],
  ['signed', [signed], false, 'done now waiting waiting'],
  ['sent', [signed, sent], false, 'done done now waiting'],
  ['dropped', [signed, sent], true, 'done done failed waiting'],
  ['cut off', [signed, { step: 'adrift', hash }], false, 'done now waiting waiting'],
  ['in a block', [signed, sent, inBlock], false, 'done done done now'],
  ['retracted', [signed, sent, inBlock, { step: 'retracted', hash }], false, 'done done now waiting'],
  ['in another', [signed, sent, inBlock, { step: 'retracted', hash }, inBlock], false, 'done done done now'],
  ['refused', [signed, sent, { ...inBlock, refusal: 'a.B' }], true, 'done done failed waiting'],
  ['final', [signed, sent, inBlock, { step: 'final', hash, block: 7 }], false, 'done done done done'],
])('%s', (_, heard, failed, expected) => {
  expect(states(heard, failed)).toBe(expected)
})
