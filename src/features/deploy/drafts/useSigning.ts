import { useQuery } from '@tanstack/react-query'
import { failuresOf, type Run } from '#domain/deployment/run.ts'
import { draftList, type Signing } from '#queries/drafts.ts'
import { storedRun } from '#queries/runs.ts'

/** What came of a draft already; `undefined` when it was never signed, or when nothing of that reached the chain. */
export function useSigning(draft: string): Signing | undefined {
  const signed = useQuery(draftList).data?.find(({ id }) => id === draft)?.signed
  const run = useQuery({ ...storedRun(signed?.runId ?? ''), enabled: signed !== undefined }).data?.run
  return run && isVoid(run) ? undefined : signed
}

const isVoid = (run: Run): boolean =>
  failuresOf(run).length > 0 && run.payments.every(({ signed, inBlock }) => !signed && !inBlock)
