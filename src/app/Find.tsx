import { Search } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { Keys } from '#ui/Keys.tsx'
import { KeysDialog, modifier } from './KeysDialog.tsx'
import { useShortcuts } from './useShortcuts.ts'

const load = () => import('./Palette.tsx')
const Palette = lazy(async () => ({ default: (await load()).Palette }))

/** Holding what goes with the K is a sign already; who types on at once loses no letter. */
function useWantedByKey() {
  useEffect(function loadAhead() {
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === 'Control' || key === 'Meta') void load()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}

/** The way to everything: a button in the top bar, and the keys that work on every page. */
export function Find() {
  const [open, setOpen] = useState<'palette' | 'keys'>()
  const find = useCallback(() => setOpen((now) => (now === 'palette' ? undefined : 'palette')), [])
  const showKeys = useCallback(() => setOpen('keys'), [])
  useShortcuts(find, showKeys)
  useWantedByKey()
  const close = (stays: boolean) => !stays && setOpen(undefined)
  // Its code comes with the first sign that it will be wanted.
  const wanted = { onPointerEnter: () => void load(), onFocus: () => void load() }
  return (
    <>
      <button
        type="button"
        className="hidden h-8 w-[232px] items-center gap-2 whitespace-nowrap rounded-md border border-line-strong bg-surface px-2.5 text-small text-ink-3 hover:border-field wide:flex"
        onClick={find}
        {...wanted}
      >
        <Search className="i-sm" />
        <span className="mr-auto">Find or do anything</span>
        <Keys of={[modifier, 'K']} />
      </button>
      <Button variant="ghost" icon className="wide:hidden" aria-label="Find or do anything" onClick={find} {...wanted}>
        <Search />
      </Button>
      <Suspense>{open === 'palette' && <Palette onClose={close} onShowKeys={showKeys} />}</Suspense>
      <KeysDialog open={open === 'keys'} onOpenChange={close} />
    </>
  )
}
