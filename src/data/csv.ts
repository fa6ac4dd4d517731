import type { Sheet } from '@/domain/sheet'

type Value = string | number | null

/** What a spreadsheet would read as a formula. Papa.unparse's own guard misses such a text when it has a line break, hence this writer. */
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/
const LINE_END = '\r\n'

/** A text that would be read as a formula gets an apostrophe before it; numbers are never touched; null is an empty cell. */
export function csvCell(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The sheet as CSV after RFC 4180: comma, CRLF, a heading line of column ids. No byte order mark. */
export function csvText(sheet: Sheet): string {
  const lines = [sheet.columns.map(({ id }) => csvCell(id)).join(',')]
  for (const row of sheet.rows) lines.push(row.map(csvCell).join(','))
  return lines.join(LINE_END) + LINE_END
}

/** The bytes of the file: UTF-8 with a byte order mark, which Excel needs to show Chinese. */
export const csvBytes = (sheet: Sheet): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`\uFEFF${csvText(sheet)}`)

/** What a download will hold, before it is made. */
export const csvSize = (sheet: Sheet): { readonly rows: number; readonly bytes: number } => ({ rows: sheet.rows.length, bytes: csvBytes(sheet).length })
