/** Why a workload could not be installed, in the node's words, with what its result holds nevertheless. */
export class InstallError extends Error {
  readonly data: unknown

  constructor(message: string, data: unknown = null) {
    super(message)
    this.data = data
  }
}

/** Why an update left a workload as it was, in the node's words. */
export class Unchanged extends InstallError {}

/** It is as it should be already. Source: zosbase pkg/provision/interface.go ErrNoActionNeeded */
export class NoActionNeeded extends Error {}

/** Runs `work`; puts `prefix` before what it throws, as Go's errors.Wrap does, and `data` with it. */
export function wrapped<T>(prefix: string, work: () => T, data?: unknown): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof InstallError) throw new InstallError(`${prefix}: ${error.message}`, data ?? error.data)
    throw error
  }
}
