import { expect, it } from 'vitest'
import { readReports } from '@/reading'
import { odt, rtf } from './containers'
import { given, html, PLAIN, tablesOf, text, type Rows, type Tables } from './documents'
import { docx } from './docx'
import { pdf } from './pdf'

// Blanks by other names before the numbers of cells: as a page shows them that was escaped twice, and among the characters for private use.

const REPORT = given(7)
const PLAINLY = tablesOf(REPORT, PLAIN, 7)
const withBlank = (blank: string): Tables => {
  const marked = (rows: Rows): Rows => rows.map((cells) => cells.map((cell, at) => (at % 2 === 1 && /^-?\d/.test(cell.text) ? { ...cell, text: `${blank}${cell.text}` } : cell)))
  return { proactive: marked(PLAINLY.proactive), requests: marked(PLAINLY.requests), reviews: marked(PLAINLY.reviews) }
}
const encode = (written: string): Uint8Array => new TextEncoder().encode(written)
const TABLES = ['\ue5e5', '\ue5e4', '\ue004'].map(withBlank)
const [WIDE] = TABLES as [Tables, ...Tables[]]

it.each([
  ...TABLES.map((tables) => ['a.html', encode(html(REPORT, tables, 'tidy'))] as const),
  ['a.html', encode(html(REPORT, WIDE, 'word').replaceAll('\ue5e5', '&#xE5E5;'))],
  ['a.html', encode(html(REPORT, withBlank('&nbsp;'), 'tidy').replace(/&nbsp;/g, '&amp;nbsp;'))],
  ['a.html', encode(html(REPORT, withBlank('&nbsp;'), 'tidy').replace(/(?:&amp;|&)nbsp;/g, '&amp;#160;'))],
  ['a.docx', docx(REPORT, WIDE)],
  ['a.odt', odt(REPORT, WIDE)],
  ['a.rtf', rtf(REPORT, WIDE)],
  ['a.pdf', pdf(REPORT, WIDE)],
  ['a.pdf', pdf(REPORT, withBlank('\0'))],
  ['a.txt', encode(text(REPORT, WIDE, 'tabs'))],
  ['a.txt', encode(text(REPORT, withBlank('&nbsp;'), 'tabs'))],
] as const)('%s, %#', async (name, bytes) => {
  const { reports } = await readReports({ name, bytes })
  expect(Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell && cell.value]))).toEqual(Object.fromEntries(REPORT.figures))
})
