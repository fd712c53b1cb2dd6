import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { draftList } from '#queries/drafts.ts'
import { useNetwork } from '#queries/networks.ts'
import { Ago } from '#ui/Ago.tsx'
import { SignedAgo } from './SignedAgo.tsx'

/** What was begun with this deployment and does not run yet; nothing while nothing was. */
export function DraftsHere({ name, solution }: { name: string; solution: string }) {
  const network = useNetwork()
  const drafts = (useQuery(draftList).data ?? []).filter(
    (one) => one.network === network.id && one.name === name && one.solution === solution,
  )
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="drafts" className="pt-5">
      <h2 id="drafts" className="pb-1 text-section">
        Drafts
      </h2>
      <ul aria-label="Drafts of this deployment">
        {drafts.map(({ id, changedAt, signed }) => (
          <li key={id} className="flex items-baseline gap-3 border-t border-line py-2 first:border-t-0">
            <Link to="/deploy" search={{ draft: id }} className="link min-w-0 wrap-anywhere">
              {name}
            </Link>
            <span className="text-small text-ink-3">
              changed <Ago atMs={changedAt} />
            </span>
            {signed && <SignedAgo {...signed} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
