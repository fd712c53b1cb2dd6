import type { ApiPromise } from '@polkadot/api'
import type { Call as WireCall } from '@polkadot/types/interfaces'
import type { Option } from '@polkadot/types'
import { hexToString } from '@polkadot/util'
import { z } from 'zod'
import type { Action, Proposal } from '#domain/proposal.ts'
import { amount, reader } from './many.ts'

const blockSeconds = 6

const text = z.string().transform((value) => (value.startsWith('0x') ? hexToString(value) : value))
const proposalShape = z.object({ index: z.number(), description: text, link: text })
const vote = z.object({ farmId: z.number(), weight: amount })
const votingShape = z.object({
  threshold: z.number(),
  ayes: z.array(vote),
  nays: z.array(vote),
  end: z.number(),
  vetos: z.array(z.string()),
})

/** All that is or was voted on and that the council has not closed, the newest first. */
export async function getProposals(api: ApiPromise): Promise<Proposal[]> {
  const read = reader(api)
  const [list, block, ms] = await Promise.all([
    api.query.dao!.proposalList!().then((hashes) => z.array(z.string()).parse(hashes.toPrimitive())),
    api.query.system!.number!().then((number) => Number(number.toString())),
    api.query.timestamp!.now!().then((now) => Number(now.toString())),
  ])
  const [proposals, votings, actions] = await Promise.all([
    read('dao', 'proposals', list, proposalShape),
    read('dao', 'voting', list, votingShape),
    Promise.all(list.map((hash) => actionOf(api, hash))),
  ])
  return list
    .flatMap((hash, i): Proposal[] => {
      const [proposal, voting] = [proposals[i], votings[i]]
      if (!proposal || !voting) return []
      const { end, vetos, ...rest } = voting
      return [
        {
          ...proposal,
          ...rest,
          hash,
          action: actions[i],
          vetos: vetos.length,
          endsAt: Math.floor(ms / 1000) + (end - block) * blockSeconds,
          isOver: block > end,
        },
      ]
    })
    .toSorted((a, b) => b.index - a.index)
}

/** What it would do; `undefined` when this version of the chain does not know such a call. */
async function actionOf(api: ApiPromise, hash: string): Promise<Action | undefined> {
  try {
    const found = (await api.query.dao!.proposalOf!(hash)) as unknown as Option<WireCall>
    if (found.isNone) return undefined
    const { section, method, args, meta } = found.unwrap()
    const named = args.map((arg, i) => ({
      name: meta.fields[i]?.name.unwrapOr(undefined)?.toString() ?? String(i),
      value: shown(arg.toHuman()),
    }))
    return { call: `${section}.${method}`, args: named }
  } catch {
    return undefined
  }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** What the votes of these farms count, by their numbers. */
export async function getWeights(api: ApiPromise, farmIds: number[]): Promise<Map<number, bigint>> {
  const weights = await reader(api)('dao', 'farmWeight', farmIds, amount)
  return new Map(farmIds.map((id, i) => [id, weights[i] ?? 0n]))
}
