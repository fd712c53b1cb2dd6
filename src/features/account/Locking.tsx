import { Lock } from 'lucide-react'
import { idleChoices, lockAfter, useIdleMinutes } from '#queries/idle.ts'
import { lock, useUnlocked } from '#queries/unlocked.ts'
import { Button } from '#ui/Button.tsx'
import { Panel } from '#ui/Panel.tsx'
import { Segmented } from '#ui/Segmented.tsx'

const never = 'never'

/** When keys lock by themselves, and all of them now. */
export function Locking() {
  const minutes = useIdleMinutes()
  const open = useUnlocked().length
  return (
    <Panel
      title="Locking"
      aside={
        open > 0 && (
          <Button size="small" onClick={() => void lock()}>
            <Lock />
            Lock {open === 1 ? 'the key' : `all ${open} keys`} now
          </Button>
        )
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
        <span className="min-w-0 flex-1 basis-64 text-ink-2">
          Keys lock when this page is closed or reloaded, and when nobody touched it for
        </span>
        <Segmented
          label="Lock when nobody touched the page for"
          value={String(minutes ?? never)}
          options={idleChoices.map((choice) => ({
            value: String(choice ?? never),
            name: choice === undefined ? 'Never' : choice === 60 ? '1 hour' : `${choice} min`,
          }))}
          onChange={(value) => lockAfter(idleChoices.find((choice) => String(choice ?? never) === value))}
        />
      </div>
    </Panel>
  )
}
