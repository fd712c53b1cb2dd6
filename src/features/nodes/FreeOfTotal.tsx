import { showNumber } from '#domain/units.ts'
import { Bar } from '#ui/Bar.tsx'

type Props = { free: number; total: number }

/** What is free of what there is, in a cell whose header says the unit. Overbooked counts as nothing free. */
export function FreeOfTotal({ free, total }: Props) {
  if (total === 0) return <span className="text-ink-3">–</span>
  return (
    <span className="inline-flex w-[84px] flex-col gap-[3px] align-middle">
      <span className="grid grid-cols-[1fr_46px] leading-4">
        <span>{showNumber(Math.max(0, free))}</span>
        <span className="pl-1 text-left text-ink-3">/ {showNumber(total)}</span>
      </span>
      <Bar total={total} used={total - free} />
    </span>
  )
}
