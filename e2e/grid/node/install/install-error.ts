/** Why a workload could not be installed, in the node's words, with what its result holds nevertheless. */
export class InstallError extends Error {
  readonly data: unknown

  constructor(message: string, data: unknown = null) {
    super(message)
    this.data = data
  }
}

/** Why an update left a workload as it was, in the node's words. */
export class Unchanged extends Error {}

/** Runs `work`; puts `prefix` before what it throws, as Go's errors.Wrap does. */
export function wrapped<T>(prefix: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof InstallError) throw new InstallError(`${prefix}: ${error.message}`, error.data)
    throw error
  }
}
