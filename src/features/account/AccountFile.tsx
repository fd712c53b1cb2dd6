import { FileKey } from 'lucide-react'
import { useId, useState } from 'react'
import { readKeystore } from '#queries/deployers.ts'
import { explain } from '#queries/explain.ts'
import { lineId } from '#ui/form/Field.tsx'

/** An account file that was read: what it holds is known, its keys are not. */
export type OpenedFile = Awaited<ReturnType<typeof readKeystore>>

type Props = {
  file: OpenedFile | undefined
  onFile: (file: OpenedFile | undefined) => void
  /** Why this file will not do, although it can be read. */
  problem?: string
}

/** Takes an account file, chosen or dropped, of one account or of several. */
export function AccountFile({ file, onFile, problem }: Props) {
  const id = useId()
  const [name, setName] = useState<string>()
  const [error, setError] = useState<unknown>()

  const read = async (chosen: File | undefined) => {
    if (!chosen) return
    setName(chosen.name)
    setError(undefined)
    onFile(undefined)
    try {
      onFile(await readKeystore(await chosen.text()))
    } catch (failure) {
      setError(failure)
    }
  }
  const failure = error === undefined ? undefined : explain(error)
  const wrong = failure ? `${failure.title}. ${failure.what}` : problem
  return (
    <div>
      <div className="relative flex min-h-16 items-center gap-3 rounded-md border border-dashed border-field px-4 py-3 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:bg-hover">
        <FileKey className="text-ink-3" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{name ?? 'Account file'}</span>
          <span className="block text-small text-ink-3">{file ? contents(file) : 'Choose it or drop it here'}</span>
        </span>
        <input
          type="file"
          accept=".json,application/json"
          // It lies over all of it: browsers let files be dropped on such an input.
          className="absolute inset-0 cursor-pointer opacity-0"
          aria-label="Account file"
          aria-describedby={lineId(id)}
          aria-invalid={wrong !== undefined || undefined}
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </div>
      <div id={lineId(id)} role={wrong === undefined ? undefined : 'alert'} className={wrong ? 'problem' : 'help'}>
        {wrong ?? 'The JSON that polkadot{.js} and other wallets export, of one account or of several.'}
      </div>
    </div>
  )
}

const contents = ({ batch, accounts }: OpenedFile) =>
  batch ? `Several accounts: ${accounts.map(({ name }) => name || 'unnamed').join(', ')}` : 'One account'
