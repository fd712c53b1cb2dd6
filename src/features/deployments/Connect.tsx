import type { Address } from '#domain/addresses.ts'
import { CopyLine } from '#ui/CopyLine.tsx'

/** How to reach a machine, each way as a line to copy. */
export const Connect = ({ addresses }: { addresses: Address[] }) => (
  <section aria-labelledby="connect">
    <div className="flex items-baseline gap-3 pb-3">
      <h2 id="connect" className="text-section">
        Connect
      </h2>
      <span className="ml-auto text-small text-ink-3">Addresses as the node reported them</span>
    </div>
    <ul className="flex flex-col gap-3">
      {addresses.map(({ name, over, line }) => (
        <li key={name} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[112px_minmax(0,1fr)]">
          <span>
            <span className="block font-medium">{name}</span>
            <span className="block text-small text-ink-3">{over}</span>
          </span>
          <CopyLine value={line} what={`${name} line`} />
        </li>
      ))}
    </ul>
  </section>
)
