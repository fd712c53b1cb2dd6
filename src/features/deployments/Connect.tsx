import { ExternalLink } from 'lucide-react'
import type { Address } from '#domain/addresses.ts'
import { buttonClass } from '#ui/Button.tsx'
import { CopyLine } from '#ui/CopyLine.tsx'

type Reached = { name: string; addresses: Address[] }

/** How to reach one machine, each way as a line to copy. */
export const Connect = ({ addresses }: { addresses: Address[] }) => (
  <ConnectAll of={addresses.length > 0 ? [{ name: '', addresses }] : []} />
)

/** How to reach what runs. Of one thing alone its name is not said again. */
export const ConnectAll = ({ of: all }: { of: Reached[] }) =>
  all.length > 0 && (
    <section aria-labelledby="connect">
      <div className="flex items-baseline gap-3 pb-3">
        <h2 id="connect" className="text-section">
          Connect
        </h2>
        <span className="ml-auto text-small text-ink-3">Addresses as the node reported them</span>
      </div>
      <div className="flex flex-col gap-5">
        {all.map(({ name, addresses }) => (
          <div key={name}>
            {all.length > 1 && <h3 className="pb-2 font-medium">{name}</h3>}
            <Addresses of={addresses} what={all.length > 1 ? name : undefined} />
          </div>
        ))}
      </div>
    </section>
  )

const Addresses = ({ of: addresses, what }: { of: Address[]; what: string | undefined }) => (
  <ul className="flex flex-col gap-3">
    {addresses.map(({ name, over, line, href }) => (
      <li key={`${name} ${line}`} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[112px_minmax(0,1fr)]">
        <span>
          <span className="block font-medium">{name}</span>
          <span className="block text-small text-ink-3">{over}</span>
        </span>
        <span className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 flex-1">
            <CopyLine value={line} what={[what, name, 'line'].filter(Boolean).join(' ')} />
          </span>
          {href !== undefined && (
            <a
              href={href}
              target="_blank"
              rel="noreferrer"
              className={buttonClass({ variant: 'ghost', size: 'small', icon: true })}
              aria-label={`Open ${line}`}
            >
              <ExternalLink />
            </a>
          )}
        </span>
      </li>
    ))}
  </ul>
)
