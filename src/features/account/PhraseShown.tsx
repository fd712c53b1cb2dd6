import { CopyButton } from '#ui/CopyButton.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'

/** The words of a new account, numbered as they are asked back. */
export const PhraseShown = ({ phrase }: { phrase: string | undefined }) => (
  <>
    <p className="text-ink-2">
      On paper, in this order. Whoever has these words has the account; without them and without its file, nobody can
      bring it back. They are shown only now.
    </p>
    <ol className="my-3 grid grid-cols-2 gap-x-4 rounded-md border border-line bg-sunken px-4 py-2 sm:grid-cols-3">
      {(phrase?.split(' ') ?? Array.from({ length: 12 }, () => undefined)).map((word, i) => (
        <li key={`${i} ${word}`} className="flex gap-2 py-1.5">
          <span className="w-5 text-right text-ink-3">{i + 1}</span>
          {word === undefined ? <Skeleton width={64} /> : <span className="mono font-medium">{word}</span>}
        </li>
      ))}
    </ol>
    {phrase !== undefined && (
      <p className="flex items-center gap-1 text-small text-ink-3">
        Or copy them into a password manager, never into a file or a mail.
        <CopyButton value={phrase} what="the words" />
      </p>
    )}
  </>
)
