/** What a cell of a CSV file can hold. Numbers stay numbers: their unit belongs in the header. */
export type CsvValue = string | number | boolean | undefined

/** What a spreadsheet would run as a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/

function field(value: CsvValue): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as RFC 4180 wants them. A text that would be run as a formula is led by an apostrophe. */
export const toCsv = (rows: readonly (readonly CsvValue[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
