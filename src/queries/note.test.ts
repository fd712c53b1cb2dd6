// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Call } from '#protocols/chain/call.ts'
import { readEntry, unfinished } from './journal.ts'
import { isFollowed, note } from './note.ts'

const whose = { network: 'local', address: '5F' }
const calls: Call[] = [{ call: 'cancel-contract', contractId: 7 }]
const signed = { hash: '', bytes: '0x00', block: 3 } as const
let hash = '0x0'
beforeEach(() => void (hash = `${hash}0`))

test('a transaction can be gone on with from before it is sent until its end', async () => {
  const kept = note(whose, calls)
  await kept.keep({ ...signed, hash })
  expect((await unfinished()).map((left) => left.signed)).toEqual([{ ...signed, hash }])
  await kept.hear({ step: 'signed', hash })
  await kept.hear({ step: 'in-block', hash, block: 4, fee: 10n, refusal: undefined })
  expect(await unfinished()).toHaveLength(1)
  await kept.hear({ step: 'final', hash, block: 4 })
  expect(await unfinished()).toEqual([])
  expect(await readEntry(`local ${hash}`)).toMatchObject({ calls, state: 'final', block: 4, fee: 10n })
})

test('who goes on with it keeps its steps and when it was signed', async () => {
  const first = note(whose, calls, 1000)
  await first.keep({ ...signed, hash })
  await first.hear({ step: 'signed', hash })
  await first.hear({ step: 'sent', hash })
  const second = note(whose, calls, 1000)
  await second.hear({ step: 'signed', hash })
  await second.hear({ step: 'lost', hash, outcome: 'expired' })
  expect(await readEntry(`local ${hash}`)).toMatchObject({
    atMs: 1000,
    state: 'lost',
    outcome: 'expired',
    steps: [{ state: 'signed', at: 1000 }, { state: 'sent' }, { state: 'lost' }],
  })
})

test('it is followed until its end, or until nothing more is heard of it', async () => {
  for (const end of ['final', 'leave'] as const) {
    const one = note(whose, calls)
    const id = `local ${hash}`
    await one.hear({ step: 'signed', hash })
    expect(isFollowed(id)).toBe(true)
    if (end === 'leave') one.leave()
    else await one.hear({ step: 'final', hash, block: 4 })
    await vi.waitFor(() => expect(isFollowed(id)).toBe(false))
    hash = `${hash}0`
  }
})
