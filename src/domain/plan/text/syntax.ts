import { visit, type Document, type ErrorCode, type YAMLError } from 'yaml'

/** What keeps a text from being read at all, and from which character on. */
export type Slip = { at: number; words: string }

/** What is no YAML, in words for a person. */
export const slipOf = ({ code, message, pos: [at] }: YAMLError): Slip => ({ at, words: words[code] ?? `${message}.` })

const words: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT:
    'This line does not stand under what it belongs to: look at its indentation, and at brackets that stay open.',
  TAB_AS_INDENT: 'Indent by spaces: YAML takes no tabs.',
  DUPLICATE_KEY: 'This name stands twice in the same place. Nodes would take the last: remove one.',
  MULTIPLE_DOCS: 'There are several documents in it. Keep one.',
  BAD_ALIAS: 'This alias stands for nothing: there is no anchor of its name.',
  RESOURCE_EXHAUSTION: 'Too much is nested in it.',
  MULTILINE_IMPLICIT_KEY: 'A comma or a quote is missing at the end of this line.',
  KEY_OVER_1024_CHARS: 'This name is too long.',
  BAD_DQ_ESCAPE: 'There is a backslash in this text that nobody understands. Write two for one.',
  BLOCK_IN_FLOW: 'Lists and members with dashes and indentation cannot stand inside brackets.',
}

/** What YAML lets pass and JSON does not: names and texts without quotes, values that were left out. */
export function jsonSlips(document: Document): Slip[] {
  const slips: Slip[] = []
  visit(document, {
    Scalar(_, { type, source = '', range }) {
      const at = range?.[0] ?? 0
      if (type === 'QUOTE_DOUBLE' || jsonWord.test(source)) return
      const shown = source.length > 40 ? `${source.slice(0, 40)}…` : source
      slips.push({
        at,
        words:
          source === ''
            ? 'A value is missing here.'
            : `JSON wants text and names in double quotes, and commas between members: look at ${shown.replaceAll(/\s+/g, ' ')}`,
      })
    },
    Collection(_, node) {
      if (!node.flow) slips.push({ at: node.range?.[0] ?? 0, words: 'JSON begins with { or [.' })
    },
  })
  return slips
}

const jsonWord = /^(-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?|true|false|null)$/
