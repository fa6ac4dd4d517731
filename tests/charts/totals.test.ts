import { describe, expect, it } from 'vitest'
import { chartById, sliceFor } from '@/charts'
import { renderSvg } from '@/charts/engine'
import { tooltipOf } from '@/charts/tooltip'
import { checkTable, failingDoubts } from '@/domain/checks'
import { APPLICANT_IDS } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import { marked } from '@/domain/doubted'
import { sheetOf } from '@/domain/sheet'
import { Table } from '@/domain/table'
import { NO_OUTCOMES, requestCells, tableOf } from '../fixture'
import { contextOf, FULL } from './fixtures'

const linesOf = (context: ReturnType<typeof contextOf>, ...ids: string[]) => {
  const { columns, rows } = sheetOf(context.table, context.selection, context.slice, 'tidy')
  const at = ids.map((id) => columns.findIndex((column) => column.id === id))
  return rows.map((row) => at.map((column) => row[column]))
}

describe('what is printed at the end of a bar', () => {
  const wrong = tableOf([{ agency: '甲区局', year: 2023, cells: { 'review.upheld': 1, 'review.corrected': 1, 'review.other': 0, 'review.pending': 0, 'review.total': 14 } }])

  it('is an observation of the slice: total of reviews in picture, tooltip, table and file, with its doubt', async () => {
    const context = contextOf('results', wrong, { view: 'reviews' })
    const slice = marked(wrong, context.selection, context.slice, failingDoubts(checkTable(wrong)))
    const at = slice.observations.findIndex(({ indicator }) => indicator.id === 'review.total')
    const doubted = { ...context, slice }
    expect(slice.observations.filter(({ indicator }) => indicator.id.endsWith('.total'))).toHaveLength(3)
    expect(linesOf(doubted, 'indicator', 'value', 'check')[at]).toEqual(['review.total', 14, expect.stringMatching(/^H4 /)])
    expect(tooltipOf(doubted, at).lines.map(({ label }) => label)).toContain('△ 核验不符 H4')
    expect(await renderSvg(chartById('results')!.option(doubted), 1100, 400)).toContain('14 △')
  })

  it('makes no agency stated that states nothing else of it', () => {
    const more = tableOf([{ agency: '甲区局', year: 2023, cells: { 'review.upheld': 1, 'review.total': 1 } }, { agency: '乙区局', year: 2023, cells: { 'review.total': 9 } }])
    expect(contextOf('results', more, { view: 'reviews' }).slice.subjects.map(({ name }) => name)).toEqual(['甲区局'])
  })

  it.each([
    ['outcomes', { values: 'absolute' }, 'requests.processed', 'total'],
    ['outcomes', { values: 'absolute', group: 'unavailable' }, 'requests.unavailable', 'total'],
    ['outcomes', { values: 'share', group: 'unavailable' }, 'requests.unavailable.share', 'total'],
    ['applicants', { values: 'absolute' }, 'requests.received', 'total'],
    ['applicants', { values: 'share' }, 'requests.received', 'total'],
  ] as const)('%s %o: %s', (id, changes, indicator, applicant) => {
    const { slice } = contextOf(id, FULL, { ...changes, view: 'requests' })
    for (const subject of slice.subjects.keys()) expect(slice.observations.filter((each) => each.subject === subject && each.indicator.id === indicator && each.applicant === applicant)).toHaveLength(1)
  })
})

describe('what is not stated in a bar', () => {
  const kind = (values: readonly (number | string)[]) => Object.fromEntries(['upheld', 'corrected', 'other', 'pending', 'total'].map((result, at) => [`review.${result}`, values[at]!]))
  const svgOf = async (values: readonly (number | string)[]) => {
    const context = contextOf('results', tableOf([{ agency: '甲区局', year: 2023, cells: kind(values) }]), { view: 'reviews' })
    return renderSvg(chartById('results')!.option(context), 1100, chartById('results')!.height(context.slice, 1100, context.table))
  }

  it('is said of a blank total behind its parts, also where all are zero', async () => {
    expect(await svgOf([0, 0, 0, 0, ''])).toContain('总计：原文空白')
    expect(await svgOf([2, 0, 0, 0, ''])).toContain('总计：原文空白')
    expect(await svgOf([0, 0, 0, 0, 0])).not.toContain('总计：')
    expect((await svgOf(['', '', '', '', ''])).match(/>总计：/)).toBeNull()
  })

  it('has its hatch in the legend where there is one', async () => {
    expect(await svgOf([3, '', 0, 0, 5])).toContain('>未说明<')
    const whole = tableOf([{ agency: '甲区局', year: 2023, cells: Object.fromEntries(['review', 'suit-direct', 'suit-after-review'].flatMap((each) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => [`${each}.${result}`, result === 'total' ? 4 : 1]))) }])
    const context = contextOf('results', whole, { view: 'reviews' })
    expect(await renderSvg(chartById('results')!.option(context), 1100, 300)).not.toContain('>未说明<')
  })

  it('has no room, and no hatch, beside parts that make up a total of zero', () => {
    const context = contextOf('results', tableOf([{ agency: '甲区局', year: 2023, cells: kind([0, '', '', 0, 0]) }]), { view: 'reviews' })
    const missing = [chartById('results')!.option(context).series].flat().find((series) => (series as { id?: string }).id === 'review-missing') as unknown as { data: unknown[]; renderItem: (params: { dataIndex: number }) => { children: unknown[] } }
    expect(missing.data.map((_, dataIndex) => missing.renderItem({ dataIndex }).children.length)).toEqual([0, 0])
  })
})

describe('who asks, as shares', () => {
  const context = contextOf('applicants', FULL, { view: 'requests', values: 'share' })

  it('stands in table and file with what was divided by what, and is told so', () => {
    expect(linesOf(context, 'agency', 'indicator', 'applicant', 'numerator', 'denominator', 'unit')).toContainEqual(['甲省乙市教育局', 'requests.received.share', 'natural', 79, 80, '%'])
    expect(tooltipOf(context, 0).lines[0]).toEqual({ label: '占本年新收申请（自然人）', value: '98.9%（89/90）' })
    expect(chartById('applicants')!.summary(context)).toContain('占本年新收申请（自然人），依次为：甲省乙市民政局 98.9%（89/90）')
  })

  it('has none of the kind alone where the total is not known', () => {
    const alone = tableOf([{ agency: '甲区局', year: 2023, cells: { 'requests.received.natural': 8, 'requests.received.business': 2 } }])
    expect(contextOf('applicants', alone, { view: 'requests', values: 'share', missing: 'shown' }).slice.observations.every(({ value }) => value === null)).toBe(true)
  })
})

describe('granted and partly granted where only their sum is stated', () => {
  const table = tableOf([{ agency: '甲区局', year: 2023, cells: { 'requests.disclosed.total': 43, 'requests.processed.total': 52, 'requests.unavailable.total': 6 } }])

  it.each([
    ['outcomes', 'share', 'requests.disclosure-rate@both', 43 / 0.52, '83%'],
    ['outcomes', 'absolute', 'requests.disclosed', 43, '43'],
    ['outcomes-years', 'share', 'requests.disclosure-rate@both', 43 / 0.52, '83%'],
  ] as const)('%s as %s: what is written in the picture stands in table and file', async (id, values, indicator, value, written) => {
    const context = contextOf(id, table, { view: 'requests', values })
    const line = linesOf(context, 'indicator', 'value').find(([each]) => each === indicator)
    expect(line?.[1]).toBeCloseTo(value, 10)
    expect(await renderSvg(chartById(id)!.option(context), 1100, 400)).toContain(`>${written}<`)
  })

  it('is not listed where one of the two is stated', () => {
    const { slice } = contextOf('outcomes', FULL, { view: 'requests' })
    expect(slice.observations.filter(({ indicator }) => indicator.id.includes('@'))).toEqual([])
  })

  it('answers for itself where it is drawn', () => {
    const context = contextOf('outcomes', table, { view: 'requests' })
    const at = context.slice.observations.findIndex(({ indicator }) => indicator.id === 'requests.disclosure-rate@both')
    expect(tooltipOf(context, at).lines[0]!.value).toBe('82.7%（43/52）')
  })
})

describe('what no outcome of the form accounts for', () => {
  const cells = (more: number) => requestCells({ ...NO_OUTCOMES, received: 88, granted: 86, processed: 86 + more, 'carried-out': 0, 'carried-in': more - 2 })
  const statement = { row: 0, figure: '', asNamed: '属于工作秘密', value: '2', unit: '件', note: 'total' }
  const base = tableOf([{ agency: '甲区局', year: 2023, cells: cells(2) }, { agency: '乙区局', year: 2023, cells: cells(0) }, { agency: '丙区局', year: 2023, cells: { ...cells(0), 'requests.processed.total': 40 } }])
  const table = new Table({ ...base.data, statements: [statement] })
  const context = contextOf('outcomes', table, { view: 'requests', sort: 'name' })
  const found = (id: string, name: string) => context.slice.observations.findIndex(({ indicator, subject }) => indicator.id === id && context.slice.subjects[subject]!.name === name)

  it('is a part of the bar of its own, named with its count in tooltip, table and file', () => {
    const at = found('requests.outside.share', '甲区局')
    expect(context.slice.observations[at]).toMatchObject({ numerator: 2, denominator: 88 })
    expect(tooltipOf(context, at).lines).toEqual(expect.arrayContaining([{ label: '表外或未列明结果占比', value: '2.3%（2/88）' }, { label: '原文备注', value: '属于工作秘密 2' }]))
    expect(linesOf(context, 'indicator', 'label', 'numerator', 'denominator', 'note')[at]).toEqual(['requests.outside.share', '表外或未列明结果占比', 2, 88, '属于工作秘密 2'])
    const bars = [chartById('outcomes')!.option(context).series].flat().flatMap((series) => ((series as { data?: { observation?: number; itemStyle?: { decal?: unknown } }[] }).data ?? []))
    expect(bars.find(({ observation }) => observation === at)?.itemStyle?.decal).toBeDefined()
  })

  it('fills the bar: all parts of an agency make 100 %', () => {
    const sum = context.slice.observations.filter(({ subject }) => context.slice.subjects[subject]!.name === '甲区局').reduce((all, { value }) => all + value!, 0)
    expect(sum).toBeCloseTo(100)
  })

  it('is none where all is accounted for, and a contradiction where the outcomes exceed the total', () => {
    expect(context.slice.observations[found('requests.outside.share', '乙区局')]).toMatchObject({ value: 0 })
    expect(context.slice.observations[found('requests.outside.share', '丙区局')]).toMatchObject({ value: null, missing: 'contradictory' })
  })

  it('is drawn year by year too, and nowhere where no report leaves anything', () => {
    expect(contextOf('outcomes-years', table, { view: 'requests' }).slice.indicators.map(({ id }) => id)).toContain('requests.outside.share')
    expect(contextOf('outcomes', FULL, { view: 'requests' }).slice.indicators.map(({ id }) => id)).not.toContain('requests.outside.share')
  })
})

describe('coverage of a report', () => {
  const split = Object.fromEntries(Object.entries(NO_OUTCOMES).filter(([row]) => !row.startsWith('other.')))
  const chart = chartById('coverage-agencies')!
  const requests = (rows: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries({ ...rows, received: 1, 'carried-in': 0, processed: 1, 'carried-out': 0 }).flatMap(([row, value]) => ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => [`requests.${row}.${applicant}`, value])))
  const proactive = Object.fromEntries(['rules.issued', 'rules.repealed', 'rules.in-force', 'documents.issued', 'documents.repealed', 'documents.in-force', 'licences.decisions', 'penalties.decisions', 'measures.decisions', 'fees.amount'].map((figure) => [figure, 1]))
  const reviews = Object.fromEntries(['review', 'suit-direct', 'suit-after-review'].flatMap((kind) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => [`${kind}.${result}`, 1])))
  const colours = (rows: Readonly<Record<string, number>>): Set<unknown> => drawn({ agency: '甲区局', year: 2023, cells: { ...requests(rows), ...proactive, ...reviews } })
  const drawn = (report: Parameters<typeof tableOf>[0][number]): Set<unknown> => {
    const table = tableOf([report])
    const context = contextOf('coverage-agencies', table, { view: 'overview' })
    const slice = sliceFor(chart, table, context.selection)
    const cells = ([chart.option({ ...context, slice }).series].flat() as { id?: string; renderItem?: (params: { dataIndex: number }) => { children: { style: { fill?: string } }[] } }[]).find(({ id }) => id === 'cells')!
    return new Set([cells.renderItem!({ dataIndex: 0 }).children[0]!.style.fill])
  }

  it('is complete where （六）其他处理 stands unsplit for its rows, and partial where it is missing', () => {
    expect(colours({ ...split, other: 0 })).toEqual(colours(NO_OUTCOMES))
    expect(colours(split)).not.toEqual(colours(NO_OUTCOMES))
  })

  it('is complete where a report on the form of 2019 splits （六）其他处理, and partial where it leaves one of its rows out', () => {
    const whole = formatOf('cn-2019')!.tables.flatMap(({ rows }) => rows.flatMap(({ figures }) => figures.flatMap((figure) => (figure ? [[figure, 1] as const] : []))))
    const parts = (rows: readonly string[]) => rows.flatMap((row) => APPLICANT_IDS.map((applicant) => [`requests.other.${row}.${applicant}`, 1] as const))
    const filled = (cells: readonly (readonly [string, number])[]) => drawn({ agency: '甲区局', year: 2020, format: 'cn-2019', cells: Object.fromEntries(cells) })
    const rest = whole.filter(([figure]) => !figure.startsWith('requests.other.'))
    expect(filled([...rest, ...parts(['not-corrected', 'fee-unpaid', 'other'])])).toEqual(filled(whole))
    expect(filled([...rest, ...parts(['not-corrected', 'other'])])).not.toEqual(filled(whole))
  })
})
