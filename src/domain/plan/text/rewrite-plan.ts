import { parseDocument, visit, type Document } from 'yaml'
import type { Plan } from '../plan.ts'
import type { Path } from './shaped.ts'
import { printYaml, writePlan } from './write-plan.ts'

/**
 * The YAML of a plan, in the words of a text that says `before`: its comments, blank lines and order stay where nothing
 * changed. A text that is no plan of ours, or that has aliases, is written anew.
 */
export function rewritePlan(text: string, before: Plan, after: Plan): string {
  const document = parseDocument(text, { intAsBigInt: true, compat: 'yaml-1.1' })
  if (!document.has('nodes') || hasAliases(document)) return writePlan(after, 'yaml')
  patch(document, [], before, after)
  return printYaml(document)
}

/** What is said once and meant in several places cannot be changed in one of them. */
function hasAliases(document: Document): boolean {
  let found = false
  visit(document, { Alias: () => ((found = true), visit.BREAK) })
  return found
}

/** Makes what stands at a path say `after` where it says `before`. Lists that got longer or shorter are written anew. */
function patch(document: Document, path: Path, before: unknown, after: unknown): void {
  if (before === after) return
  const both = [before, after].every((value) => typeof value === 'object' && value !== null)
  const sameKind = Array.isArray(before) === Array.isArray(after)
  if (!both || !sameKind || (Array.isArray(before) && before.length !== (after as unknown[]).length))
    return document.setIn(path, document.createNode(after, { aliasDuplicateObjects: false }))
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>]
  for (const name of Object.keys(was)) if (!Object.hasOwn(is, name)) document.deleteIn([...path, name])
  for (const name of Object.keys(is))
    patch(document, [...path, Array.isArray(before) ? Number(name) : name], was[name], is[name])
}
