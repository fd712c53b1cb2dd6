import { Link } from '@tanstack/react-router'
import { showTft } from '#domain/money.ts'
import { toSettle, type Grace, type Standing } from '#domain/standing.ts'
import { roughSpan } from '#ui/Ago.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { showMoment } from './ContractState.tsx'

/** A grace period in dates: since when, what is owed, and what happens if nothing does. */
export const GraceNotice = ({ grace, standing: { rent, ...standing } }: { grace: Grace; standing: Standing }) => (
  <Notice
    tone="warn"
    action={
      rent?.inGrace && (
        <Link
          to="/contracts/$contractId"
          params={{ contractId: String(rent.id) }}
          className={buttonClass({ size: 'small' })}
        >
          To rent {rent.id}
        </Link>
      )
    }
  >
    <b>
      Out of funds since {showMoment(grace.since)}:{' '}
      {rent?.inGrace ? `it hangs on the rent of its node` : `${showTft(toSettle(standing), 4)} TFT owed`}.
    </b>{' '}
    What runs under it is paused. Once {rent?.inGrace ? 'the rent' : 'that'} is settled it goes on as it was; if it is
    not, the chain deletes the contract on {showMoment(grace.endsAt)}, 14 days after it began and{' '}
    {roughSpan(grace.left)} from now, and its node removes all data.
  </Notice>
)
