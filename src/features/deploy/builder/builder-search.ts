export const builderViews = ['form', 'json', 'yaml', 'terraform'] as const

/** How the plan is written in the middle. */
export type BuilderView = (typeof builderViews)[number]

/** What the address says: the draft's id, the chosen workload's spot, the view. */
export type BuilderSearch = { draft?: string; at?: string; view?: BuilderView }

/** What cannot be read is left out. */
export const readBuilderSearch = ({ draft, at, view }: Record<string, unknown>): BuilderSearch => ({
  ...(draft !== undefined && { draft: String(draft) }),
  ...(at !== undefined && { at: String(at) }),
  ...(builderViews.some((one) => one === view) && { view: view as BuilderView }),
})
