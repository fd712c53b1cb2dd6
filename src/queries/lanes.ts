const width = 7
let busy = 0
const queue: (() => void)[] = []

/**
 * Does it when one of a few lanes is free, so that a page that asks a lot does not crowd out the rest. What is no longer
 * wanted leaves its place in the queue, or its lane: a question that was sent cannot be called back, only forgotten.
 */
export async function inLane<T>(signal: AbortSignal, act: () => Promise<T>): Promise<T> {
  if (busy === width) await new Promise<void>((resolve) => queue.push(resolve))
  else busy++
  try {
    signal.throwIfAborted()
    return await Promise.race([act(), aborted(signal)])
  } finally {
    const next = queue.shift()
    if (next) next()
    else busy--
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
