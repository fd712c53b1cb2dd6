import { useEffect } from 'react'

/** Ctrl+Z and Ctrl+Shift+Z anywhere but in text fields, which have a history of their own. */
export function useHistoryKeys(undo: () => void, redo: () => void) {
  useEffect(
    function listen() {
      const press = (event: KeyboardEvent) => {
        const { key, ctrlKey, metaKey, shiftKey, target } = event
        if (!(ctrlKey || metaKey) || event.altKey || isTextField(target)) return
        const letter = key.toLowerCase()
        if (letter !== 'z' && letter !== 'y') return
        event.preventDefault()
        if (letter === 'y' || shiftKey) redo()
        else undo()
      }
      addEventListener('keydown', press)
      return () => removeEventListener('keydown', press)
    },
    [undo, redo],
  )
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type=checkbox], [type=radio], [type=button])'))
