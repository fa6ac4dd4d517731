import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { given, PLAIN, tablesOf, text } from './documents'

const report = given(15)
const tables = tablesOf(report, PLAIN, 15)

describe.each([['a full-width space', '\u3000'], ['two spaces', '  ']])('a text whose cells %s part', (_, bound) => {
  it.each([['digits', '0'], ['characters', '零'], ['blanks', '']])('zeros as %s; paragraphs moved in by two', async (_name, zero) => {
    const zeros = { ...tables, requests: tables.requests.map((row) => row.map((cell) => (cell.text === '0' ? { ...cell, text: zero } : cell))) }
    const body = text(report, zeros, 'tabs').replaceAll('\t', bound).replace(/^(本机关|下一步|五、)/gm, '\u3000\u3000$1')
    const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(body) })
    const read = Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
    expect(read).toEqual(Object.fromEntries([...report.figures].map(([figure, value]) => [figure, zero === '' && value === 0 && figure.startsWith('requests.') ? 'blank' : value])))
  })
})

it('a text whose cells one space parts in some rows, and two in others', async () => {
  const lines = text(report, tables, 'tabs').split('\n').map((line, at) => line.replaceAll('\t', at % 3 === 0 ? ' ' : '  '))
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })
  expect(Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))).toEqual(Object.fromEntries(report.figures))
})
