import { expect, test } from 'vitest'
import { WireError } from '#protocols/fault.ts'
import { explain } from './explain.ts'
import { learnChainRefusals } from './refusals.ts'

const refused = (reason: string) => explain(new WireError({ kind: 'refused', where: 'TFChain', reason })).what

test('a refusal of the chain is told by what it means once that was learnt, with its name beside', async () => {
  expect(refused('smartContractModule.ContractNotExists')).toBe('It says: “smartContractModule.ContractNotExists”.')
  await learnChainRefusals()
  expect(refused('smartContractModule.ContractNotExists')).toBe(
    'The contract is gone: cancelled before, or ended for want of funds (smartContractModule.ContractNotExists).',
  )
  expect(refused('Token.FundsUnavailable')).toContain('less than that to spend')
})
