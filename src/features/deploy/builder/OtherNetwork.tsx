import type { Draft } from '#queries/drafts.ts'
import { chooseNetwork, useNetwork, useNetworks } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'

/** Says that the draft is of another network than the one that is shown: nodes have other numbers there. */
export function OtherNetwork({ draft }: { draft: Draft }) {
  const shown = useNetwork()
  const known = useNetworks().find(({ id }) => id === draft.network)
  if (draft.network === shown.id) return null
  return (
    <div className="px-4 pt-3 pb-3 rail:px-6">
      <Notice
        tone="warn"
        action={
          known && (
            <Button size="small" onClick={() => chooseNetwork(known.id)}>
              Switch to {known.name}
            </Button>
          )
        }
      >
        <b>This draft is for {known?.name ?? `the network “${draft.network}”`}.</b> You are looking at {shown.name},
        where its nodes are others.
      </Notice>
    </div>
  )
}
