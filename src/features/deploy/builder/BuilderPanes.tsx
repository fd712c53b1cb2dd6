import clsx from 'clsx'
import { useState } from 'react'
import { placed, workloadAt, type Spot } from '#domain/plan/plan.ts'
import type { Draft } from '#queries/drafts.ts'
import { BuilderHead } from './BuilderHead.tsx'
import type { BuilderView } from './builder-search.ts'
import { FormPane } from './FormPane.tsx'
import { GraphPane } from './GraphPane.tsx'
import { ListPane } from './ListPane.tsx'
import { OtherNetwork } from './OtherNetwork.tsx'
import { PaneSwitch, type Pane } from './PaneSwitch.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { useBuilder } from './useBuilder.ts'

type Props = { draft: Draft; at: Spot | undefined; view: BuilderView }

/** The builder: what is in the plan, the form of one of it, and what it comes to. Panes that do not fit take turns. */
export function BuilderPanes({ draft, at, view }: Props) {
  const builder = useBuilder(draft, at)
  const { plan } = builder
  const all = placed(plan)
  const [pane, setPane] = useState<Pane>(all.length === 0 ? 'list' : 'form')
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <title>{`${plan.name}, draft · ZOS Dashboard`}</title>
      <BuilderHead builder={builder} />
      <OtherNetwork draft={draft} />
      <PaneSwitch
        pane={pane}
        workloads={all.length}
        chosen={builder.at && workloadAt(plan, builder.at)?.name}
        checks={builder.checks}
        onChange={setPane}
      />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] wide:grid-cols-[248px_minmax(0,1fr)] min-[1360px]:grid-cols-[264px_minmax(0,1fr)]">
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
        <div className={clsx('@container min-h-0 min-w-0 overflow-y-auto', pane === 'list' && 'max-wide:hidden')}>
          <FormPane builder={builder} view={view} />
        </div>
      </div>
      <RemoveDialog builder={builder} />
    </div>
  )
}
