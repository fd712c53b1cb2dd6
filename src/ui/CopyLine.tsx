import { CopyButton } from './CopyButton.tsx'

/** One line to take along: whole on hover, copied by one press. */
export const CopyLine = ({ value, what }: { value: string; what: string }) => (
  <div className="copyline">
    <span className="min-w-0 flex-1 truncate" title={value}>
      {value}
    </span>
    <CopyButton value={value} what={what} />
  </div>
)
