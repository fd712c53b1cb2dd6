import { useCallback, useEffect, useRef, useState } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { saveDraft, type Draft } from '#queries/drafts.ts'

/**
 * When a draft was written last, in unix milliseconds, and why it is not written since. `leave` it unwritten: it is removed.
 * `holds`: another tab wrote this plan, so it is there already.
 */
export type Saved = { at: number; error: unknown; leave: () => void; holds: (plan: Plan) => void }

/**
 * Writes a draft at every change. What changes while one is written follows after it, the last of it alone: a page may be
 * ended at any time, and writing takes a moment.
 */
export function useAutosave(draft: Draft, plan: Plan): Saved {
  const [saved, setSaved] = useState<{ at: number; error: unknown }>({ at: draft.changedAt, error: undefined })
  const latest = useRef(plan)
  const written = useRef(draft.plan)
  const isWriting = useRef(false)
  const save = useCallback(
    async function write(): Promise<void> {
      const now = latest.current
      if (isWriting.current || now === written.current) return
      isWriting.current = true
      written.current = now
      try {
        if ((await saveDraft(draft, now)) === 'saved') setSaved({ at: Date.now(), error: undefined })
      } catch (error) {
        setSaved((before) => ({ ...before, error }))
      }
      isWriting.current = false
      return write()
    },
    [draft],
  )
  useEffect(
    function saveNow() {
      latest.current = plan
      queueMicrotask(() => void save())
    },
    [plan, save],
  )
  const leave = useCallback(() => void (written.current = latest.current), [])
  const holds = useCallback((there: Plan) => void (written.current = there), [])
  return { ...saved, leave, holds }
}
