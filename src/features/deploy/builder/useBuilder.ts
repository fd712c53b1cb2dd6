import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useReducer, useState } from 'react'
import { useNeed } from '#features/account/NeedsKey.tsx'
import { planChecks } from '#domain/plan/checks/plan-checks.ts'
import { removeWorkload } from '#domain/plan/edit.ts'
import type { PlanFacts } from '#domain/plan/facts.ts'
import { withKindsFor } from '#domain/plan/kinds.ts'
import { planNetworks } from '#domain/plan/networking.ts'
import { placed, sameSpot, spotText, workloadAt, type Plan, type Spot } from '#domain/plan/plan.ts'
import { dependants, isMachine } from '#domain/plan/references.ts'
import { usePlanFacts } from '#queries/plan-facts.ts'
import type { Draft } from '#queries/drafts.ts'
import { chance } from '#features/deploy/forms/chance.ts'
import { focusSpot, type Where } from './focus-spot.ts'
import { begin, step } from './history.ts'
import { useAutosave } from './useAutosave.ts'
import { useHistoryKeys } from './useHistoryKeys.ts'

/** A draft as it is worked on: what stands in it, what is known of it, and what can be done to it. */
export type Builder = ReturnType<typeof useBuilder>

/** @param wanted the workload that the address names */
export function useBuilder(draft: Draft, wanted: Spot | undefined) {
  const navigate = useNavigate({ from: '/deploy' })
  const [history, tell] = useReducer(step, draft.plan, begin)
  const [renaming, setRenaming] = useState<{ at: Spot; where: Where }>()
  const [choosing, setChoosing] = useState<number>()
  const [removing, setRemoving] = useState<{ at: Spot; where: Where }>()
  const plan = history.present
  const facts = usePlanFacts(plan, useNeed())
  const checks = planChecks(plan, facts)
  const saved = useAutosave(draft, plan)
  const at = wanted && workloadAt(plan, wanted) ? wanted : firstOf(plan)
  const undo = useCallback(() => tell({ kind: 'undo' }), [])
  const redo = useCallback(() => tell({ kind: 'redo' }), [])
  useHistoryKeys(undo, redo)

  const choose = (at: Spot | undefined) =>
    void navigate({
      to: '/deploy',
      search: (search) => ({ ...search, at: at && spotText(at) }),
      replace: true,
    })
  useSettled(plan, facts, (settled) => {
    tell({ kind: 'settle', from: plan, plan: settled })
    const moved = at && follow(plan, settled, at)
    if (moved && !sameSpot(moved, at)) choose(moved)
  })
  /** One step. `at` is what to look at then. */
  const change = (next: Plan, at?: Spot) => {
    tell({ kind: 'change', plan: next, at: Date.now() })
    if (at) choose(at)
  }
  const takeAway = (at: Spot, where: Where) => {
    const all = placed(plan)
    const i = all.findIndex((one) => sameSpot(one.at, at))
    const less = removeWorkload(plan, at)
    const next = placed(less)[Math.min(i, all.length - 2)]?.at
    setRemoving(undefined)
    tell({ kind: 'change', plan: less, at: Date.now() })
    choose(next)
    if (next) focusSpot(next, where)
  }
  return {
    draft,
    plan,
    facts,
    checks,
    saved,
    at,
    choose,
    change,
    /** Goes on from what another tab wrote, as one step. */
    take: (theirs: Plan) => {
      saved.holds(theirs)
      change(theirs)
    },
    undo: history.past.length > 0 ? undo : undefined,
    redo: history.future.length > 0 ? redo : undefined,
    /** Which of the plan's nodes another one is chosen for. */
    choosing,
    chooseNodeFor: setChoosing,
    renaming,
    rename: (at: Spot, where: Where) => setRenaming({ at, where }),
    endRename: () => setRenaming(undefined),
    removing,
    /** Asks first when something would miss it. */
    remove: (at: Spot, where: Where) =>
      dependants(plan, at).length > 0 ? setRemoving({ at, where }) : takeAway(at, where),
    takeAway,
    endRemove: () => setRemoving(undefined),
  }
}

/** What to look at when nothing was chosen: a machine, it tells most of what the plan is for. */
function firstOf(plan: Plan): Spot | undefined {
  const all = placed(plan)
  return (all.find(({ workload }) => isMachine(workload)) ?? all[0])?.at
}

/** What follows from the chosen nodes is written into the plan as soon as they tell. */
function useSettled(plan: Plan, facts: PlanFacts, settle: (plan: Plan) => void) {
  const settled = settledBy(facts, plan)
  useEffect(function writeWhatFollows() {
    if (settled !== plan) settle(settled)
  })
}

/** Workloads of the kinds that their nodes take, in networks that know each other. */
function settledBy(facts: PlanFacts, plan: Plan): Plan {
  const ofKind = plan.nodes.reduce((so, { node }, i) => {
    const known = node === null ? undefined : facts.nodes.get(node)
    const features = known?.features.data ?? known?.node.data?.features
    return features ? withKindsFor(so, i, features, chance) : so
  }, plan)
  return planNetworks(ofKind, facts, chance)
}

/** Where a workload stands after others came or went around it. */
function follow(before: Plan, after: Plan, at: Spot): Spot | undefined {
  const { name } = workloadAt(before, at)!
  if (workloadAt(after, at)?.name === name) return at
  return placed(after).find((one) => one.at.node === at.node && one.workload.name === name)?.at
}
