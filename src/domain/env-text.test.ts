import { expect, test } from 'vitest'
import { envNameProblem, isSecretName, readEnv } from './env-text.ts'

const pairs = (text: string) => readEnv(text).variables.map(({ key, value }) => [key, value])

test.each([
  ['a plain value', 'TZ=Europe/Brussels', [['TZ', 'Europe/Brussels']]],
  ['spaces around', '  TZ = Europe/Brussels  ', [['TZ', 'Europe/Brussels']]],
  ['nothing', 'EMPTY=', [['EMPTY', '']]],
  ['more than one =', 'QUERY=a=1&b=2', [['QUERY', 'a=1&b=2']]],
  [
    'comments and blank lines',
    '# first\n\nA=1 # one\nB=#2',
    [
      ['A', '1'],
      ['B', ''],
    ],
  ],
  ['a # without a space before it', 'COLOR=a#fff', [['COLOR', 'a#fff']]],
  [
    'export',
    'export A=1\nexport  B=2',
    [
      ['A', '1'],
      ['B', '2'],
    ],
  ],
  [
    'lines of Windows',
    'A=1\r\nB="2"\r\n',
    [
      ['A', '1'],
      ['B', '2'],
    ],
  ],
  ['a byte order mark', '\uFEFFA=1', [['A', '1']]],
  ['single quotes, taken as they are', String.raw`A='a "b" \n $C # d'`, [['A', String.raw`a "b" \n $C # d`]]],
  ['double quotes with escapes', String.raw`A="a\n\"b\"\t\$C \\ \x"`, [['A', 'a\n"b"\t$C \\ \\x']]],
  ['a comment after quotes', `A="1" # one`, [['A', '1']]],
  [
    'quotes over lines',
    'KEY="-----BEGIN\n  abc  \n-----END"\nB=2',
    [
      ['KEY', '-----BEGIN\n  abc  \n-----END'],
      ['B', '2'],
    ],
  ],
  ['single quotes over lines of Windows', "A='one\r\ntwo'", [['A', 'one\ntwo']]],
  ['backticks', 'A=`it\'s "so"`', [['A', 'it\'s "so"']]],
  [
    'a name twice, of which the last counts',
    'A=1\nB=2\nA=3',
    [
      ['A', '3'],
      ['B', '2'],
    ],
  ],
  ['names with dots and dashes', 'a.b-c=1', [['a.b-c', '1']]],
] as const)('reads %s', (_, text, expected) => {
  expect(pairs(text)).toEqual(expected)
  expect(readEnv(text).unread).toEqual([])
})

test.each([
  ['no =', 'A=1\nnonsense', 2, 'There is no NAME=value in it'],
  ['a name with a space', 'MY NAME=1', 1, 'There is no NAME=value in it'],
  ['a name that begins with a digit', '1A=2', 1, '“1A” is no name for a variable'],
  ['a quote that never ends', 'A="1\nB=2', 1, 'The " that it begins with never ends'],
  ['words after a quote', `A='1' 2`, 1, 'Something stands after the closing quote'],
])('tells of %s, and reads on', (_, text, line, words) => {
  expect(readEnv(text).unread).toEqual([{ line, text: text.split('\n')[line - 1], words }])
  expect(pairs(`${text}\nC=3`)).toContainEqual(['C', '3'])
})

test.each([
  ['PASSWORD', true],
  ['db_pass', true],
  ['API_TOKEN', true],
  ['SECRET', true],
  ['AWS_ACCESS_KEY', true],
  ['SSH_KEY', false],
  ['PUBLIC_KEY', false],
  ['TZ', false],
])('hides the value of %s: %s', (key, hidden) => expect(isSecretName(key)).toBe(hidden))

test.each([
  ['TZ', undefined],
  ['', 'Give it a name'],
  ['1A', 'Use letters, digits and _; begin with no digit'],
  ['A B', 'Use letters, digits and _; begin with no digit'],
])('“%s” as a name: %s', (key, problem) => expect(envNameProblem(key)).toBe(problem))
