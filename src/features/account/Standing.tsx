import type { UseQueryResult } from '@tanstack/react-query'
import { showTft } from '#domain/money.ts'
import type { Balance } from '#queries/account.ts'
import { Skeleton } from '#ui/Skeleton.tsx'

/** What the chain says of an account that is listed: what it can spend, and its twin. */
export const Standing = ({ of }: { of: UseQueryResult<{ balance: Balance; twinId: number | null }> }) => (
  <span className="text-right text-small text-ink-3">
    {of.data ? (
      <>
        <span className="block text-ink">{showTft(of.data.balance.usable)} TFT</span>
        {of.data.twinId === null ? 'No twin' : `Twin ${of.data.twinId}`}
      </>
    ) : of.isPending ? (
      <Skeleton width={80} />
    ) : (
      'Balance unknown'
    )}
  </span>
)
