import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { places } from './Rail.tsx'

const togetherMs = 1_000
const typedIn = 'input, textarea, select, [contenteditable]'
const onTop = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Where `g` and another key lead. */
export const jumps = places.flatMap(({ items }) => items).filter(({ key }) => key !== undefined)

/** Keys that work on every page. Single ones wait while something is typed in or lies over the page. */
export function useShortcuts(find: () => void, showKeys: () => void) {
  const router = useRouter()
  useEffect(
    function listenForKeys() {
      let leaderAt = -Infinity
      const pressed = (event: KeyboardEvent) => {
        if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey) {
          event.preventDefault()
          return find()
        }
        const typing = event.target instanceof Element && event.target.closest(typedIn) !== null
        if (event.metaKey || event.ctrlKey || event.altKey || typing || document.querySelector(onTop)) return
        const jump = event.timeStamp - leaderAt < togetherMs ? jumps.find(({ key }) => key === event.key) : undefined
        leaderAt = event.key === 'g' ? event.timeStamp : -Infinity
        if (jump) void router.navigate({ to: jump.to })
        else if (event.key === '?') showKeys()
        else if (event.key === '/') {
          const filter = document.querySelector<HTMLInputElement>('main input[type="search"]')
          if (!filter) return
          event.preventDefault()
          filter.select()
        }
      }
      addEventListener('keydown', pressed)
      return () => removeEventListener('keydown', pressed)
    },
    [router, find, showKeys],
  )
}
