import { describe, expect, it } from 'vitest'
import { sliceFor, chartById, CHARTS } from '@/charts'
import { marksOf } from '@/charts/marks'
import { stubMarks } from '@/charts/stub'
import { tooltipOf } from '@/charts/tooltip'
import { checkReport, checkTable, failingDoubts } from '@/domain/checks'
import { allDoubts, DOUBT_KINDS, NO_DOUBTS, type Doubts } from '@/domain/doubt'
import type { FigureId } from '@/domain/figure'
import { readingDoubts } from '@/domain/doubtful-reading'
import { DOUBT_LOOKS } from '@/domain/doubt-looks'
import { doubtsIn, failingIn, marked, restsOnFigures } from '@/domain/doubted'
import { DEFAULTS, VIEWS, type Selection } from '@/domain/selection'
import { revisionDoubts } from '@/domain/revised'
import { sheetOf } from '@/domain/sheet'
import { sliceOf, type Cut } from '@/domain/slice'
import { totalOf } from '@/domain/total'
import { twinOf } from '@/components/table-columns'
import { contextOf } from '../charts/fixtures'
import { Table } from '@/domain/table'
import { typedHeadDoubts, typedNotes } from '@/domain/typed-head'
import { tableOf } from '../fixture'
import { consistentReports, numbersFrom } from './checks-reports'

const reviews = (upheld: number, total: number) => ({ 'review.upheld': upheld, 'review.corrected': 0, 'review.other': 0, 'review.pending': 0, 'review.total': total })
/** 乙区局 2023: ten upheld of a total of nine; its requests are right. */
const table = tableOf([
  { agency: '甲区局', year: 2022, cells: reviews(3, 3) },
  { agency: '甲区局', year: 2023, cells: { ...reviews(4, 4), 'requests.received.total': 8 } },
  { agency: '乙区局', year: 2022, cells: reviews(5, 5) },
  { agency: '乙区局', year: 2023, cells: { ...reviews(10, 9), 'requests.received.total': 7 } },
  { agency: '丙区局', year: 2023, cells: reviews(1, 1) },
])
const doubts = failingDoubts(checkTable(table))
const select = (partial: Partial<Selection> = {}): Selection => ({ ...DEFAULTS, at: 2023, ...partial })
const REVIEWS: Cut = { across: 'agencies', indicators: ['review.total'], rankBy: 'review.total' }
const REQUESTS: Cut = { across: 'agencies', indicators: ['requests.received'], rankBy: 'requests.received' }
const YEARS: Cut = { ...REVIEWS, across: 'agencies-years' }
const cut = (asked: Cut, partial: Partial<Selection> = {}, of: Doubts = doubts) => marked(table, select(partial), sliceOf(table, select(partial), asked, of), of)
const told = (slice: ReturnType<typeof cut>) => slice.observations.map(({ subject, year, value, missing, doubts: about }) => [slice.subjects[subject]!.name, year, value ?? missing, about.map(({ id }) => id).join(' ')])

describe('a number that rests on a failing report', () => {
  it('is marked where it rests on the table that fails, with the finding written out', () => {
    expect(told(cut(REVIEWS))).toEqual([['乙区局', 2023, 9, 'H4'], ['甲区局', 2023, 4, ''], ['丙区局', 2023, 1, '']])
    expect(cut(REVIEWS).observations[0]!.doubts[0]!.text.en).toContain('off by −1')
    expect(told(cut(REQUESTS)).map(([, , , about]) => about)).toEqual(['', ''])
  })

  it('leaves a slice as it is where nothing is in doubt, or nothing is known of this table', () => {
    const slice = sliceOf(table, select(), REQUESTS)
    expect(marked(table, select(), slice, doubts)).toBe(slice)
    const other = sliceOf(table, select(), REVIEWS)
    expect(marked(table, select(), other, NO_DOUBTS)).toBe(other)
    expect(marked(table, select(), other, failingDoubts(checkTable(tableOf([]))))).toBe(other)
  })

  it('is counted among the reports shown, and among those a ranking only adds up', () => {
    expect(doubtsIn(cut(REVIEWS))).toEqual({ reports: 3, by: new Map([['failing', 1]]) })
    expect(doubtsIn(cut(YEARS))).toMatchObject({ reports: 5, by: new Map([['failing', 1]]) })
    expect(cut(REVIEWS, { top: 1, sort: 'value-asc' }).rest).toMatchObject({ agencies: 2, sum: 13, failing: 1 })
    expect(totalOf(table, select(), 'review.total', doubts)).toMatchObject({ value: 14, agencies: 3, doubts: new Map([['failing', 1]]), leftOut: 0 })
    expect(totalOf(table, select(), 'review.total')).toMatchObject({ value: 14, doubts: new Map() })
  })

  it('stands in the file, in both languages, long and wide', () => {
    const columnOf = (id: string, shape: 'tidy' | 'wide', asked = REVIEWS) => {
      const { columns, rows } = sheetOf(table, select(), cut(asked), shape)
      return rows.map((row) => row[columns.findIndex((column) => column.id === id)])
    }
    expect(columnOf('check', 'tidy')).toEqual([expect.stringMatching(/^H4 .*9/), null, null])
    expect(columnOf('check-en', 'tidy')[0]).toMatch(/^H4 .*off by −1;/)
    expect(columnOf('check', 'wide', YEARS)).toEqual([expect.stringMatching(/^2023: H4 /), null, null])
    expect(columnOf('repaired', 'tidy')).toEqual([undefined, undefined, undefined])
  })

  it('is told in the tooltip with the check and by how much', () => {
    const context = { ...contextOf('results', table, { view: 'reviews', at: 2023 }, { language: 'en' }), slice: sliceFor(chartById('results')!, table, select({ view: 'reviews' }), doubts) }
    const at = context.slice.observations.findIndex(({ doubts: about }) => about.length > 0)
    expect(tooltipOf(context, at).lines.find(({ label }) => label.includes('H4'))).toMatchObject({ label: '△ failing checks H4', value: expect.stringContaining('off by −1') })
  })
})

describe('a number of a report whose head was typed', () => {
  const under = new Table({ ...table.data, reportNotes: table.data.reportNotes.map((_, row) => (row === 1 ? ['另有说明', ...typedNotes({ agency: null, year: '2022' })].join('；') : '')) })
  const typed = (asked: Cut) => marked(under, select(), sliceOf(under, select(), asked), typedHeadDoubts(under))

  it('says so in the file and on the picture, whatever it rests on, with what the document reads', () => {
    for (const asked of [REVIEWS, REQUESTS]) {
      const { columns, rows } = sheetOf(under, select(), typed(asked), 'tidy')
      const told = rows.filter(([agency]) => agency === '甲区局').map((row) => ['typed', 'typed-en'].map((id) => row[columns.findIndex((column) => column.id === id)]))
      expect(told).toEqual([['机关名称为人工填写，文档读作：未写明；年度为人工填写，文档读作：2022', 'agency typed by hand; the document reads: not stated; year typed by hand; the document reads: 2022']])
      expect(doubtsIn(typed(asked)).by).toEqual(new Map([['typed', 1]]))
    }
    expect(typedHeadDoubts(table).any(1)).toBe(false)
    expect(typedHeadDoubts(under).about(1, [])).toEqual([])
  })
})

describe('a cell without a number that was read with doubt', () => {
  const blank = tableOf([
    { agency: '甲区局', year: 2023, cells: { 'documents.issued': '', 'documents.repealed': 0, 'documents.in-force': 7 } },
    { agency: '乙区局', year: 2023, cells: { 'documents.issued': '', 'documents.repealed': 0, 'documents.in-force': 3 } },
  ])
  const why = { zh: '这一行没有读到', en: 'this row was not read' }
  const read = new Table({ ...blank.data, doubtfulReadings: [{ row: 0, figure: 'documents.issued' as FigureId, why, confirmed: false, remark: '' }] })
  const selection = select({ view: 'proactive', missing: 'shown' })
  const slice = sliceFor(chartById('documents')!, read, selection, readingDoubts(read))
  const context = { ...contextOf('documents', read, { view: 'proactive', at: 2023, missing: 'shown' }, { language: 'en' }), slice }
  const at = slice.observations.findIndex(({ doubts: about }) => about.length > 0)

  it('carries the sign in the picture, the tooltip, the table and the file, and is counted; one that was read surely does not', () => {
    expect(slice.observations.filter(({ doubts: about }) => about.length > 0).map(({ row, value, missing, indicator }) => [row, value, missing, indicator.id])).toEqual([[0, null, 'blank', 'documents.issued']])
    const stub = (space: number, of = slice.observations[at]!) => stubMarks(context, of, 0, 0, 10, space).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
    expect([stub(200), stub(72), stub(20), stub(200, { ...slice.observations[at]!, doubts: [] })]).toEqual([['blank in the original ?'], [expect.stringMatching(/^b.*… \?$/)], ['?'], ['blank in the original']])
    expect(tooltipOf(context, at).lines.find(({ label }) => label.startsWith('?'))!.value).toContain('this row was not read')
    const twin = twinOf(read, selection, slice, context.words)
    const value = twin.columns.findIndex(({ id }) => id === 'value')
    expect(twin.rows.map(({ texts }) => texts[value]!).filter((text) => text.includes('blank')).sort()).toEqual(['? blank in the original', 'blank in the original'])
    const { columns, rows } = sheetOf(read, selection, slice, 'tidy')
    expect(rows.map((row) => row[columns.findIndex(({ id }) => id === 'unsure-en')]).filter((text) => text !== null)).toEqual([expect.stringContaining('this row was not read')])
    expect([...doubtsIn(slice).by]).toEqual([['unsure', 1]])
  })

  it('carries the sign of a correction that took its number away', () => {
    const corrected = new Table({ ...blank.data, revisions: [{ row: 0, figure: 'documents.issued' as FigureId, kind: 'edit', before: { value: 81 }, remark: '' }] })
    const own = sliceFor(chartById('documents')!, corrected, selection, revisionDoubts(corrected))
    expect(own.observations.flatMap(({ row, value, doubts: about }) => about.map(({ kind, text }) => [row, value, kind, text.zh]))).toEqual([[0, null, 'edited', expect.stringContaining('81 → ')]])
    const { columns, rows } = sheetOf(corrected, selection, own, 'tidy')
    expect(rows.filter((row) => row[columns.findIndex(({ id }) => id === 'edited')])).toHaveLength(1)
  })
})

describe('reports that fail a check, left out', () => {
  const hidden = { failing: 'hidden' } as const

  it('are gone from picture, totals and rest, and counted', () => {
    const slice = cut(REVIEWS, hidden)
    expect(told(slice)).toEqual([['甲区局', 2023, 4, ''], ['丙区局', 2023, 1, '']])
    expect(slice.coverage).toMatchObject({ of: 3, stated: 3, leftOut: 1 })
    expect(totalOf(table, select(hidden), 'review.total', doubts)).toMatchObject({ value: 5, agencies: 2, doubts: new Map(), leftOut: 1 })
    expect(told(cut(REQUESTS, hidden))).toHaveLength(2)
  })

  it.each([['one year', REVIEWS, {}], ['one listed', REVIEWS, { top: 1, sort: 'value-asc' }], ['over years', YEARS, {}], ['named', REVIEWS, { agency: ['甲区局'] }], ['other figures', REQUESTS, {}]] as const)('are as many as were announced: %s', (_, asked, partial) => {
    const announced = failingIn(table, select(partial), cut(asked, partial), doubts)
    expect(cut(asked, { ...partial, ...hidden }).coverage.leftOut).toBe(announced)
    expect(failingIn(table, select({ ...partial, ...hidden }), cut(asked, { ...partial, ...hidden }), doubts)).toBe(announced)
  })

  it('keep their place with the reason where they are named, and over the years', () => {
    expect(told(cut(REVIEWS, { ...hidden, agency: ['乙区局', '甲区局'] }))).toEqual([['甲区局', 2023, 4, ''], ['乙区局', 2023, 'fails-check', 'H4']])
    const years = cut(YEARS, hidden)
    expect(told(years).filter(([name]) => name === '乙区局')).toEqual([['乙区局', 2022, 5, ''], ['乙区局', 2023, 'fails-check', 'H4']])
    expect(years.coverage).toMatchObject({ leftOut: 1, byYear: [{ year: 2022, stated: 2, leftOut: 0 }, { year: 2023, stated: 3, leftOut: 1 }] })
  })

  it('stay while nothing is known of them', () => expect(cut(REVIEWS, hidden, NO_DOUBTS).observations).toHaveLength(3))
})

describe('which numbers of a report a failing sum casts doubt on', () => {
  const [right] = consistentReports(5, '甲市乙局', [2023])
  const of = (cells: Record<string, number>): Record<string, number> => Object.fromEntries(Object.entries(cells).map(([figure, by]) => [figure, Number(right!.cells[figure as FigureId]) + by]))
  /** What is in doubt about the figures of a report with some cells changed. */
  const about = (cells: Record<string, number | string>) => {
    const wrong = tableOf([{ ...right!, cells: { ...right!.cells, ...cells } }])
    const found = failingDoubts(checkTable(wrong))
    return (...figures: string[]): string => found.about(0, figures as FigureId[]).map(({ id }) => id).join(' ')
  }

  it('are none where every sum fits', () => expect(about({})('requests.received.total', 'requests.granted.natural', 'review.total')).toBe(''))

  it('are those of the row and the column in which a part is wrong, and no others', () => {
    const ids = about(of({ 'requests.granted.natural': 1 }))
    expect([ids('requests.granted.total'), ids('requests.granted.business'), ids('requests.processed.natural'), ids('requests.refused.security.natural')]).toEqual(['H3', 'H3', 'H2', 'H2'])
    expect(ids('requests.granted.natural')).toBe('H2 H3')
    expect([ids('requests.received.total'), ids('requests.processed.total'), ids('requests.received.natural'), ids('requests.refused.security.total'), ids('review.total')]).toEqual(['', '', '', '', ''])
  })

  it('are those of the balance where received and processed do not agree, not the outcomes', () => {
    const ids = about(of({ 'requests.received.natural': 5, 'requests.received.total': 5 }))
    expect(['received', 'carried-in', 'processed', 'carried-out'].map((row) => ids(`requests.${row}.total`))).toEqual(['H1', 'H1', 'H1', 'H1'])
    expect(['granted', 'partly-granted', 'refused.internal'].map((row) => ids(`requests.${row}.total`))).toEqual(['', '', ''])
    expect([ids('requests.received.natural'), ids('requests.received.business')]).toEqual(['H1', ''])
  })

  it('are those of one kind of review, and what is reckoned of it', () => {
    const ids = about(of({ 'review.total': 1 }))
    expect([ids('review.upheld'), ids('review.total'), ids('suit-direct.total'), ids('suit-direct.total', 'review.corrected')]).toEqual(['H4', 'H4', '', 'H4'])
  })

  it('is only the wrong number where it is none that can be', () => {
    const ids = about({ 'rules.issued': 1.5 })
    expect([ids('rules.issued'), ids('rules.repealed'), ids('rules.in-force')]).toEqual(['H6', '', ''])
  })

  it('is what was carried in where it is not what was carried out the year before', () => {
    const [first, second] = consistentReports(5, '甲市乙局', [2022, 2023])
    const carriedOut = Number(first!.cells['requests.carried-out.natural' as FigureId])
    const wrong = tableOf([{ ...first!, cells: { ...first!.cells, 'requests.carried-out.natural': carriedOut + 3, 'requests.received.natural': Number(first!.cells['requests.received.natural' as FigureId]) + 3, 'requests.carried-out.total': Number(first!.cells['requests.carried-out.total' as FigureId]) + 3, 'requests.received.total': Number(first!.cells['requests.received.total' as FigureId]) + 3 } }, second!])
    const found = failingDoubts(checkTable(wrong))
    const ids = (figure: string): string => found.about(wrong.rowOf(0, 2023), [figure as FigureId]).map(({ id }) => id).join(' ')
    expect([ids('requests.carried-in.natural'), ids('requests.carried-in.total'), ids('requests.carried-in.business'), ids('requests.received.natural'), ids('requests.processed.total')]).toEqual(['H5', 'H5', '', '', ''])
  })

  it('is written out in the finding that the doubt carries, as the workbench writes it', () => {
    const wrong = tableOf([{ ...right!, cells: { ...right!.cells, ...of({ 'review.total': 1 }) } }])
    const findings = checkTable(wrong)
    const [doubt] = failingDoubts(findings).about(0, ['review.total' as FigureId])
    expect(doubt!.text).toEqual(checkReport(wrong, 0).find(({ check, outcome }) => check === 'H4' && outcome === 'fail')!.explanation)
  })
})

describe.each(consistentReports(11, '甲市乙局', [2021, 2022, 2023]).map((report, at) => [at, report] as const))('the cells of failing tests, report %i', (seed, report) => {
  it('are those that the findings name', () => {
    const next = numbersFrom(seed + 1)
    const figures = Object.keys(report.cells)
    const cells = { ...report.cells }
    for (let at = 0; at < 12; at += 1) cells[figures[next(figures.length)]! as FigureId] = next(90)
    const findings = checkTable(tableOf([{ ...report, cells }]))
    const failing = Array.from({ length: findings.size }, (_, index) => index).filter((index) => findings.outcomeAt(index) === 'fail')
    expect(failing.length).toBeGreaterThan(5)
    for (const index of failing) expect([...findings.cellsAt(index)]).toEqual([...findings.at(index).cells])
  })
})

describe('several kinds of doubt', () => {
  const repaired: Doubts = { table, any: (row) => row === 0, about: (row) => (row === 0 ? [{ kind: 'repaired', id: 'review.total', text: { zh: '2 → 3', en: '2 → 3' } }] : []) }

  it('stand side by side, each with its sign and column', () => {
    const slice = cut(YEARS, {}, allDoubts(doubts, repaired))
    expect([...doubtsIn(slice).by]).toEqual([['failing', 1], ['repaired', 1]])
    expect(sheetOf(table, select(), slice, 'tidy').columns.map(({ id }) => id)).toEqual(expect.arrayContaining(['check', 'check-en', 'repaired', 'repaired-en']))
  })

  it('are counted of a total, each by itself', () => {
    const first: Doubts = { ...repaired, any: (row) => row === 1, about: (row) => (row === 1 ? repaired.about(0, []) : []) }
    expect([...totalOf(table, select(), 'review.total', allDoubts(doubts, first))!.doubts]).toEqual([['failing', 1], ['repaired', 1]])
  })

  it('do not concern what only counts figures or reports', () => {
    expect([REVIEWS, { ...REVIEWS, indicators: ['coverage.figures'], rankBy: 'coverage.figures' }].map((asked) => restsOnFigures(select(), sliceOf(table, select(), asked)))).toEqual([true, false])
  })

  it('have a sign, a shape and a column of their own', () => {
    for (const part of ['sign', 'symbol', 'column'] as const) expect(new Set(Object.values(DOUBT_LOOKS).map((look) => look[part])).size).toBe(DOUBT_KINDS.length)
  })
})

describe.each(CHARTS.map((chart) => [chart.id, chart] as const))('chart %s', (_, chart) => {
  it.each(['shown', 'hidden'] as const)('draws every observation once, failing reports %s', (failing) => {
    for (const view of VIEWS.filter((each) => chart.places[each] !== undefined)) {
      for (const agency of [[], ['乙区局', '甲区局']]) {
        const selection = select({ view, failing, agency, missing: 'shown' })
        const context = { ...contextOf(chart.id, table, { view, failing, agency, missing: 'shown' }), selection, slice: sliceFor(chart, table, selection, doubts) }
        expect(marksOf(chart.option(context)).sort((a, b) => a - b)).toEqual(context.slice.observations.map((__, at) => at))
      }
    }
  })
})
