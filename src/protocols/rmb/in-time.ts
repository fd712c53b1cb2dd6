import { WireError } from '#protocols/fault.ts'

/**
 * What the chain answers, if it does so in time: one that is away leaves questions open for ever.
 *
 * @throws WireError 'silent' when it does not
 */
export function inTime<T>(answer: Promise<T>, timeoutMs = 10_000): Promise<T> {
  return new Promise((resolve, reject) => {
    const silent = () => reject(new WireError({ kind: 'silent', where: 'TFChain', timeoutMs }))
    const timer = setTimeout(silent, timeoutMs)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
