import { helper } from 'echarts'
import { describe, expect, it } from 'vitest'
import { chartById } from '@/charts'
import { symbolOf } from '@/charts/doubts'
import { renderSvg } from '@/charts/engine'
import { tooltipOf } from '@/charts/tooltip'
import { DOUBT_KINDS } from '@/domain/doubt'
import { label } from '@/domain/label'
import { sheetOf } from '@/domain/sheet'
import { tableOf } from '../fixture'
import { contextOf, FULL } from './fixtures'

interface LineSeries {
  readonly type: string
  readonly id: string
  readonly data: readonly { readonly value: readonly (number | null)[]; readonly observation?: number }[]
}

const linesOf = (context: ReturnType<typeof contextOf>): LineSeries[] => ([chartById('trend')!.option(context).series].flat() as LineSeries[]).filter(({ type }) => type === 'line')

describe('trend', () => {
  it('has a series per agency under its id', () => {
    const context = contextOf('trend', FULL, { view: 'requests' })
    expect(linesOf(context).map(({ id }) => id)).toEqual(context.slice.subjects.map(({ agency }) => FULL.agencies[agency]!.id))
  })

  it('joins two years only where they may be compared', () => {
    const context = contextOf('trend', FULL, { view: 'requests' })
    for (const { data } of linesOf(context)) {
      data.forEach((datum, at) => {
        if (datum.observation === undefined || at === 0) return
        const observation = context.slice.observations[datum.observation]!
        const before = data[at - 1]!
        expect(before.observation !== undefined && before.value[1] !== null && datum.value[1] !== null).toBe(observation.joined)
      })
    }
  })

  it('draws at most eight agencies where the link names none', () => {
    expect(chartById('trend')!.cut(contextOf('trend', FULL, {}).selection, FULL).most).toBe(8)
  })
})

describe('the dot of a doubtful number', () => {
  it.each(DOUBT_KINDS)('has its middle on the number: %s', (kind) => {
    const symbol = helper.createSymbol(symbolOf({ doubts: [{ kind, id: '', text: label('', '') }] }), -5, -5, 10, 10, '#000') as unknown as { getBoundingRect(): { x: number; y: number; width: number; height: number } }
    const { x, y, width, height } = symbol.getBoundingRect()
    expect([x + width / 2, y + height / 2].map((middle) => Math.abs(middle) < 0.5)).toEqual([true, true])
  })
})

describe('the line where the report format changes', () => {
  const report = (agency: string, year: number, format: string, value: number) => ({ agency, year, format, cells: { 'requests.received.total': value } })
  const drawn = (...reports: Parameters<typeof tableOf>[0]): Promise<string> => renderSvg(chartById('trend')!.option(contextOf('trend', tableOf(reports), { view: 'requests' })), 1100, 400)

  it('names the newer one, whichever is met first, and stands nowhere when no year before it is shown', async () => {
    const both = [report('甲市教育局', 2021, 'cn-2021', 3), report('甲市教育局', 2022, 'cn-2021', 4), report('乙市财政局', 2021, 'cn-2019', 5)] as const
    expect(await drawn(...both)).not.toMatch(/版格式/)
    const svg = await drawn(...both, report('乙市财政局', 2020, 'cn-2019', 6))
    expect([svg.match(/2021 年版格式/g)?.length, svg.match(/2019 年版格式/g)]).toEqual([1, null])
  })
})

describe('the names at the right', () => {
  const table = tableOf([
    { agency: '甲市教育局', year: 2021, cells: { 'requests.received.total': 28 } },
    { agency: '乙市财政局', year: 2021, cells: { 'requests.received.total': 40 } },
    { agency: '乙市财政局', year: 2022, cells: { 'requests.received.total': 56 } },
  ])

  it.each([['zh-CN', '28（2021）'], ['en', '28 (2021)']] as const)('say the year of a line that ends before the others (%s)', async (language, ended) => {
    const svg = await renderSvg(chartById('trend')!.option(contextOf('trend', table, { view: 'requests' }, { language })), 1100, 400)
    expect(svg).toMatch(new RegExp(`${ended.replace(/[()]/g, '\\$&')}<`))
    expect(svg).toMatch(/ 56</)
  })
})

describe('what is not joined', () => {
  const table = tableOf([
    { agency: '甲市教育局', year: 2018, cells: { 'requests.received.total': 7 } },
    { agency: '甲市教育局', year: 2019, cells: { 'requests.received.total': 9 } },
    { agency: '甲市教育局', year: 2020, cells: { 'requests.received.total': '5147（全市）' } },
    { agency: '甲市教育局', year: 2021, cells: { 'requests.received.total': '5200（全市）' } },
  ])
  const context = contextOf('trend', table, { view: 'requests', agency: ['甲市教育局'] }, { language: 'en' })

  it('says why: another format, an office beside its region', () => {
    expect(context.slice.observations.map(({ apart, joined }) => [apart, joined])).toEqual([[null, false], ['format', false], ['scope', false], [null, true]])
  })

  it('has two strokes at each break, the reason in words above, in the tooltip and in the file', async () => {
    const svg = await renderSvg(chartById('trend')!.option(context), 1100, 400)
    expect(svg).toContain('not comparable, not joined')
    expect(svg).toContain('office, then region: not joined')
    expect(tooltipOf(context, 2).lines).toContainEqual({ label: 'The year before', value: 'one counts the office, the other its region: not joined' })
    const { columns, rows } = sheetOf(table, context.selection, context.slice, 'tidy')
    expect(rows.map((row) => row[columns.findIndex(({ id }) => id === 'apart')])).toEqual([null, 'format', 'scope', null])
  })
})
