import { useCallback, useEffect, useRef, useState } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { saveDraft, type Draft } from '#queries/drafts.ts'

const pauseMs = 300
// A page that is hidden may be ended without another word.
const ends = ['beforeunload', 'pagehide', 'visibilitychange']

/**
 * When a draft was written last, in unix milliseconds, and why it is not written since. `leave` it unwritten: it is removed.
 * `holds`: another tab wrote this plan, so it is there already.
 */
export type Saved = { at: number; error: unknown; leave: () => void; holds: (plan: Plan) => void }

/** Writes a draft once it stands still for a moment after a change, and at once when the page is left or hidden. */
export function useAutosave(draft: Draft, plan: Plan): Saved {
  const [saved, setSaved] = useState<{ at: number; error: unknown }>({ at: draft.changedAt, error: undefined })
  const latest = useRef(plan)
  const written = useRef(draft.plan)
  const writing = useRef(Promise.resolve())
  const save = useCallback(() => {
    const now = latest.current
    if (now === written.current) return
    written.current = now
    // One after the other: the last one stays.
    writing.current = writing.current
      .then(() => saveDraft(draft, now))
      .then(
        (outcome) => {
          if (outcome === 'saved') setSaved({ at: Date.now(), error: undefined })
        },
        (error: unknown) => setSaved((before) => ({ ...before, error })),
      )
  }, [draft])
  useEffect(
    function saveSoon() {
      latest.current = plan
      const timer = setTimeout(save, pauseMs)
      return () => clearTimeout(timer)
    },
    [plan, save],
  )
  useEffect(
    function saveOnLeaving() {
      for (const end of ends) addEventListener(end, save, true)
      return () => {
        for (const end of ends) removeEventListener(end, save, true)
        save()
      }
    },
    [save],
  )
  const leave = useCallback(() => void (written.current = latest.current), [])
  const holds = useCallback((there: Plan) => void (written.current = there), [])
  return { ...saved, leave, holds }
}
