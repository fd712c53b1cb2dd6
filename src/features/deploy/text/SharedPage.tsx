import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { newDraft } from '#queries/drafts.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { Button } from '#ui/Button.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { chance } from '#features/deploy/forms/chance.ts'
import { findInLink } from './found.ts'
import { FoundPlan } from './FoundPlan.tsx'

/** Where a link to a plan leads: what is in it, and the way to make it one's own. */
export function SharedPage() {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const network = useNetwork()
  const shared = useQuery({
    queryKey: ['shared', hash],
    queryFn: () => findInLink(`#${hash}`, chance),
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <Page
      title="A plan for you"
      layout="narrow"
      lead={<p className="text-ink-2">Somebody sent you a link to it. Nothing is deployed before you sign.</p>}
    >
      <Loaded from={shared} explain={explain}>
        {(found) => (
          <div className="flex flex-col gap-4">
            <FoundPlan found={found} />
            {'plan' in found && (
              <span>
                <Button
                  variant="primary"
                  onClick={async () => {
                    const draft = await newDraft(network.id, found.plan)
                    await navigate({ to: '/deploy', search: { draft } })
                  }}
                >
                  Make it a draft of mine
                </Button>
              </span>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}
