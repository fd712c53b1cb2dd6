import clsx from 'clsx'
import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { showClock, showSpan } from '#domain/time.ts'
import { wordsOf } from '#queries/call-words.ts'
import type { SentEntry } from '#queries/journal.ts'
import { useFollowed } from '#queries/note.ts'
import { resumeTransactions } from '#queries/transact.ts'
import { Button } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'
import { stepsOf } from './entry-words.ts'

/** A transaction that opens to all that it asked for, each step of it, and what the chain calls it. */
export function EntryStory({ of, children }: { of: SentEntry; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full cursor-pointer items-center gap-2 text-left"
      >
        <ChevronRight className={clsx('size-4 shrink-0 text-ink-3 transition-transform', isOpen && 'rotate-90')} />
        {children}
      </button>
      {isOpen && <Story of={of} />}
    </>
  )
}

function Story({ of }: { of: SentEntry }) {
  const isLeft = !useFollowed().has(of.id) && of.signed !== undefined
  const asked = wordsOf(of.calls)
  const steps = stepsOf(of)
  return (
    <div className="opened flex flex-col gap-3 py-2 pl-6 text-small whitespace-normal">
      {asked.length > 1 && (
        <ul aria-label="What it asked for">
          {asked.map(({ title, detail }) => (
            <li key={`${title} ${detail}`} className="wrap-anywhere">
              {title} {detail !== undefined && <span className="text-ink-3">{detail}</span>}
            </li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <ol aria-label="Steps">
          {steps.map(({ words, at }, i) => (
            <li key={`${words} ${at}`} className="flex justify-between gap-3">
              {words}
              <span className="whitespace-nowrap text-ink-3">
                {i === 0 ? showClock(at) : `${showSpan(at - steps[i - 1]!.at)} later`}
              </span>
            </li>
          ))}
        </ol>
      )}
      <CopyLine value={of.hash} what="transaction hash" />
      {isLeft && (
        <Button size="small" className="self-start" onClick={() => void resumeTransactions()}>
          Look for it
        </Button>
      )}
    </div>
  )
}
