import type { Contract } from '#domain/contract.ts'

/** The contracts that are picked to do something with, and how to pick others. */
export type Picks = { picked: readonly Contract[]; onChange: (picked: Contract[]) => void }

type Props = { contract: Contract; picks: Picks; className?: string }

export function PickContract({ contract, picks: { picked, onChange }, className = 'check' }: Props) {
  const others = picked.filter(({ id }) => id !== contract.id)
  const isOver = contract.state === 'Deleted'
  return (
    <input
      type="checkbox"
      className={className}
      aria-label={`Pick contract ${contract.id}`}
      title={isOver ? 'It has ended' : undefined}
      disabled={isOver}
      checked={others.length < picked.length}
      onChange={({ target }) => onChange(target.checked ? [...others, contract] : others)}
    />
  )
}
