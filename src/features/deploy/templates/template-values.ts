import type { Answers } from '#domain/plan/template.ts'

/** What the form of a template holds. */
export type TemplateValues = { name: string; answers: Answers }
