import { encodeAddress, mnemonicToMiniSecret, sr25519PairFromSeed } from '@polkadot/util-crypto'
import type { ChainFarm } from '../chain/nouns.ts'

/** A person who drives the local grid. Part of the ready line, so other programs read these names. */
export type Account = {
  name: string
  address: string
  mnemonic: string
  /** Mini secret, hex with 0x. */
  secret: string
  type: 'sr25519'
  twin: number | null
  /** That they own. */
  farm: number | null
}

type Person = { name: string; mnemonic: string; hasTwin: boolean; verified: boolean }

/** Anybody may know these words: they are worth nothing outside a local grid. */
const people: Person[] = [
  {
    name: 'alice',
    mnemonic: 'absurd chest iron primary ankle only cannon harvest shoot choice liar cube',
    hasTwin: true,
    verified: true,
  },
  {
    name: 'bob',
    mnemonic: 'divide master depth choice mask wish chair day wet myth goddess track',
    hasTwin: true,
    verified: true,
  },
  {
    name: 'unverified',
    mnemonic: 'delay future treat cheese panda renew force trigger rhythm cook unhappy when',
    hasTwin: true,
    verified: false,
  },
  {
    name: 'newcomer',
    mnemonic: 'genuine below awkward climb laundry since away kidney dizzy poet arrest grain',
    hasTwin: false,
    verified: true,
  },
]

/** The people, with twins numbered from `firstTwin`. `account` and `secret` are bytes. */
export function settle(firstTwin: number) {
  let next = firstTwin
  return people.map(({ name, mnemonic, hasTwin, verified }) => {
    const secret = mnemonicToMiniSecret(mnemonic)
    return {
      name,
      mnemonic,
      verified,
      secret,
      account: sr25519PairFromSeed(secret).publicKey,
      twin: hasTwin ? next++ : null,
    }
  })
}

type Settled = ReturnType<typeof settle>[number]

export const toAccount = ({ name, mnemonic, secret, account, twin }: Settled, farms: ChainFarm[]): Account => ({
  name,
  address: encodeAddress(account, 42),
  mnemonic,
  secret: `0x${Buffer.from(secret).toString('hex')}`,
  type: 'sr25519',
  twin,
  farm: farms.find(({ twinId }) => twinId === twin)?.id ?? null,
})
