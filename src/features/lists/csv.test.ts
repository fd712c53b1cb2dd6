import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('rows end as RFC 4180 says, and what would break a cell is quoted', () => {
  const rows = [
    ['Node', 'Farm', 'Memory (bytes)'],
    [7, 'Moss, "the" farm', 134966038528],
    [9, 'Two\nlines', undefined],
  ]
  expect(toCsv(rows)).toBe('Node,Farm,Memory (bytes)\r\n7,"Moss, ""the"" farm",134966038528\r\n9,"Two\nlines",\r\n')
})

test.each([
  ['=1+1', "'=1+1"],
  ['+31 20', "'+31 20"],
  ['-cmd', "'-cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['a=b', 'a=b'],
])('a farm called %j runs nothing in a spreadsheet', (name, written) => {
  expect(toCsv([[name]])).toBe(`${written}\r\n`)
})

test('a number below zero is a number', () => {
  expect(toCsv([[-1, true]])).toBe('-1,true\r\n')
})
