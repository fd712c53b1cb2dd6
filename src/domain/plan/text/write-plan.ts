import { Document, visit } from 'yaml'
import { exactJson, indentJson } from '#domain/json-text.ts'
import type { Plan } from '../plan.ts'
import type { Format } from './read-plan.ts'

/** The text of a plan, which `readPlan` reads back to the same: every member, every digit, in its order. */
export const writePlan = (plan: Plan, format: Format): string => (format === 'json' ? toJson(plan) : toYaml(plan))

// Older readers of YAML take more words for booleans, dates and numbers than its present version: those get quotes too.
const toYaml = (plan: Plan) => printYaml(new Document(plan, { compat: 'yaml-1.1', aliasDuplicateObjects: false }))

/** The text of a document, in which every text of it is read back to the same. */
export function printYaml(document: Document): string {
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && blankEdge.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE'
    },
  })
  // Quoted texts stay on one line: broken ones come out changed when a line of them begins with a space (yaml 2.9.1).
  return document.toString({ lineWidth: 0, doubleQuotedAsJSON: true })
}

/** Blanks at an end of the text or of a line, which blocks of several lines lose at times (yaml 2.9.1). */
const blankEdge = /^\s|[^\S\n]\n|\n\n$/

const toJson = (plan: Plan): string => `${indentJson(exactJson(plan))}\n`
