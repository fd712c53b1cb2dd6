import { useId } from 'react'
import { chance } from '#features/deploy/forms/chance.ts'
import { findInLink, findInText, type ImportProps } from './found.ts'
import { FoundPlan } from './FoundPlan.tsx'
import { ImportFile } from './ImportFile.tsx'
import { ImportRunning } from './ImportRunning.tsx'

/** Where a plan is, and what was found there. */
export function ImportFields({ source, found, onFound }: ImportProps) {
  const id = useId()
  const read = (text: string) => onFound(text.trim() === '' ? undefined : findInText(text))
  const follow = async (link: string) => onFound(link.trim() === '' ? undefined : await findInLink(link, chance))
  return (
    <>
      {source === 'file' && <ImportFile onText={read} />}
      {source === 'text' && (
        <div>
          <label htmlFor={id} className="label">
            JSON or YAML
          </label>
          <textarea
            id={id}
            className="input mono h-48 w-full resize-y"
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => read(event.target.value)}
          />
        </div>
      )}
      {source === 'link' && (
        <div>
          <label htmlFor={id} className="label">
            Link to a plan
          </label>
          <span className="input">
            <input id={id} type="url" autoComplete="off" onChange={(event) => void follow(event.target.value)} />
          </span>
        </div>
      )}
      {source === 'running' && <ImportRunning onFound={onFound} />}
      {found && <FoundPlan found={found} />}
    </>
  )
}
