import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { CancelSheet } from './CancelSheet.tsx'
import type { Picks } from './PickContract.tsx'
import { SettleSheet } from './SettleSheet.tsx'
import { useStandings } from './useStandings.ts'

/** What can be done with the contracts that are picked, with one signature; nothing while none is. */
export function PickedContracts({ picks: { picked, onChange } }: { picks: Picks }) {
  const of = useStandings(picked).data
  const [doing, setDoing] = useState<'cancel' | 'settle'>()
  const late = picked.flatMap(({ id }) => of?.get(id) ?? []).filter(({ grace }) => grace)
  const close = () => {
    setDoing(undefined)
    onChange([])
  }
  if (picked.length === 0) return null
  return (
    <section
      aria-label="Picked contracts"
      className="flex items-center gap-2 rounded-md border border-accent-line bg-accent-soft py-1 pr-1 pl-2.5 text-small max-rail:w-full"
    >
      <span className="max-rail:mr-auto">{picked.length} picked</span>
      {late.length > 0 && (
        <Button size="small" variant="primary" onClick={() => setDoing('settle')}>
          Settle {late.length}
        </Button>
      )}
      <Button size="small" variant="danger" onClick={() => setDoing('cancel')}>
        Cancel {picked.length}
      </Button>
      <Button size="small" variant="ghost" icon aria-label="Pick none" onClick={() => onChange([])}>
        <X />
      </Button>
      {doing === 'cancel' && <CancelSheet contracts={picked} of={of} onClose={close} />}
      {doing === 'settle' && <SettleSheet of={late} onClose={close} />}
    </section>
  )
}
