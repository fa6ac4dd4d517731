import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS, type FigureId } from '@/domain/figure'
import { readReports } from '@/reading'
import { given, html, PLAIN, tablesOf, type Given, type Rows } from './documents'

const REPORT = given(7, 'cn-2021')

/** The kinds of problems and the figures they name, of a report whose row （七）总计 is blank. */
async function problemsOf(report: Given): Promise<(readonly [kind: string, figures: readonly string[]])[]> {
  const tables = tablesOf(report, PLAIN)
  const requests: Rows = tables.requests.map((row) => {
    const at = row.findIndex(({ text }) => text === '（七）总计')
    return at < 0 ? row : row.map((cell, place) => (place > at ? { ...cell, text: '' } : cell))
  })
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(html(report, { ...tables, requests }, 'tidy')) })
  expect(reports[0]!.cells.get('requests.processed.total')!.cell).toMatchObject({ missing: 'blank' })
  return reports[0]!.problems.map(({ kind, figures = [] }) => [kind, figures])
}

describe('a row of totals of the outcomes that is left blank', () => {
  it('contradicts nothing, and leaves nothing in doubt, where the outcomes make up what came in', async () => {
    expect(REPORT.figures.get('requests.processed.total')).toBeGreaterThan(0)
    expect(await problemsOf(REPORT)).toEqual([])
  })

  it('leaves the outcomes of a column in doubt, and tells it, where they do not', async () => {
    const applicant = APPLICANT_IDS.find((each) => REPORT.figures.get(`requests.received.${each}`)! > 0)!
    const received: FigureId = `requests.received.${applicant}`
    const problems = await problemsOf({ ...REPORT, figures: new Map(REPORT.figures).set(received, REPORT.figures.get(received)! + 1) })
    expect(problems.some(([kind, figures]) => kind === 'sums-differ' && figures.includes(received))).toBe(true)
    expect(problems.filter(([kind]) => kind === 'total-open').map(([, figures]) => figures[0])).toEqual([`requests.processed.${applicant}`])
  })
})
