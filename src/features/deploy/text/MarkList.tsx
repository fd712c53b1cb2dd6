import { Glyph } from '#ui/State.tsx'
import type { Mark } from './marks.ts'

/** What is to be said of lines of a text; each goes to its line. */
export const MarkList = ({ marks, onGo }: { marks: readonly Mark[]; onGo: (mark: Mark) => void }) => (
  <ul aria-label="Problems in the text" className="max-h-44 shrink-0 overflow-y-auto border-t border-line py-1">
    {marks.map((mark, i) => (
      <li key={i}>
        <button
          type="button"
          className="flex w-full cursor-pointer items-baseline gap-2 px-3 py-1 text-left hover:bg-hover"
          onClick={() => onGo(mark)}
        >
          <Glyph kind={mark.tone === 'bad' ? 'failed' : 'warn'} />
          <span className="w-14 shrink-0 text-ink-3">Line {mark.line}</span>
          <span className="min-w-0 wrap-anywhere">{mark.words}</span>
        </button>
      </li>
    ))}
  </ul>
)
