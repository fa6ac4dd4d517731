import '@/domain/all-forms'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPackage } from '@/data/load'
import { agencySheet, besideFinding, carryChain, checkReport, checkSteps, checkTable, compareReports, contradicted, countsIn, excessOf, Findings, findingsOf, MARKS, matrixOf, placeOf, placesOf, sumOfTerms, UNCHECKED, type Decision, type Finding, type MatrixQuery } from '@/domain/checks'
import { officialFigures } from '@/domain/checks/sums'
import { formatOf } from '@/domain/formats'
import { Table } from '@/domain/table'
import { tableOf } from '../fixture'
import { consistentReports } from './checks-reports'

const HONGZE = '淮安市洪泽区人民政府'
const JIANGNING = '南京市江宁区人民政府'

let table: Table
let findings: Findings
const numbers = (terms: readonly { value: number }[]): number[] => terms.map(({ value }) => value)
const rowOf = (agency: string, year: number): number => table.rowOf(table.indexOf(agency), year)
const found = (agency: string, year: number, check: string, test: string): Finding => checkReport(table, rowOf(agency, year)).find((finding) => finding.check === check && finding.test === test)!

beforeAll(async () => {
  table = new Table(await loadPackage({ read: (path) => readFile(fileURLToPath(new URL(`../../public/data/cn/${path}`, import.meta.url))).then((bytes) => new Uint8Array(bytes), () => null) }))
  findings = checkTable(table)
})

describe('a sum written out', () => {
  it('has both sides with their numbers: Hongze 2023, table 4', () => {
    const { written } = found(HONGZE, 2023, 'H4', 'review')
    expect(numbers(written!.left)).toEqual([10, 1, 0, 0])
    expect(numbers(written!.right)).toEqual([0])
    expect(excessOf(written!)).toBe(11)
    expect(written!.left.map(({ label }) => label.zh)).toEqual(['结果维持', '结果纠正', '其他结果', '尚未审结'])
  })

  it('is the form’s: received and carried in against processed and carried out, Jiangning 2022', () => {
    const { written } = found(JIANGNING, 2022, 'H1', 'requests.total')
    expect([numbers(written!.left), numbers(written!.right), excessOf(written!)]).toEqual([[783, 8], [788, 2], 1])
  })

  it('sets a year against the one before', () => {
    const { written } = found(JIANGNING, 2022, 'H5', 'requests.total')
    expect(written!.left.map(({ value, year }) => [value, year])).toEqual([[7, 2021]])
    expect(written!.right.map(({ value, year }) => [value, year])).toEqual([[8, 2022]])
  })

  it('sets the text against the table, Suqian 2024', () => {
    const { written } = found('宿迁市人民政府', 2024, 'S9', 'narrative.suits')
    expect([numbers(written!.left), numbers(written!.right)]).toEqual([[25, 52], [57]])
  })

  it('agrees with expected and found wherever there is one', () => {
    let seen = 0
    for (const finding of findings) {
      const { written, expected, found: stated } = finding
      if (!written || expected === null) continue
      seen += 1
      const sides = [sumOfTerms(written.left), sumOfTerms(written.right)]
      expect(new Set(sides)).toEqual(new Set([expected, stated]))
    }
    expect(seen).toBeGreaterThan(20)
  })
})

describe('the place of a cell', () => {
  it('is named by the form’s own headings', () => {
    expect(placeOf('cn-2021', 'review.total').zh).toBe('表四「行政复议」×「总计」')
    expect(placeOf('cn-2021', 'requests.processed.natural').zh).toBe('表三「（七）总计」×「自然人」')
    expect(placeOf('cn-2021', 'requests.partly-granted.total').zh).toBe('表三「（二）部分公开」×「总计」')
    expect(placeOf('cn-2021', 'narrative.suits').zh).toBe('诉讼（正文）')
  })

  it('stands together with others of its row or column', () => {
    const carried = (['received', 'carried-in', 'processed', 'carried-out'] as const).map((row) => `requests.${row}.natural` as const)
    expect(placesOf('cn-2021', carried).map(({ en }) => en)).toEqual(['table 3, “natural persons”: 1. Requests received this year, 2. Requests carried in from last year, (7) Total processed, 4. Carried out to next year'])
    expect(placesOf('cn-2021', ['narrative.suits', 'suit-direct.total']).map(({ zh }) => zh)).toEqual(['诉讼（正文）', '表四「未经复议直接起诉」×「总计」'])
    expect(placesOf('us-foia', ['us-foia:requests.received'])).toHaveLength(1)
    expect(placesOf('cn-2021', ['requests.granted.natural', 'requests.granted.total', 'requests.partly-granted.total']).map(({ zh }) => zh)).toEqual(['表三「（一）予以公开」：自然人、总计', '表三「（二）部分公开」×「总计」'])
  })

  it('of many rows is told by its table', () => {
    const outcomes = officialFigures(formatOf('cn-2021')!, 'requests').filter((figure) => /\.(natural|total)$/.test(figure))
    expect(placesOf('cn-2021', outcomes).map(({ zh }) => zh)).toEqual(['表三'])
  })
})

describe('what stands beside a finding', () => {
  it('is the same cells of the year before and after', () => {
    const rows = besideFinding(table, found(HONGZE, 2023, 'H4', 'review'))
    expect(rows.map(({ cells }) => cells.map((cell) => ('value' in cell ? cell.value : cell.missing)))).toEqual([
      ['no-report', 10, 1],
      ['no-report', 1, 1],
      ['no-report', 0, 0],
      ['no-report', 0, 0],
      ['no-report', 0, 2],
    ])
  })
})

describe('the carry-over chain', () => {
  it('of Jiangning breaks in 2022 and nowhere else', () => {
    const chain = carryChain(table, table.indexOf(JIANGNING), 'total')
    expect(chain.map(({ year, state, difference }) => [year, state, difference])).toEqual([
      [2021, 'first', null],
      [2022, 'fail', 1],
      [2023, 'pass', null],
      [2024, 'pass', null],
    ])
    expect(chain.map(({ carriedIn }) => 'value' in carriedIn && carriedIn.value)).toEqual([9, 8, 2, 9])
    expect(chain.map(({ carriedOut }) => 'value' in carriedOut && carriedOut.value)).toEqual([7, 2, 9, 16])
  })

  it('says which years are missing, and does not compare over them', () => {
    const some = tableOf(consistentReports(3, '甲市乙局', [2021, 2022, 2025]))
    expect(carryChain(some, 0, 'natural').map(({ year, state, missing }) => [year, state, missing])).toEqual([
      [2021, 'first', []],
      [2022, 'pass', []],
      [2025, 'gap', [2023, 2024]],
    ])
  })

  it('is empty for an agency that states no carry-over', () => {
    expect(carryChain(tableOf([{ agency: '甲市乙局', year: 2023, cells: { 'narrative.visits': 3 } }]), 0, 'total')).toEqual([])
  })
})

describe('two reports cell by cell', () => {
  it('differ in as many cells as the check of copies says', () => {
    const [first] = consistentReports(5, '甲市乙局', [2021])
    const copied = tableOf([first!, { ...first!, year: 2022, cells: { ...first!.cells, 'requests.received.total': 999 } }])
    const { cells, distance } = compareReports(copied, 1, 0)
    expect([distance, cells[0]!.figure, cells[0]!.differs]).toEqual([1, 'requests.received.total', true])
    expect(checkReport(copied, 1).find(({ check }) => check === 'S5')?.found).toBe(1)
  })
})

describe('the matrix', () => {
  const all = (part: Partial<MatrixQuery> = {}): MatrixQuery => ({ agencies: table.agencies.map((_, index) => index), years: table.years, rule: '', outcome: '', standing: '', order: 'worst', ...part })
  const names = (query: MatrixQuery, decisions: readonly Decision[] = []): string[] => matrixOf(findings, decisions, query).rows.map(({ agency }) => table.agencies[agency]!.name)

  it('has every agency and counts every report once', () => {
    const matrix = matrixOf(findings, [], all())
    expect(matrix.rows).toHaveLength(table.agencies.length)
    expect(matrix.reports).toBe(table.size)
    expect(matrix.counts.reduce((sum, count) => sum + count, 0)).toBe(table.agencies.length * table.years.length)
    expect(matrix.counts[MARKS.indexOf('fail-hard')]).toBe(new Set([...findings].filter(({ check, outcome }) => outcome === 'fail' && check.startsWith('H')).map(({ row }) => row)).size)
  })

  it('puts the worst first, or goes by name', () => {
    const { rows, years, cell } = matrixOf(findings, [], all())
    const worst = rows.slice(0, 3).map(({ agency }) => Math.min(...years.map((year) => cell(agency, year).mark)))
    expect(worst).toEqual([0, 0, 0])
    const byName = names(all({ order: 'name' }))
    expect(byName).toEqual([...byName].sort(new Intl.Collator('zh').compare))
    const [most, next] = matrixOf(findings, [], all({ order: 'failures' })).rows
    expect(most!.hard).toBeGreaterThanOrEqual(next!.hard)
  })

  it('keeps what a rule and an outcome leave', () => {
    expect(names(all({ rule: 'H4', outcome: 'fail-hard' })).sort()).toEqual([HONGZE, '金湖县人民政府'].sort())
    const matrix = matrixOf(findings, [], all({ rule: 'H4', outcome: 'fail-hard' }))
    const listed = findingsOf(findings, matrix, { rule: 'H4', outcome: 'fail-hard' })
    expect(listed.map((index) => findings.at(index)).map(({ check, year }) => `${check} ${year}`)).toEqual(['H4 2023', 'H4 2023', 'H4 2023'])
    expect(matrix.years).toContain(2023)
  })

  it('knows what is decided, and leaves the way from one finding to the next as it is', () => {
    const decided = { agency: HONGZE, year: 2023, check: 'H4', test: 'review', verdict: 'confirmed', remark: '', changes: [], decided: '2026-01-01' } as const
    const other = { ...decided, test: 'suit-after-review', verdict: 'dismissed' } as const
    const standingOf = (decisions: readonly Decision[]) => matrixOf(findings, decisions, all({ rule: 'H4' })).cell(table.indexOf(HONGZE), 2023).standing
    expect([standingOf([]), standingOf([decided]), standingOf([decided, other]), standingOf([{ ...decided, verdict: 'dismissed' }, other])]).toEqual(['open', 'open', 'confirmed', 'dismissed'])
    expect(names(all({ rule: 'H4', standing: 'open' }), [decided, other])).toEqual(['金湖县人民政府'])
    expect(names(all({ rule: 'H4', standing: 'confirmed' }), [decided, other])).toEqual([HONGZE])
  })

  it('shows what is checked by now, and that the others are not', () => {
    const steps = checkSteps(table, 100)
    const { done, soFar } = (steps.next() as { value: { done: number; soFar: () => Findings['data'] } }).value
    const partial = new Findings(table, soFar(), done)
    const marks = matrixOf(partial, [], all()).counts
    expect(marks[UNCHECKED]).toBe(table.size - 100)
  })
})

describe('counts', () => {
  it('are those of the agencies and years asked for', () => {
    const every = table.agencies.map((_, agency) => agency)
    const { tests, fail, byCheck } = findings.summary()
    const all = countsIn(findings, every, table.years)
    expect([all.reports, all.tests, all.hard + all.soft, all.fails.get('H4')]).toEqual([table.size, tests, fail, byCheck['H4']!.fail])
    const some = countsIn(findings, [table.indexOf(HONGZE)], [2023])
    expect([some.reports, some.hard, some.fails.get('H4')]).toEqual([1, 2, 2])
  })
})

describe('a repair', () => {
  it('contradicts those that say otherwise of a cell, and no others', () => {
    const change = { figure: 'review.total', year: 2023, before: 0, after: 11 } as const
    const decision: Decision = { agency: HONGZE, year: 2023, check: 'H4', test: 'review', verdict: null, remark: '', changes: [change], decided: '2026-01-01' }
    expect(contradicted([decision], HONGZE, [{ ...change, after: 12 }])).toEqual([decision])
    expect(contradicted([decision], HONGZE, [change])).toEqual([])
    expect(contradicted([decision], JIANGNING, [{ ...change, after: 12 }])).toEqual([])
  })
})

describe('the sheet for an agency', () => {
  const sheet = (agency: string, left: (key: string) => boolean = () => false) => agencySheet(findings, table.indexOf(agency), table.years, (index) => !left(findings.keyAt(index)))

  it('asks Hongze about both totals first, then its questions', () => {
    const { items, years, annex } = sheet(HONGZE)!
    expect(years).toEqual([2023, 2024])
    expect(items.map(({ finding, question }) => [finding.check, finding.test, question])).toEqual([
      ['H4', 'review', false],
      ['H4', 'suit-after-review', false],
      ['S4', 'licences.decisions', true],
      ['S9', 'statement requests.received.total', true],
    ])
    expect(items[0]!.places.map(({ zh }) => zh)).toEqual(['表四「行政复议」：结果维持、结果纠正、其他结果、尚未审结、总计'])
    expect(items[0]!.proposal!.changes).toEqual([{ figure: 'review.total', year: 2023, before: 0, after: 11 }])
    expect(annex).toEqual([])
  })

  it('leaves out what was dismissed, and is none where nothing is left', () => {
    expect(sheet(HONGZE, (key) => key.includes('~H4~'))!.items.map(({ finding }) => finding.check)).toEqual(['S4', 'S9'])
    expect(sheet(HONGZE, () => true)).toBeNull()
    expect(sheet('上海市人民政府')).toBeNull()
  })

  it('lists in an annex what it has no room for', () => {
    const wrong = Object.fromEntries(['review', 'suit-direct', 'suit-after-review'].flatMap((kind) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => [`${kind}.${result}`, result === 'total' ? 5 : 1])))
    const many = checkTable(tableOf([2019, 2020, 2021, 2022].map((year) => ({ agency: '甲市乙局', year, cells: wrong }))))
    const { items, annex } = agencySheet(many, 0, [2019, 2020, 2021, 2022], () => true)!
    expect([items.length, annex.length, items[0]!.finding.year]).toEqual([8, 4, 2022])
  })
})
