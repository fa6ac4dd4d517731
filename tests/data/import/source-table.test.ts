import { describe, expect, it } from 'vitest'
import { lookAt } from '@/data/import/import'
import { sourceAt } from '@/data/import/source-table'
import { given as report, html, PLAIN, tablesOf, text } from '../../reading/documents'
import { odt, rtf } from '../../reading/containers'
import { docx } from '../../reading/docx'
import { pdf } from '../../reading/pdf'
import { file } from './given'

const REPORT = report(7)
const TABLES = tablesOf(REPORT, PLAIN, 7)

const laidOut = (rows: readonly (readonly { readonly rowSpan: number; readonly columnSpan: number }[])[]): number => rows.flat().reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0)

describe("a document's own table", () => {
  it.each([
    ['a web page', file('a.html', html(REPORT, TABLES, 'tidy', 7))],
    ['a page of Word', file('w.html', html(REPORT, TABLES, 'word', 7))],
    ['a Word file', file('a.docx', docx(REPORT, TABLES))],
    ['an open document', file('a.odt', odt(REPORT, TABLES))],
    ['rich text', file('a.rtf', rtf(REPORT, TABLES))],
    ['a PDF', file('a.pdf', pdf(REPORT, TABLES, true))],
    ['a PDF without rulings', file('b.pdf', pdf(REPORT, TABLES, false))],
    ['a text of lines', file('a.txt', text(REPORT, TABLES, 'lines'))],
    ['a text of bars', file('b.txt', text(REPORT, TABLES, 'pipes'))],
  ])('of %s has each number of the form where its place says', async (_, document) => {
    const [look] = await lookAt([document])
    const lines = look!.read!.lines.filter(({ figure, text: said, place }) => figure !== '' && REPORT.figures.has(figure) && /^\d+$/.test(said) && / c\d/.test(place))
    expect(lines.length).toBeGreaterThan(150)
    for (const { figure, text: said, place } of lines) {
      const table = await sourceAt([document], look!.name, place)
      const here = table!.rows.flat().filter((cell) => cell.here)
      expect([figure, here.map((cell) => cell.text.replaceAll(/\D/g, ''))]).toEqual([figure, [said]])
    }
    const { rows } = (await sourceAt([document], look!.name, lines[0]!.place))!
    expect(laidOut(rows) % rows.length).toBe(0)
  }, 60_000)

  it('is read again where it was not read lately, and is none where the place or the document names none', async () => {
    const document = file('new.html', html(REPORT, TABLES, 'tidy', 8))
    const table = await sourceAt([document], 'new.html', 't2')
    expect([table?.beside, (await sourceAt([document], 'new.html', 't2 r3'))?.beside, (await sourceAt([document], 'new.html', 't2 r3 c1'))?.beside]).toEqual([null, 3, null])
    expect(table!.rows.flat().some(({ here }) => here)).toBe(false)
    expect(table!.rows.flat().map((cell) => cell.text).join('')).toContain('自然人')
    expect([await sourceAt([document], 'new.html', 't99 r1 c1'), await sourceAt([document], 'new.html', 'l4'), await sourceAt([document], 'other.html', 't1')]).toEqual([null, null, null])
  })

  it('has every cell of a table once, with those that it reaches over', async () => {
    const page = html(REPORT, TABLES, 'tidy', 7).replace('</body>', '<table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></table></body>')
    const found = await Promise.all([1, 2, 3, 4, 5].map((n) => sourceAt([file('m.html', page)], 'm.html', `t${n} r2 c3`)))
    const last = found.findLast((table) => table !== null)!
    expect(last.rows.map((row) => row.map((cell) => [cell.text, cell.rowSpan, cell.columnSpan, cell.here]))).toEqual([[['a', 2, 1, false], ['b', 1, 2, false]], [['c', 1, 1, false], ['d', 1, 1, true]]])
  })
})
