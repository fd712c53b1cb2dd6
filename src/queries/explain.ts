import { WireError, type Fault } from '#protocols/fault.ts'
import { meaningOf } from './refusals.ts'

/** An error in words for a person: what happened, what it means, what to do. `retry`: asking again may help. */
export type Explanation = { title: string; what: string; advice?: string; retry: boolean }

/** The one place that words errors. */
export function explain(error: unknown): Explanation {
  if (error instanceof WireError) return explainFault(error.fault)
  return {
    title: 'This page made a mistake',
    what: error instanceof Error ? `It says: ${error.message || error.name}.` : `It says: ${String(error)}.`,
    advice: 'Reload it. If it comes again, these words help whoever mends it.',
    retry: true,
  }
}

function explainFault(fault: Fault): Explanation {
  const where = upperFirst(fault.where)
  switch (fault.kind) {
    case 'unreachable':
      return {
        title: `${where} cannot be reached`,
        what: 'It is not connected, or this browser is offline.',
        advice: 'Try again in a moment.',
        retry: true,
      }
    case 'silent':
      return {
        title: `${where} did not answer in ${fault.timeoutMs / 1000} s`,
        what: 'It may be busy or cut off.',
        advice: 'Try again in a moment.',
        retry: true,
      }
    case 'refused':
      return { title: `${where} refused`, what: meaningOf(fault.reason), retry: mayChange(fault.status) }
    case 'unreadable':
      return {
        title: `${where} sent something unreadable`,
        what: `Namely: ${fault.reason}.`,
        advice: 'It may be of a version that this page does not know.',
        retry: true,
      }
    case 'missing':
      return { title: `${fault.what} does not exist`, what: `${where} knows nothing of it.`, retry: false }
    case 'unfunded':
      return {
        title: 'The account has too little TFT',
        what: `${where} takes a fee for every transaction, and the balance does not cover it.`,
        advice: 'Nothing was done. Add TFT to the account, then try again.',
        retry: false,
      }
    case 'no-account':
      return {
        title: 'No account is open',
        what: `${where} needs a signature, and there is nobody to give it.`,
        advice: 'Open an account in the top bar first.',
        retry: false,
      }
  }
  fault satisfies never
}

/** What a server refused for its own sake it may grant later; what it refused for ours it will not. */
const mayChange = (status: number | undefined) => status === undefined || status === 429 || status >= 500

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
