import { showTft } from '#domain/money.ts'
import { toSettle, type Grace, type Standing } from '#domain/standing.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { Notice } from '#ui/Notice.tsx'
import { showMoment } from './ContractState.tsx'

/** A grace period in dates: since when, what is owed, and what happens if nothing does. */
export const GraceNotice = ({ grace, standing }: { grace: Grace; standing: Standing }) => (
  <Notice tone="warn">
    <b>
      Out of funds since {showMoment(grace.since)}: {showTft(toSettle(standing), 4)} TFT owed.
    </b>{' '}
    {standing.rent?.inGrace ? `It hangs on rent ${standing.rent.id} of its node, which is to be settled first. ` : ''}
    What runs under it is paused. Once that is settled it goes on as it was; if it is not, the chain deletes the
    contract on {showMoment(grace.endsAt)}, 14 days after it began and {roughSpan(grace.left)} from now, and its node
    removes all data.
  </Notice>
)
