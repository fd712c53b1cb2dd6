import { showTft } from '#domain/money.ts'
import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'

/** Signing costs about a tenth of this, and the chain bills soon after. */
const least = 100_000n

/** Whether there is someone to sign, whom nodes take deployments of. */
export function accountChecks({ need, twinId, balance, verified }: PlanFacts): Check[] {
  const id = 'account'
  if (need) return [{ id, state: 'fail', ...lacking[need] }]
  if (twinId === undefined) return [{ id, state: 'wait', words: 'Asking the chain for your account' }]
  return [{ id, state: 'ok', words: `Twin ${twinId} signs and pays` }, identity(verified), ...money(balance)]
}

const lacking = {
  account: { words: 'No account is open', detail: 'Get one in the top bar' },
  key: { words: 'The account’s key is locked', detail: 'Nodes take only what it signs' },
  twin: { words: 'The account has no twin yet', detail: 'Nodes know accounts by theirs' },
}

function identity({ data, error }: PlanFacts['verified']): Check {
  const id = 'identity'
  if (data) return { id, state: 'ok', words: 'Identity is verified' }
  if (data === false)
    return { id, state: 'fail', words: 'Identity is not verified', detail: 'Nodes refuse deployments until it is' }
  return error
    ? { id, state: 'warn', words: 'Identity check did not answer', detail: 'Unknown, not refused: the node asks again' }
    : { id, state: 'wait', words: 'Asking whether identity is verified' }
}

const money = (balance: PlanFacts['balance']): Check[] =>
  balance === undefined || balance >= least
    ? []
    : [
        {
          id: 'balance',
          state: 'fail',
          words: `The account has ${showTft(balance, 4)} TFT left to spend`,
          detail: 'Contracts are billed by the hour: send it some TFT first',
        },
      ]
