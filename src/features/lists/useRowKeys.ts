import { useEffect, type RefObject } from 'react'

const typedIn = 'input:not([type="checkbox"]), textarea, select, [contenteditable]'
const onTop = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** `j` and `k` go down and up the rows of a list, on the link that each row leads by; Enter then follows it. */
export function useRowKeys(list: RefObject<HTMLElement | null>) {
  useEffect(
    function listenForRowKeys() {
      const pressed = (event: KeyboardEvent) => {
        const step = { j: 1, k: -1 }[event.key]
        if (step === undefined || event.metaKey || event.ctrlKey || event.altKey) return
        if (event.target instanceof Element && event.target.closest(typedIn)) return
        if (document.querySelector(onTop)) return
        const rows = [...(list.current?.querySelectorAll('tbody tr, ul > li') ?? [])]
        const links = rows.flatMap((row) => row.querySelector('a') ?? [])
        const now = links.findIndex((link) => link.closest('tr, li')?.contains(document.activeElement))
        const next = links[now === -1 ? 0 : now + step]
        next?.focus()
        next?.scrollIntoView({ block: 'nearest' })
      }
      addEventListener('keydown', pressed)
      return () => removeEventListener('keydown', pressed)
    },
    [list],
  )
}
