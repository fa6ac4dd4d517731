import '@/domain/all-forms'
import { describe, expect, it } from 'vitest'
import { agencySheet, byCause, checkReport, checkTable, failingDoubts, type Finding } from '@/domain/checks'
import { officialFigures, requestRowOf } from '@/domain/checks/sums'
import { APPLICANT_IDS, REVIEW_RESULTS, type FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import { Table, type Statement } from '@/domain/table'
import { tableOf } from '../fixture'
import { consistentReports } from './checks-reports'

type Cells = Record<string, number | string>

const AGENCY = '甲市乙局'
const YEARS = [2022, 2023, 2024]
const RESULTS = Object.keys(REVIEW_RESULTS)
const KINDS = ['review', 'suit-direct', 'suit-after-review']

const review = (kind: string, values: readonly (number | string)[]): Cells => Object.fromEntries(RESULTS.map((result, at) => [`${kind}.${result}`, values[at]!]))
/** Table 4, its three kinds one behind the other. */
const reviews = (values: readonly (number | string)[]): Cells => Object.assign({}, ...KINDS.map((kind, at) => review(kind, values.slice(at * 5, at * 5 + 5))))
const RIGHT = [27, 10, 9, 15, 61, 3, 1, 2, 0, 6, 12, 0, 4, 2, 18]
const BEFORE = [25, 12, 8, 12, 57, 4, 1, 2, 1, 8, 14, 0, 5, 1, 20]

/** The findings of 2023 beside two years that are much like it. */
function found(cells: Cells, statements: readonly Omit<Statement, 'row' | 'asNamed' | 'note' | 'unit'>[] = [], alone = false): Finding[] {
  const table = tableOf(YEARS.filter((year) => !alone || year === 2023).map((year) => ({ agency: AGENCY, year, cells: year === 2023 ? { ...reviews(RIGHT), ...cells } : reviews(BEFORE) })))
  const row = table.rowOf(0, 2023)
  const told = new Table({ ...table.data, statements: statements.map((each) => ({ asNamed: '', note: '', unit: '件', row, ...each })) })
  return checkReport(told, row).filter(({ outcome }) => outcome === 'fail' || outcome === 'total-blank')
}

const first = ({ proposals: [proposal] }: Finding): unknown => [proposal!.kind, ...proposal!.changes.map(({ figure, after }) => `${figure} ${after}`)]
const cellsOf = ({ proposals }: Finding): string[] => proposals.flatMap(({ changes }) => (changes.length === 1 ? [changes[0]!.figure] : []))

describe('a sum that nothing crosses', () => {
  it('offers every cell with the number that would fit, and says that it cannot tell', () => {
    const [finding] = found({ 'review.corrected': 11 })
    expect(cellsOf(finding!).sort()).toEqual(RESULTS.map((result) => `review.${result}`).sort())
    expect(finding!.undecided).toBe(true)
    expect([finding!.explanation.zh, finding!.explanation.en]).toEqual([expect.stringContaining('无从断定'), expect.stringContaining('the sums alone do not say which cell is wrong')])
  })

  it('leaves out what would be below zero', () => {
    expect(cellsOf(found({ 'suit-direct.total': 2 })[0]!).sort()).toEqual(['suit-direct.total'])
  })

  it.each([
    ['two digits have changed places', { 'review.upheld': 72 }, 'review.upheld 27'],
    ['a digit is missing', { 'review.pending': 5 }, 'review.pending 15'],
    ['a digit too many', { 'review.upheld': 277 }, 'review.upheld 27'],
    ['a digit too many', { 'review.total': 611 }, 'review.total 61'],
    ['a minus too many', { 'review.upheld': -27 }, 'review.upheld 27'],
  ])('puts first what is a slip of the pen: %s', (slip, cells, change) => {
    const finding = found(cells).find(({ check }) => check === 'H4')!
    expect(first(finding)).toEqual([expect.stringMatching(/^(cell|total)$/), change])
    expect(finding.proposals[0]!.explanation.en).toContain(slip)
  })

  it('puts first what the text says', () => {
    expect(first(found({ 'review.other': 8 }, [{ figure: 'review.other', value: '9' }])[0]!)).toEqual(['stated-elsewhere', 'review.other 9'])
  })
})

describe('a lone row by itself, without years beside', () => {
  const alone = (cells: Cells): Finding => found(cells, [], true).find(({ check }) => check === 'H4')!

  it('a total that is blank is called blank, never a number, and no cell is said to have moved into it', () => {
    const finding = alone(review('review', [0, 1, 5, 5, '']))
    expect(finding.outcome).toBe('total-blank')
    expect(finding.explanation.zh).toMatch(/= 11；总计空白$/)
    expect(finding.explanation.en).toMatch(/= 11; total blank$/)
    expect(finding.proposals.map(({ kind }) => kind)).toEqual(['total-unfilled'])
  })

  it.each([
    ['a number below zero must change in any case', { 'suit-direct.upheld': -3 }, ['cell', 'suit-direct.upheld 3']],
    ['no decimal dust is offered', { 'review.upheld': 2.7 }, ['cell', 'review.upheld 27']],
    ['large numbers that fit once exchanged do so by no chance', { 'review.upheld': 61, 'review.total': 27 }, ['swapped', 'review.upheld 27', 'review.total 61']],
  ])('%s', (_, cells, change) => expect(first(alone(cells))).toEqual(change))

  it('no cell is offered a number below zero, nor a blank total for a blank part', () => {
    for (const cells of [{ 'review.upheld': -27 }, { 'review.upheld': '' }]) {
      const { proposals } = alone(cells)
      expect(proposals.flatMap(({ changes }) => changes).every(({ after }) => after !== null && after >= 0)).toBe(true)
    }
  })
})

describe('table 4, moved by one', () => {
  const moved = (by: (row: readonly number[]) => (number | string)[]): Cells => review('review', by(RIGHT.slice(0, 5)))
  const back = ['shifted', ...RESULTS.map((result, at) => `review.${result} ${RIGHT[at]}`)]

  it.each([
    ['right over its total', (row: readonly number[]) => [0, ...row.slice(0, -1)]],
    ['right over its total, the first cell blank', (row: readonly number[]) => ['', ...row.slice(0, -1)]],
    ['left, the last cell zero', (row: readonly number[]) => [...row.slice(1), 0]],
    ['left, the last cell blank', (row: readonly number[]) => [...row.slice(1), '']],
  ])('a row %s: the years beside tell', (_, by) => {
    expect(found(moved(by)).filter(({ check }) => check === 'H4').map(first)).toEqual([back])
  })

  it('a row without years beside: offered, but no more than that', () => {
    const [finding] = found(moved((row) => [...row.slice(1), 0]), [], true)
    expect(finding!.proposals.map(({ kind }) => kind)).toEqual(['total-unfilled', 'shifted'])
  })

  it('all of it, from one kind into the next: one change explains three sums', () => {
    const findings = found(reviews([0, ...RIGHT.slice(0, -1)])).filter(({ check }) => check === 'H4')
    expect(findings.map(({ test }) => test)).toEqual(KINDS)
    for (const { proposals } of findings) expect([proposals.length, proposals[0]!.kind, proposals[0]!.remaining, Object.fromEntries(proposals[0]!.changes.map(({ figure, after }) => [figure, after]))]).toEqual([1, 'shifted', 0, expect.objectContaining({ 'review.total': 61, 'suit-direct.total': 6, 'suit-after-review.upheld': 12, 'suit-after-review.total': 18 })])
  })
})

describe('the text against the table', () => {
  const statement = (value: string, figure: FigureId): Finding => found({ 'licences.decisions': 97 }, [{ figure, value }]).find(({ check }) => check === 'S9')!

  it('is wrong itself, and no cell changes, where the table fits its sums', () => {
    const finding = statement('72', 'review.upheld')
    expect(finding.proposals.map(({ kind, changes, remaining }) => [kind, changes.length, remaining])).toEqual([['text', 0, 0], ['stated-elsewhere', 1, 1]])
    expect(finding.explanation.zh).toContain('正文或有误')
  })

  it('names the figure of the table where that is zero, too', () => {
    expect(statement('3', 'suit-direct.pending').explanation.zh).toMatch(/表中未经复议直接起诉·尚未审结 0；差 \+3/)
  })

  it('may be wrong as well as the table where no sum goes through the cell', () => {
    const finding = statement('79', 'licences.decisions')
    expect(finding.proposals.map(({ kind, remaining }) => [kind, remaining])).toEqual([['text', 0], ['stated-elsewhere', 0]])
    expect(finding.explanation.zh).toContain('无从断定')
  })

  it('is compared with a group, and what the sums support of it is offered', () => {
    const [report] = consistentReports(3, AGENCY, [2023])
    const total = 'requests.unavailable.not-held.total'
    const group = ['not-held', 'to-be-created', 'unclear'].reduce((sum, row) => sum + Number(report!.cells[`requests.unavailable.${row}.total`]), 0)
    const told = (cells: Cells, value: number): Finding => {
      const table = tableOf([{ ...report!, cells: { ...report!.cells, ...cells } }])
      return checkReport(new Table({ ...table.data, statements: [{ row: 0, figure: 'requests.unavailable.total', asNamed: '', value: String(value), unit: '件', note: '' }] }), 0).find(({ check, outcome }) => check === 'S9' && outcome === 'fail')!
    }
    expect(told({}, group + 4).proposals.map(({ kind, changes }) => [kind, changes.length])).toEqual([['text', 0]])
    expect(told({ [total]: Number(report!.cells[total]) + 7 }, group).proposals.map(({ kind, remaining, changes }) => [kind, remaining, changes.map(({ figure }) => figure)])).toEqual([['stated-elsewhere', 0, [total]], ['text', 2, []]])
  })
})

describe('a finding about two years', () => {
  const [before, after] = consistentReports(5, AGENCY, [2022, 2023])
  const by = (report: typeof before, cells: Record<string, number>) => ({ ...report!, cells: { ...report!.cells, ...Object.fromEntries(Object.entries(cells).map(([figure, more]) => [figure, Number(report!.cells[figure]) + more])) } })
  const table = tableOf([by(before, { 'requests.carried-out.natural': 3 }), after!])

  it('casts its doubt on both ends', () => {
    const doubts = failingDoubts(checkTable(table))
    const [doubt] = doubts.about(0, ['requests.carried-out.natural'] as FigureId[]).filter(({ id }) => id === 'H5')
    expect(doubt!.text.zh).toMatch(/^2023 年报：/)
    expect([doubts.any(0), doubts.about(1, ['requests.carried-in.natural']).map(({ id }) => id), doubts.about(0, ['requests.carried-out.business']).map(({ id }) => id)]).toEqual([true, ['H5'], ['H3']])
  })

  it('is one point with the sums of the other year that the same change repairs', () => {
    const { items } = agencySheet(checkTable(table), 0, [2022, 2023], () => true)!
    const hard = items.filter(({ question }) => !question)
    expect(hard.map(({ finding, others }) => [finding.year, [finding, ...others.map((other) => other.finding)].map(({ check, year }) => `${check} ${year}`)])).toEqual([[2022, ['H1 2022', 'H3 2022', 'H5 2023']]])
  })
})

describe('a stock that does not follow from the year before', () => {
  const stock = (issued: number, repealed: number, inForce: number): Cells => ({ 'documents.issued': issued, 'documents.repealed': repealed, 'documents.in-force': inForce })
  it.each([
    ['issued and repealed exchanged', stock(12, 31, 67), ['swapped', 'documents.issued 31', 'documents.repealed 12']],
    ['the row moved right by one', stock(0, 31, 12), ['shifted', 'documents.issued 31', 'documents.repealed 12', 'documents.in-force 67']],
  ])('%s', (_, cells, change) => {
    const table = tableOf([stock(1, 1, 48), cells, stock(3, 0, 70)].map((each, at) => ({ agency: AGENCY, year: 2022 + at, cells: each })))
    expect(first(checkReport(table, 1).find(({ check, test }) => check === 'S1' && test === 'documents')!)).toEqual(change)
  })
})

describe('a long sum in words', () => {
  it('is told by the groups of the form, zeros only counted', () => {
    const [report] = consistentReports(3, AGENCY, [2023])
    const { zh, en } = checkReport(tableOf([{ ...report!, cells: { ...report!.cells, 'requests.granted.natural': 500 } }]), 0).find(({ check, test }) => check === 'H2' && test === 'requests.natural')!.explanation
    expect(zh).toMatch(/^予以公开 500 \+ .*不予公开（\d 项） \d+ \+ .*（另 \d+ 项为 0） = \d+；办理结果总计 \d+；差 −\d+/)
    expect(en).toMatch(/^granted 500 \+ .*refused \(\d rows\) \d+ \+ .* \(and \d+ zeros?\) = \d+; processed \d+; off by −\d+/)
  })
})

describe('table 3', () => {
  const [before, report, after] = consistentReports(8, AGENCY, [2022, 2023, 2024])
  const own = report!.cells as Cells
  const rowOf = (row: string): number[] => APPLICANT_IDS.map((applicant) => Number(own[`requests.${row}.${applicant}`]))
  const asRow = (row: string, values: readonly (number | string)[]): Cells => Object.fromEntries(APPLICANT_IDS.map((applicant, at) => [`requests.${row}.${applicant}`, values[at]!]))
  const plus = (row: string, other: string, sign = 1): Cells => asRow(row, rowOf(row).map((value, at) => value + sign * rowOf(other)[at]!))
  const rows = officialFigures(formatOf('cn-2021')!, 'requests').filter((figure) => figure.endsWith('.total')).map((figure) => requestRowOf(figure)!)

  /** What every failing hard test offers first, once; the truth gives back each cell that was changed. */
  function causes(changes: Cells): string[] {
    const table = tableOf([before!, { ...report!, cells: { ...own, ...changes } }, after!])
    const hard = [0, 1, 2].flatMap((row) => checkReport(table, row)).filter(({ check, outcome }) => outcome === 'fail' && check.startsWith('H'))
    expect(hard.length).toBeGreaterThan(1)
    return [...new Set(hard.map(({ proposals: [proposal] }) => {
      const repaired = new Map(proposal?.changes.map(({ figure, after: value }) => [figure as string, value ?? 0]))
      const wrong = Object.keys(changes).filter((figure) => Number(changes[figure]) !== Number(own[figure]))
      return `${proposal?.kind} ${wrong.every((figure) => repaired.get(figure) === Number(own[figure])) && repaired.size === wrong.length}`
    }))]
  }

  it.each([
    ['a row of outcomes left at zero', asRow('granted', [0, 0, 0, 0, 0, 0, 0]), 'row true'],
    ['received left at zero', asRow('received', [0, 0, 0, 0, 0, 0, 0]), 'row true'],
    ['a row copied from the one above', asRow('not-processed.duplicate', rowOf('not-processed.petition')), 'row true'],
    ['a row copied from last year’s report', asRow('granted', APPLICANT_IDS.map((applicant) => Number((before!.cells as Cells)[`requests.granted.${applicant}`]))), 'row true'],
    ['carried in counted among received', plus('received', 'carried-in'), 'row true'],
    ['partly granted counted among granted', plus('granted', 'partly-granted'), 'row true'],
    ['processed without a row of outcomes', plus('processed', 'granted', -1), 'row true'],
    ['two rows exchanged', { ...asRow('carried-in', rowOf('carried-out')), ...asRow('carried-out', rowOf('carried-in')) }, 'swapped true'],
    ['the outcomes of two columns exchanged', Object.fromEntries(rows.slice(2, -2).flatMap((row) => [[`requests.${row}.natural`, own[`requests.${row}.business`]!], [`requests.${row}.business`, own[`requests.${row}.natural`]!]])), 'swapped true'],
    ['the column of totals left at zero', Object.fromEntries(rows.map((row) => [`requests.${row}.total`, 0])), 'total-unfilled true'],
    ['carried in wrong, received less by as much', { 'requests.carried-in.natural': Number(own['requests.carried-in.natural']) + 2, 'requests.carried-in.total': Number(own['requests.carried-in.total']) + 2, 'requests.received.natural': Number(own['requests.received.natural']) - 2, 'requests.received.total': Number(own['requests.received.total']) - 2 }, 'carried-out-before true'],
    ['a number below zero', { 'requests.granted.natural': -Number(own['requests.granted.natural']) }, 'cell true'],
    ['a number with a point', { 'requests.processed.natural': Number(own['requests.processed.natural']) / 10 }, 'total true'],
  ])('%s has one cause', (_, changes, cause) => expect(causes(changes as Cells)).toEqual([cause]))

  it('with （六）其他处理 in one row: a column moved by one is told as one move', () => {
    const split = ['other.not-corrected', 'other.fee-unpaid', 'other.other']
    const unsplit = (cells: Cells): Cells => ({ ...Object.fromEntries(Object.entries(cells).filter(([figure]) => !split.some((row) => figure.startsWith(`requests.${row}.`)))), ...asRow('other', APPLICANT_IDS.map((applicant) => split.reduce((sum, row) => sum + Number(cells[`requests.${row}.${applicant}`]), 0))) })
    const order = [...rows.slice(0, rows.indexOf('other.not-corrected')), 'other', 'processed', 'carried-out']
    const right = unsplit(own)
    const column = order.map((row) => right[`requests.${row}.natural`]!)
    const moved = Object.fromEntries(order.map((row, at) => [`requests.${row}.natural`, at === 0 ? 0 : column[at - 1]!]))
    const findings = checkReport(tableOf([{ ...report!, cells: { ...right, ...moved } }]), 0).filter(({ check, outcome }) => outcome === 'fail' && check.startsWith('H'))
    expect(findings.length).toBeGreaterThan(10)
    expect(new Set(findings.map(({ proposals: [proposal] }) => `${proposal!.kind} ${proposal!.remaining} ${proposal!.changes.length}`)).size).toBe(1)
    expect(findings[0]!.proposals[0]).toMatchObject({ kind: 'shifted', remaining: 0 })
  })

  it('copied as a whole explains what is carried over: one cause in both years, and no cell changes', () => {
    const [other] = consistentReports(21, '甲市丙局', [2023])
    const copied = Object.fromEntries(Object.entries(other!.cells).filter(([figure]) => figure.startsWith('requests.')))
    const table = tableOf([before!, { ...report!, cells: { ...own, ...copied } }, after!, other!])
    const carried = [1, 2].flatMap((row) => checkReport(table, row)).filter(({ check, outcome }) => outcome === 'fail' && check === 'H5')
    expect(new Set(carried.map(({ year }) => year)).size).toBe(2)
    for (const { proposals, explanation } of carried) expect([proposals.map(({ kind, changes }) => [kind, changes.length]), explanation.zh]).toEqual([[['copied', 0]], expect.stringContaining('2023 年报的申请表与另一机关的相同')])
    expect(byCause([1, 2].flatMap((row) => checkReport(table, row)).filter(({ check, outcome, test }) => outcome === 'fail' && (check === 'H5' || (check === 'S5' && test === 'table'))))).toHaveLength(1)
  })
})

describe('a row with “/” where there is none', () => {
  it('is not mended by a number in such a cell, nor by its total changing places with one: its total is offered', () => {
    const row = (values: readonly (number | string)[]): Cells => Object.fromEntries(APPLICANT_IDS.map((applicant, at) => [`requests.granted.${applicant}`, values[at]!]))
    const table = tableOf([{ agency: AGENCY, year: 2023, cells: row([2, 2, '/', '/', '/', '/', 6]) }])
    const finding = checkReport(table, 0).find(({ check, outcome }) => check === 'H3' && outcome === 'fail')!
    expect(finding.proposals.map(({ kind }) => kind)).not.toContain('swapped')
    expect(finding.proposals.flatMap(({ changes }) => changes.map(({ figure }) => figure)).filter((figure) => /research|nonprofit|legal|other/.test(figure))).toEqual([])
    expect(first(finding)).toEqual(['total', 'requests.granted.total 4'])
  })
})
