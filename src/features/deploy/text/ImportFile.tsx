import { FileUp } from 'lucide-react'
import { useState } from 'react'

const mostBytes = 5_000_000

/** A file, chosen or dropped. Gives its text. */
export function ImportFile({ onText }: { onText: (text: string) => void }) {
  const [file, setFile] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const open = async (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen.name)
    if (chosen.size > mostBytes) return setProblem('This file is too large to be a plan.')
    setProblem(undefined)
    onText(await chosen.text())
  }
  return (
    <label className="relative flex flex-col items-center gap-1 rounded-md border border-dashed border-field px-4 py-6 text-center focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:bg-hover">
      <FileUp className="text-ink-3" />
      <span className="font-medium wrap-anywhere">{file ?? 'Choose a file, or drop it here'}</span>
      <span className="text-small text-ink-3">JSON or YAML: a plan, or deployments as nodes give them</span>
      {problem !== undefined && <span className="problem">{problem}</span>}
      {/* Over all of it, unseen: browsers take what is dropped on it. */}
      <input
        type="file"
        className="absolute inset-0 cursor-pointer opacity-0"
        aria-label="File with a plan"
        accept=".json,.yaml,.yml,.txt,application/json,application/yaml"
        onChange={(event) => void open(event.target.files?.[0])}
      />
    </label>
  )
}
