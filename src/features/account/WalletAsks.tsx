import { Hourglass, PenLine } from 'lucide-react'
import { useEffect, useState } from 'react'
import { pauseMs, type Request } from '#queries/wallet.ts'
import { Button } from '#ui/Button.tsx'

/** How long it may take to read a transaction before the window may have got lost. */
const patienceMs = 60_000

/** What the wallet is asked for, and the way out when its window is lost. */
export function WalletAsks({ request: { source, stage, since, giveUp } }: { request: Request }) {
  const passedMs = useClock() - since
  const seconds = Math.max(1, Math.ceil((pauseMs - passedMs) / 1000))
  const lost = stage === 'asking' && passedMs > patienceMs
  return (
    // Dialogs take the pointer from the rest of the page; this has to work above them.
    <div className="float pointer-events-auto flex gap-3 p-4">
      <span className="pt-0.5 text-accent">{stage === 'pausing' ? <Hourglass /> : <PenLine />}</span>
      <div className="min-w-0 flex-1">
        <div className="font-[550]">
          {stage === 'pausing' ? `${source} wants a pause` : lost ? 'Nothing yet' : `Confirm in ${source}`}
        </div>
        <p className="pb-2 text-ink-2">
          {stage === 'pausing' ? (
            <>
              It takes one request in three seconds. It is asked in <span aria-hidden="true">{seconds} s</span>
              <span className="sr-only">a moment</span>.
            </>
          ) : lost ? (
            `Is the window of ${source} hidden? Its icon brings it back.`
          ) : (
            'It shows the transaction in a window of its own. Nothing happens until you confirm it there.'
          )}
        </p>
        <Button size="small" onClick={giveUp}>
          Stop waiting
        </Button>
      </div>
    </div>
  )
}

function useClock(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(function tick() {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return now
}
