import { Bar } from '#ui/Bar.tsx'

/** `whole` for what comes in pieces, like cores. */
type Props = { free: number; total: number; whole?: boolean }

/** Three digits, so that figures in a column have the same shape: `0.90`, `17.0`, `1,008`. */
function figure(n: number, whole: boolean): string {
  const digits = whole || n >= 100 ? 0 : n >= 10 ? 1 : 2
  return n.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** What is free of what there is, in a cell whose header says the unit. Overbooked counts as nothing free. */
export function FreeOfTotal({ free, total, whole = false }: Props) {
  if (total === 0) return <span className="text-ink-3">–</span>
  return (
    <span className="inline-flex w-[84px] flex-col gap-[3px] align-middle">
      <span className="grid grid-cols-[1fr_46px] leading-4">
        <span>{figure(Math.max(0, free), whole)}</span>
        <span className="pl-1 text-left text-ink-3">/ {figure(total, whole)}</span>
      </span>
      <Bar total={total} used={total - free} />
    </span>
  )
}
