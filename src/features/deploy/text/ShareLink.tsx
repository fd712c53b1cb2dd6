import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import { shared, toFillIn, type Shared } from '#domain/plan/text/shared.ts'
import { longestLink, planLink } from '#queries/share-link.ts'
import { CopyLine } from '#ui/CopyLine.tsx'
import { Notice } from '#ui/Notice.tsx'

export function ShareLink({ plan }: { plan: Plan }) {
  const id = useId()
  const [keepsKeys, setKeepsKeys] = useState(false)
  const open = shared(plan, keepsKeys)
  const hasKeys = shared(plan, false).without.some(({ kind }) => kind === 'person')
  const link = useQuery({
    // What is in it stands in the link itself, without any secret.
    queryKey: [
      'share-link',
      JSON.stringify(open, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)),
    ],
    queryFn: () => planLink(open),
    gcTime: 0,
    staleTime: Infinity,
  }).data
  return (
    <div className="flex flex-col gap-3">
      <LeftOut of={open} />
      {hasKeys && (
        <label className="check" htmlFor={id}>
          <input id={id} type="checkbox" checked={keepsKeys} onChange={(event) => setKeepsKeys(event.target.checked)} />
          Leave my public SSH keys in: they are no secret, but may say who I am
        </label>
      )}
      {link !== undefined &&
        (link.length > longestLink ? (
          <Notice tone="warn">
            This plan makes a link of {link.length.toLocaleString('en')} characters, more than most programs pass on.
            Send the file instead.
          </Notice>
        ) : (
          <CopyLine value={link} what="the link" />
        ))}
    </div>
  )
}

function LeftOut({ of }: { of: Shared }) {
  const missing = toFillIn(of)
  const makesKeys = of.without.some(({ kind }) => kind === 'made')
  return (
    <Notice>
      {makesKeys && <p>Keys of networks stay here: who opens the link gets new ones.</p>}
      <p>
        {missing.length === 0
          ? 'Nothing else in it looks like a secret.'
          : `Left out, for others to fill in: ${missing.join('; ')}.`}{' '}
        Look it through all the same.
      </p>
    </Notice>
  )
}
