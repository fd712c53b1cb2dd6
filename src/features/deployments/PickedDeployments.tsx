import { X } from 'lucide-react'
import { Button } from '#ui/Button.tsx'

type Props = { count: number; all: number; onAll: () => void; onNone: () => void; onCancel: () => void }

/** What is picked, and what can be done with all of it at once. */
export const PickedDeployments = ({ count, all, onAll, onNone, onCancel }: Props) => (
  <section
    aria-label="Picked deployments"
    className="flex items-center gap-2 rounded-md border border-accent-line bg-accent-soft py-1 pr-1 pl-2.5 text-small max-rail:w-full"
  >
    <output className="max-rail:mr-auto">
      {count} of {all} picked
    </output>
    {count < all && (
      <Button size="small" variant="ghost" onClick={onAll}>
        Pick all
      </Button>
    )}
    <Button size="small" variant="danger" onClick={onCancel}>
      {count === 1 ? 'Cancel it' : `Cancel ${count}`}
    </Button>
    <Button size="small" variant="ghost" icon aria-label="Pick none" onClick={onNone}>
      <X />
    </Button>
  </section>
)
