import type { Part } from '#queries/node-live.ts'
import { Facts } from '#ui/Facts.tsx'
import { LiveCard } from './LiveCard.tsx'

/** What the firmware says of the machine, part by part. */
export const HardwareCard = () => (
  <LiveCard title="Hardware, by its firmware" question="parts" lines={4}>
    {(parts) =>
      parts.length === 0 ? (
        <p className="py-1.5 text-ink-2">Its firmware tells nothing.</p>
      ) : (
        <ul>
          {parts.map((part, i) => (
            <li key={i} className="border-t border-line first:border-0">
              <details>
                <summary className="flex cursor-pointer justify-between gap-3 py-2 hover:text-accent">
                  <span className="whitespace-nowrap">{part.title}</span>
                  <span className="min-w-0 truncate text-ink-3">{gist(part)}</span>
                </summary>
                <div className="pb-2">
                  <Facts of={part.properties.map(({ name, values }) => [name, values.join(', ') || '–'])} />
                </div>
              </details>
            </li>
          ))}
        </ul>
      )
    }
  </LiveCard>
)

/** What tells one part from the next. */
function gist({ properties }: Part): string {
  const of = (wanted: string) => properties.find(({ name }) => name === wanted)?.values[0]
  return of('Product Name') ?? of('Version') ?? of('Size') ?? of('Vendor') ?? properties[0]?.values[0] ?? ''
}
