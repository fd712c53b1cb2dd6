import { useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { useState } from 'react'
import type { Check } from '#domain/plan/check.ts'
import { placed, spotText, workloadAt, type Spot } from '#domain/plan/plan.ts'
import { DraftConflict } from '#features/deploy/drafts/DraftConflict.tsx'
import { ReviewPane } from '#features/deploy/review/ReviewPane.tsx'
import { SignDialog } from '#features/deploy/review/SignDialog.tsx'
import type { Draft } from '#queries/drafts.ts'
import { useNetwork } from '#queries/networks.ts'
import { BuilderFoot } from './BuilderFoot.tsx'
import { BuilderHead } from './BuilderHead.tsx'
import type { BuilderView } from './builder-search.ts'
import { FormPane } from './FormPane.tsx'
import { GraphPane } from './GraphPane.tsx'
import { ListPane } from './ListPane.tsx'
import { NodeDialog } from './NodeDialog.tsx'
import { OtherNetwork } from './OtherNetwork.tsx'
import { PaneSwitch, type Pane } from './PaneSwitch.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { useBuilder } from './useBuilder.ts'

type Props = { draft: Draft; at: Spot | undefined; view: BuilderView }

/** The builder: what is in the plan, the form of one of it, and what it comes to. Panes that do not fit take turns. */
export function BuilderPanes({ draft, at, view }: Props) {
  const builder = useBuilder(draft, at)
  const { plan, facts, checks, choosing } = builder
  const network = useNetwork()
  const navigate = useNavigate({ from: '/deploy' })
  const all = placed(plan)
  const [pane, setPane] = useState<Pane>(all.length === 0 ? 'list' : 'form')
  const [focusField, setFocusField] = useState<string>()
  const [signing, setSigning] = useState(false)
  const show = ({ at: spot, field, node }: Check) => {
    if (!spot) return builder.chooseNodeFor(node)
    void navigate({ to: '/deploy', search: (now) => ({ ...now, at: spotText(spot), view: undefined }), replace: true })
    setPane('form')
    // Anew each time: the same field may be asked for twice.
    setFocusField(undefined)
    setTimeout(() => setFocusField(field))
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <title>{`${plan.name}, draft · ZOS Dashboard`}</title>
      <BuilderHead builder={builder} />
      <OtherNetwork draft={draft} />
      <DraftConflict id={draft.id} plan={plan} onPlan={builder.take} />
      <PaneSwitch
        pane={pane}
        workloads={all.length}
        chosen={builder.at && workloadAt(plan, builder.at)?.name}
        checks={checks}
        onChange={setPane}
      />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] rail:grid-cols-[minmax(0,1fr)_320px] wide:grid-cols-[248px_minmax(0,1fr)_320px] min-[1360px]:grid-cols-[264px_minmax(0,1fr)_344px]">
        <div
          className={clsx(
            'flex min-h-0 flex-col bg-sunken wide:border-r wide:border-line',
            pane !== 'list' && 'max-wide:hidden',
          )}
        >
          <div className="min-h-0 flex-1 overflow-y-auto">
            <ListPane builder={builder} onOpen={() => setPane('form')} />
          </div>
          {all.length > 1 && <GraphPane builder={builder} />}
        </div>
        <div
          className={clsx(
            '@container min-h-0 min-w-0 overflow-y-auto',
            pane === 'list' && 'max-wide:hidden',
            pane === 'review' && 'max-rail:hidden',
          )}
        >
          <FormPane builder={builder} view={view} focusField={focusField} />
        </div>
        <div
          className={clsx(
            'flex min-h-0 min-w-0 flex-col rail:border-l rail:border-line',
            pane !== 'review' && 'max-rail:hidden',
          )}
        >
          <ReviewPane
            plan={plan}
            facts={facts}
            checks={checks}
            onShow={show}
            onPlan={builder.change}
            onSign={() => setSigning(true)}
          />
        </div>
      </div>
      {pane !== 'review' && <BuilderFoot builder={builder} onReview={() => setPane('review')} />}
      {choosing !== undefined && plan.nodes[choosing] && (
        <NodeDialog builder={builder} node={choosing} onClose={() => builder.chooseNodeFor(undefined)} />
      )}
      <RemoveDialog builder={builder} />
      {signing && <SignDialog draft={draft.id} plan={plan} network={network} onBack={() => setSigning(false)} />}
    </div>
  )
}
