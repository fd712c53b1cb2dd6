import { useState } from 'react'
import type { Farm } from '#domain/farm.ts'
import { Button } from '#ui/Button.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Panel } from '#ui/Panel.tsx'
import { PayoutDialog } from './PayoutDialog.tsx'

/** Where a farm’s rewards go. */
export function Payout({ farm, mine }: { farm: Farm; mine: boolean }) {
  const [setting, setSetting] = useState(false)
  return (
    <Panel
      title="Payout address"
      aside={
        mine && (
          <Button size="small" onClick={() => setSetting(true)}>
            {farm.payoutAddress === '' ? 'Set' : 'Change'}
          </Button>
        )
      }
    >
      {farm.payoutAddress === '' ? (
        <p className="py-2 text-ink-2">None: what its nodes earn cannot be paid out.</p>
      ) : (
        <p className="flex items-center gap-1 py-2">
          <span className="mono min-w-0 flex-1 break-all" title="On Stellar">
            {farm.payoutAddress}
          </span>
          <CopyButton value={farm.payoutAddress} what="the payout address" />
        </p>
      )}
      {setting && <PayoutDialog farm={farm} onClose={() => setSetting(false)} />}
    </Panel>
  )
}
