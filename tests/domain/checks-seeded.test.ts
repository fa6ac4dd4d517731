import '@/domain/all-forms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport, checkTable, type Finding } from '@/domain/checks'
import { officialFigures, requestRowOf } from '@/domain/checks/sums'
import type { Cell } from '@/domain/cell'
import { APPLICANT_IDS, APPLICANT_PARTS, type FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import type { Table } from '@/domain/table'
import { tableOf, type ReportFixture } from '../fixture'
import { anyReports, consistentReports } from './checks-reports'

fc.configureGlobal({ numRuns: 40 })

type Cells = Record<string, number | string>

const LATEST = 2
const SUMS = ['H1', 'H2', 'H3', 'H4']
/** The rows of table 3 in the form's order. */
const ROWS = officialFigures(formatOf('cn-2021')!, 'requests').filter((figure) => figure.endsWith('.total')).map((figure) => requestRowOf(figure)!)
const cellOf = (row: string, applicant: string): FigureId => `requests.${row}.${applicant}` as FigureId

/** The reports with the cells of the latest one changed. */
const seeded = (reports: readonly ReportFixture[], changes: Cells): Table => tableOf(reports.map((report, at) => (at === LATEST ? { ...report, cells: { ...report.cells, ...changes } } : report)))
const cellsOf = (reports: readonly ReportFixture[]): Cells => reports[LATEST]!.cells as Cells
const failing = (findings: readonly Finding[], ...checks: string[]): Finding[] => findings.filter(({ check, outcome }) => outcome === 'fail' && checks.includes(check))
const found = (table: Table, check: string, test: string): Finding | undefined => checkReport(table, LATEST).find((finding) => finding.check === check && finding.test === test)

/** What still fails of the sums when the likeliest proposal is taken. */
function afterRepair(table: Table, finding: Finding | undefined): Finding[] {
  const [proposal] = finding?.proposals ?? []
  expect(proposal, 'a proposal').toBeDefined()
  const edits = new Map(proposal!.changes.map(({ figure, after }): [FigureId, Cell] => [figure, after === null ? { missing: 'blank' } : { value: after }]))
  return failing(checkReport(table, LATEST, edits), ...SUMS)
}

const row = fc.constantFrom(...ROWS)
const part = fc.constantFrom(...APPLICANT_PARTS)
const amount = fc.integer({ min: 1, max: 40 })

describe('reports in which every sum holds', () => {
  it('pass all hard checks, and those that look for traces of errors', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const table = tableOf(reports)
        const findings = [...checkTable(table)]
        expect(failing(findings, ...SUMS, 'H5', 'H6', 'H7', 'S1', 'S3', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10')).toEqual([])
        expect(findings.filter(({ outcome }) => outcome !== 'fail')).toEqual([])
      }),
    )
  })
})

describe('one error is found where it is, and its proposal repairs the report', () => {
  it('a wrong total of a row', () => {
    fc.assert(
      fc.property(anyReports, row, amount, (reports, name, by) => {
        const figure = cellOf(name, 'total')
        const table = seeded(reports, { [figure]: Number(cellsOf(reports)[figure]) + by })
        const finding = found(table, 'H3', `requests.${name}`)
        expect(finding).toMatchObject({ outcome: 'fail', difference: by })
        expect(finding!.cells).toContain(figure)
        expect(finding!.proposals[0]!.changes.map((change) => change.figure)).toEqual([figure])
        expect(afterRepair(table, finding)).toEqual([])
      }),
    )
  })

  it('a wrong cell, which its row and its column accuse', () => {
    fc.assert(
      fc.property(anyReports, row, part, amount, (reports, name, applicant, by) => {
        const figure = cellOf(name, applicant)
        const value = Number(cellsOf(reports)[figure])
        const table = seeded(reports, { [figure]: value + by })
        const finding = found(table, 'H3', `requests.${name}`)
        expect(finding).toMatchObject({ outcome: 'fail', difference: -by })
        expect(finding!.proposals[0]!.changes).toEqual([{ figure, year: 2023, before: value + by, after: value }])
        expect(afterRepair(table, finding)).toEqual([])
      }),
    )
  })

  it('a wrong total of table 4', () => {
    fc.assert(
      fc.property(anyReports, amount, (reports, by) => {
        const total = Number(cellsOf(reports)['review.total'])
        const table = seeded(reports, { 'review.total': total + by })
        const finding = found(table, 'H4', 'review')!
        expect(finding).toMatchObject({ outcome: 'fail', difference: by })
        expect(finding.proposals.flatMap(({ changes }) => changes)).toContainEqual({ figure: 'review.total', year: 2023, before: total + by, after: total })
      }),
    )
  })

  it('two cells of a row swapped', () => {
    fc.assert(
      fc.property(anyReports, row, part, part, (reports, name, first, second) => {
        const [a, b] = [cellOf(name, first), cellOf(name, second)]
        const cells = cellsOf(reports)
        fc.pre(cells[a] !== cells[b])
        const table = seeded(reports, { [a]: cells[b]!, [b]: cells[a]! })
        const accused = failing(checkReport(table, LATEST), 'H1', 'H2')
        expect(accused.map(({ test }) => test)).toEqual(expect.arrayContaining([`requests.${first}`, `requests.${second}`]))
        expect(accused.some(({ cells: own }) => own.includes(a))).toBe(true)
        expect(afterRepair(table, accused[0])).toEqual([])
      }),
    )
  })

  it('two cells of a column swapped', () => {
    fc.assert(
      fc.property(anyReports, row, row, part, (reports, first, second, applicant) => {
        const [a, b] = [cellOf(first, applicant), cellOf(second, applicant)]
        const cells = cellsOf(reports)
        fc.pre(cells[a] !== cells[b])
        const table = seeded(reports, { [a]: cells[b]!, [b]: cells[a]! })
        const finding = found(table, 'H3', `requests.${first}`)
        expect(finding!.outcome).toBe('fail')
        expect(afterRepair(table, finding)).toEqual([])
      }),
    )
  })

  it('a row moved by one cell', () => {
    fc.assert(
      fc.property(anyReports, row, fc.integer({ min: 0, max: 4 }), (reports, name, at) => {
        const figures = APPLICANT_IDS.map((applicant) => cellOf(name, applicant))
        const values = figures.map((figure) => Number(cellsOf(reports)[figure]))
        fc.pre(values.slice(at, -1).filter((value) => value > 0).length > 1)
        const moved = [...values.slice(0, at), 0, ...values.slice(at, -1)]
        const table = seeded(reports, Object.fromEntries(figures.map((figure, place) => [figure, moved[place]!])))
        fc.pre(found(table, 'H3', `requests.${name}`)!.outcome === 'fail')
        const finding = found(table, 'S7', `requests.${name}`)
        expect(finding!.outcome).toBe('fail')
        expect(finding!.cells.every((figure) => figures.includes(figure))).toBe(true)
        expect(afterRepair(table, finding)).toEqual([])
      }),
    )
  })

  it('all rows of table 3 moved by one', () => {
    fc.assert(
      fc.property(anyReports, fc.integer({ min: 2, max: 12 }), (reports, at) => {
        const cells = cellsOf(reports)
        const changes = Object.fromEntries(APPLICANT_IDS.flatMap((applicant) => {
          const values = ROWS.map((name) => Number(cells[cellOf(name, applicant)]))
          const moved = [...values.slice(0, at), 0, ...values.slice(at, -1)]
          return ROWS.map((name, place) => [cellOf(name, applicant), moved[place]!] as const)
        }))
        const table = seeded(reports, changes)
        const finding = failing(checkReport(table, LATEST), 'H2').find(({ test }) => test === 'requests.natural')
        fc.pre(finding !== undefined)
        expect(afterRepair(table, finding)).toEqual([])
        expect(failing(checkReport(table, LATEST), 'S7').length).toBeGreaterThan(0)
      }),
    )
  })

  it('a number split over two cells, the cells after it moved', () => {
    fc.assert(
      fc.property(anyReports, row, (reports, name) => {
        const figures = APPLICANT_IDS.map((applicant) => cellOf(name, applicant))
        const [value, ...rest] = figures.map((figure) => Number(cellsOf(reports)[figure])) as [number, ...number[]]
        fc.pre(value > 9)
        const split = [Number(String(value).slice(0, -1)), value % 10, ...rest.slice(0, -1)]
        const table = seeded(reports, Object.fromEntries(figures.map((figure, place) => [figure, split[place]!])))
        const finding = found(table, 'S6', `requests.${name}`)
        fc.pre(found(table, 'H3', `requests.${name}`)!.outcome === 'fail')
        expect(finding!.outcome).toBe('fail')
        expect(finding!.proposals[0]!.changes).toContainEqual(expect.objectContaining({ figure: figures[0], after: value }))
        expect(afterRepair(table, finding)).toEqual([])
      }),
    )
  })

  it('a number split over a cell and the zero beside it', () => {
    fc.assert(
      fc.property(anyReports, row, (reports, name) => {
        const cells = cellsOf(reports)
        const [natural, business] = [cellOf(name, 'natural'), cellOf(name, 'business')]
        const value = Number(cells[natural])
        fc.pre(value > 9 && value % 10 > 0 && cells[business] === 0)
        const table = seeded(reports, { [natural]: Math.floor(value / 10), [business]: value % 10 })
        expect(afterRepair(table, found(table, 'S6', `requests.${name}`))).toEqual([])
      }),
    )
  })

  it('a part left blank', () => {
    fc.assert(
      fc.property(anyReports, row, part, (reports, name, applicant) => {
        const figure = cellOf(name, applicant)
        const value = Number(cellsOf(reports)[figure])
        fc.pre(value > 0 && name !== 'processed')
        const table = seeded(reports, { [figure]: '' })
        const finding = found(table, 'H3', `requests.${name}`)
        expect(finding).toMatchObject({ outcome: 'fail', difference: value })
        expect(finding!.proposals[0]).toMatchObject({ kind: 'blank-filled', changes: [{ figure, before: null, after: value }] })
        expect(afterRepair(table, finding)).toEqual([])
      }),
    )
  })

  it('a total left blank is no failure, and is told', () => {
    fc.assert(
      fc.property(anyReports, row, (reports, name) => {
        const figure = cellOf(name, 'total')
        const value = Number(cellsOf(reports)[figure])
        fc.pre(value > 0)
        const table = seeded(reports, { [figure]: '' })
        expect(failing(checkReport(table, LATEST), ...SUMS, 'H5')).toEqual([])
        expect(found(table, 'H3', `requests.${name}`)).toMatchObject({ outcome: 'total-blank', proposals: [{ kind: 'total-unfilled', changes: [{ figure, before: null, after: value }] }] })
      }),
    )
  })

  it('an amount in yuan', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const amountNow = Number(cellsOf(reports)['fees.amount'])
        const finding = found(seeded(reports, { 'fees.amount': amountNow * 10000 }), 'S8', 'fees.amount')
        expect(finding).toMatchObject({ outcome: 'fail', proposals: [{ kind: 'yuan', changes: [{ figure: 'fees.amount', before: amountNow * 10000, after: amountNow }] }] })
      }),
    )
  })

  it('a table copied from the year before, or from another agency', () => {
    fc.assert(
      fc.property(anyReports, fc.integer({ min: 1, max: 1000 }), (reports, seed) => {
        const requestsOf = (cells: Cells): Cells => Object.fromEntries(Object.entries(cells).filter(([figure]) => figure.startsWith('requests.')))
        const fromBefore = seeded(reports, requestsOf(reports[LATEST - 1]!.cells as Cells))
        expect(found(fromBefore, 'S5', 'table')).toMatchObject({ outcome: 'fail', found: 0, against: { agency: '甲市乙局', year: 2022 } })
        const [other] = consistentReports(seed, '甲市丙局', [2023])
        const fromOther = tableOf([...reports.map((report, at) => (at === LATEST ? { ...report, cells: { ...report.cells, ...requestsOf(other!.cells as Cells) } } : report)), other!])
        expect(found(fromOther, 'S5', 'table')).toMatchObject({ outcome: 'fail', found: 0, against: { agency: '甲市丙局', year: 2023 } })
      }),
      { numRuns: 30 },
    )
  })

  it('a near copy of the year before, with its distance', () => {
    const reports = consistentReports(5, '甲市乙局', [2021, 2022, 2023])
    const before = Object.fromEntries(Object.entries(reports[1]!.cells).filter(([figure]) => figure.startsWith('requests.')))
    expect(found(seeded(reports, { ...before, 'requests.received.natural': 999, 'requests.received.total': 1010 }), 'S5', 'table')).toMatchObject({ outcome: 'fail', found: 2 })
  })

  it('a carry-over that is not what last year’s report carried out', () => {
    fc.assert(
      fc.property(anyReports, part, amount, (reports, applicant, by) => {
        const [own, total] = [cellOf('carried-in', applicant), cellOf('carried-in', 'total')]
        const cells = cellsOf(reports)
        const table = seeded(reports, { [own]: Number(cells[own]) + by, [total]: Number(cells[total]) + by })
        const finding = found(table, 'H5', `requests.${applicant}`)
        expect(finding).toMatchObject({ outcome: 'fail', difference: by, cells: [own], against: { year: 2022, cells: [cellOf('carried-out', applicant)] } })
        expect(finding!.proposals[0]).toMatchObject({ kind: 'carried-out-before', remaining: 0 })
        expect(afterRepair(table, finding)).toEqual([])
        const sum = found(table, 'H1', `requests.${applicant}`)
        expect(sum!.outcome).toBe('fail')
        expect(afterRepair(table, sum)).toEqual([])
      }),
    )
  })
})

describe('a check', () => {
  it('changes nothing in the table', () => {
    fc.assert(
      fc.property(anyReports, row, part, (reports, name, applicant) => {
        const table = seeded(reports, { [cellOf(name, applicant)]: 77, [cellOf(name, 'total')]: '', 'review.total': 500 })
        const before = structuredClone(table.data)
        for (const finding of checkTable(table)) expect(finding.explanation.zh).not.toBe('')
        checkReport(table, LATEST, new Map([[cellOf(name, applicant), { value: 3 }]]))
        expect(table.data).toEqual(before)
      }),
      { numRuns: 20 },
    )
  })
})
