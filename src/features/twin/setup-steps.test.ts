import { expect, test } from 'vitest'
import type { Account } from '#queries/account.ts'
import { setupSteps } from './setup-steps.ts'

const account = (usable: bigint, twinId?: number): Account => ({
  by: 'key',
  guard: 'password',
  name: 'Mine',
  type: 'sr25519',
  address: '5Abc',
  nonce: 0,
  twinId,
  balance: { free: usable, reserved: 0n, frozen: 0n, usable },
})

test.each<[string, Parameters<typeof setupSteps>[0], expected: string]>([
  ['nobody', { account: undefined, hasKey: false, verified: false }, 'now waiting waiting waiting waiting'],
  ['a locked key', { account: account(0n), hasKey: false, verified: false }, 'done now waiting waiting waiting'],
  ['no money', { account: account(0n), hasKey: true, verified: false }, 'done done now waiting waiting'],
  ['too little', { account: account(14_999n), hasKey: true, verified: true }, 'done done now waiting done'],
  ['no twin', { account: account(15_000n), hasKey: true, verified: false }, 'done done done now waiting'],
  [
    'a twin and nothing left',
    { account: account(0n, 7), hasKey: true, verified: false },
    'done done done done waiting',
  ],
  ['all of it, locked', { account: account(0n, 7), hasKey: false, verified: true }, 'done now done done done'],
])('with %s', (_, known, expected) => {
  expect(
    setupSteps(known)
      .map(({ state }) => state)
      .join(' '),
  ).toBe(expected)
})
