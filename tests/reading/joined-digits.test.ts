import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { given, html, PLAIN, tablesOf } from './documents'

const ROW = '重复申请'
const CELLS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => `requests.not-processed.duplicate.${applicant}`)
const REPORT = given(7)

/** The report with the cells of one row so: seven of their own, or one over all of them. */
async function read(cells: readonly string[], wide = false) {
  const page = html(REPORT, tablesOf(REPORT, PLAIN, 7), 'tidy', 7)
  const row = page.split('<tr').find((each) => each.includes(ROW))!
  const label = row.slice(0, row.lastIndexOf('<td', row.indexOf(ROW)))
  const name = row.slice(label.length, row.indexOf('</td>', row.indexOf(ROW)) + 5)
  const changed = `${label}${name}${cells.map((text) => `<td${wide ? ' colspan="7"' : ''}>${text}</td>`).join('')}</tr>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page.replace(row.slice(0, row.indexOf('</tr>') + 5), changed)) })
  const { cells: found, problems } = reports[0]!
  return { values: CELLS.map((figure) => found.get(figure as never)?.cell), settled: CELLS.map((figure) => found.get(figure as never)?.settled), problems }
}

describe('the numbers of a row that run together in one cell', () => {
  const digits = (text: string) => [...text].map((digit) => ({ value: Number(digit) }))

  it.each(['1000012', '0000000'])('%s are a digit for each applicant where the last is their sum', async (text) => {
    const blank = Array.from({ length: 6 }, () => '')
    for (const cells of [[text], [...blank, text], ['', '', text, '', '', '', '']]) {
      const found = await read(cells, cells.length === 1)
      expect(found.values).toMatchObject(digits(text))
      expect(new Set(found.settled)).toEqual(new Set(['sums']))
    }
  })

  it.each(['1000013', '100001', '10000012'])('%s are not: they are one number, or none', async (text) => {
    const found = await read(['', '', '', '', '', '', text])
    expect(found.values).not.toMatchObject(digits(text))
  })

  it('beside another number they are one number', async () => {
    const found = await read(['5', '', '', '', '', '', '1000001'])
    expect(found.values[6]).toMatchObject({ value: 1_000_001 })
  })
})
