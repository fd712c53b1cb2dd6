import { showSpan } from '#domain/time.ts'
import { bytes, showBytes } from '#domain/units.ts'
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
      if (ownTexts.includes(fault.where))
        return { title: `${where} cannot be read`, what: `${upperFirst(fault.reason)}.`, retry: false }
      return {
        title: `${where} sent something unreadable`,
        what: `Namely: ${fault.reason}.`,
        advice: 'It may be of a version that this page does not know.',
        retry: true,
      }
    case 'missing':
      return { title: `${fault.what} does not exist`, what: `${where} knows nothing of it.`, retry: false }
    case 'too-large':
      return {
        title: 'This is too large to send',
        what: `It is ${showBytes(bytes(fault.bytes))}, and ${fault.where} takes ${showBytes(bytes(fault.most))} at once.`,
        advice: 'Nothing was sent. Make its texts and files shorter.',
        retry: false,
      }
    case 'clock':
      return {
        title: 'This computer’s clock is wrong',
        what: `It is about ${showSpan(fault.behindS * 1000)} behind, so ${fault.where} takes what it sends for too old.`,
        advice: 'Set the clock by the internet, then try again.',
        retry: true,
      }
    case 'other-relay':
      return {
        title: 'Answers would go to another relay',
        what: `This account’s twin receives ${fault.relay ? `at ${fault.relay.replaceAll('_', ' and ')}` : 'at no relay'}, not at ${fault.where}.`,
        advice: 'Set the twin’s relay to one of this network, or choose the network that it is for.',
        retry: true,
      }
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
    case 'locked':
      return {
        title: 'The account’s key is locked',
        what: 'Nodes take only what is signed by it, and it is not unlocked in this page.',
        advice: 'Unlock it in the account menu, then try again.',
        retry: true,
      }
    case 'wrong-password':
      return { title: 'Wrong password', what: `That is not the password ${fault.where}.`, retry: true }
    case 'rejected':
      return {
        title: 'Not signed',
        what: `The request was cancelled in ${fault.where}.`,
        advice: 'Nothing was done.',
        retry: true,
      }
    case 'too-soon':
      return {
        title: `${where} wants a pause`,
        what: 'It takes one request in three seconds from a page, and had one just before.',
        advice: 'Nothing was done. Try again in a few seconds.',
        retry: true,
      }
    case 'transaction':
      return { title: 'The transaction did not get through', retry: true, ...outcomes[fault.outcome] }
  }
  fault satisfies never
}

/** What people bring themselves. */
const ownTexts = ['The account file', 'The phrase']

const outcomes = {
  dropped: { what: 'The chain dropped it before a block took it.', advice: 'Nothing was done. Sign it again.' },
  invalid: { what: 'The chain found it no longer valid.', advice: 'Nothing was done. Sign it again.' },
  usurped: {
    what: 'Another transaction of this account, signed elsewhere, took its place.',
    advice: 'See what that one did before you sign again.',
  },
  expired: {
    what: 'No block took it while it was valid, so none will.',
    advice: 'Nothing was done. Sign it again.',
  },
}

/** What a server refused for its own sake it may grant later; what it refused for ours it will not. */
const mayChange = (status: number | undefined) => status === undefined || status === 429 || status >= 500

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
