import { describe, expect, it } from 'vitest'
import { CHARTS, chartById, chartsOf, leadChart } from '@/charts'
import { renderSvg } from '@/charts/engine'
import { marksOf } from '@/charts/marks'
import { manyColours, PALETTES } from '@/charts/theme'
import { LANGUAGES, wordsOf } from '@/i18n'
import { comparisonOf } from '@/domain/comparisons'
import { FORMATS } from '@/domain/formats'
import { VIEWS, type Selection } from '@/domain/selection'
import { blankReports, FAMILIES } from '../families'
import { tableOf } from '../fixture'
import { contextOf, FULL, GAPS, NOTHING, selected } from './fixtures'

const NAMED = { agency: FULL.agencies.map(({ id }) => id), focus: FULL.agencies[0]!.id } satisfies Partial<Selection>
const CASES: readonly [string, typeof FULL, Partial<Selection>][] = [
  ['real-like reports', FULL, {}],
  ['named agencies, all shown', FULL, { ...NAMED, missing: 'shown' }],
  ['absolute values, ascending', FULL, { values: 'absolute', sort: 'value-asc', missing: 'shown', n: 0 }],
  ['an opened group', FULL, { group: 'unavailable', sort: 'name' }],
  ['top one with the rest', FULL, { top: 1, focus: '甲省丙市人民政府' }],
  ['gaps', GAPS, { missing: 'shown', scope: 'all' }],
  ['named agencies with gaps', GAPS, { agency: [...GAPS.agencies.map(({ id }) => id), '没有的机关'] }],
  ['an applicant', FULL, { applicant: 'natural' }],
  ['no report of the year', FULL, { year: { from: 2001, to: 2002 } }],
  ['nothing', NOTHING, {}],
]
const WIDTHS = [1100, 358]

const dataOf = (option: { series?: unknown }): Record<string, unknown>[] => [option.series].flat().flatMap((series) => ((series as { data?: Record<string, unknown>[] } | undefined)?.data ?? []))

describe.each(CHARTS.map((chart) => [chart.id, chart] as const))('chart %s', (id, chart) => {
  it.each(CASES)('draws from %s: every observation is exactly one datum', (_, table, changes) => {
    for (const view of VIEWS.filter((each) => chart.places[each] !== undefined)) {
      for (const width of WIDTHS) {
        const context = contextOf(id, table, { ...changes, view }, { width })
        const marks = marksOf(chart.option(context))
        expect([...marks].sort((a, b) => a - b)).toEqual(context.slice.observations.map((__, at) => at))
        expect(chart.height(context.slice, width, context.table)).toBeGreaterThan(40)
      }
    }
  })

  it.each(CASES)('never draws a missing value as a number: %s', (_, table, changes) => {
    const context = contextOf(id, table, { ...changes, view: VIEWS.find((each) => chart.places[each] !== undefined)! })
    for (const datum of dataOf(chart.option(context))) {
      const observation = context.slice.observations[datum.observation as number]
      if (observation?.value !== null) continue
      const value = [datum.value].flat()
      expect(value.at(-1) === null || value[0] === null, JSON.stringify(datum)).toBe(true)
      expect(datum.missing).toBe(observation.missing)
    }
  })

  it.each(LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((palette) => [language, palette] as const)))('says what it shows in %s, %s', async (language, palette) => {
    for (const [, table, changes] of [CASES[0]!, CASES[3]!, CASES[9]!]) {
      const context = contextOf(id, table, { ...changes, view: VIEWS.find((each) => chart.places[each] !== undefined)! }, { language, palette })
      const svg = await renderSvg(chart.option(context), context.width, chart.height(context.slice, context.width, context.table))
      const texts = [chart.title(context), chart.subtitle(context), chart.summary(context)]
      for (const text of texts) expect(text.trim()).not.toBe('')
      for (const text of [...texts, svg.replace(/<style[^]*?<\/style>/g, '')]) {
        expect(text).not.toMatch(/\{\w+\}|undefined|NaN|chart\.[a-z]/)
      }
      expect(svg).toMatch(/^<svg[^]*<\/svg>$/)
    }
  })

  it('names agencies as text, whatever they are called', async () => {
    const evil = '<img onerror=alert(1)>省{b}局'
    const table = tableOf(FULL.agencies.flatMap(({ id: agency }, at) => [{ agency: at === 0 ? evil : agency, year: 2023, cells: { 'requests.received.total': 40, 'requests.processed.total': 40, 'requests.granted.total': 40, 'documents.issued': 1, 'review.total': 1 } }]))
    const context = contextOf(id, table, { view: VIEWS.find((each) => chart.places[each] !== undefined)! })
    const svg = await renderSvg(chart.option(context), 1100, chart.height(context.slice, 1100, context.table))
    expect(svg).not.toContain('<img')
  })

  it('keeps everything inside the height it asks for', () => {
    for (const width of WIDTHS) {
      const context = contextOf(id, FULL, { view: VIEWS.find((each) => chart.places[each] !== undefined)!, missing: 'shown' }, { width })
      const height = chart.height(context.slice, width, context.table)
      for (const grid of [chart.option(context).grid ?? []].flat() as { top: number; height: number; left: number; width: number }[]) {
        expect(grid.top + grid.height).toBeLessThanOrEqual(height)
        expect(grid.left + grid.width).toBeLessThanOrEqual(width + 0.5)
      }
    }
  })
})

describe.each([...Object.entries(FAMILIES), ...FORMATS.filter(({ own }) => own).map(({ id }) => [`${id}, all blank`, blankReports(id)] as const)])('reports of %s', (_, table) => {
  const shownOn = (view: (typeof VIEWS)[number]) => chartsOf(view).filter(({ suits }) => suits?.(selected({ view }), table) ?? true)

  it.each(VIEWS)('have on page %s a chart that leads, or no figures at all', (view) => {
    expect(shownOn(view).length > 0).toBe(comparisonOf(view, table).indicators.length > 0)
  })

  it.each(CHARTS.map(({ id }) => id))('are drawn by %s, suited or not', (id) => {
    const chart = chartById(id)!
    for (const view of VIEWS.filter((each) => chart.places[each] !== undefined)) {
      for (const changes of [{}, { missing: 'shown', values: 'absolute', group: 'other' }, { group: 'refused', at: 2019 }, { applicant: 'natural', agency: table.agencies.map((agency) => agency.id) }] as const) {
        for (const width of WIDTHS) {
          const context = contextOf(id, table, { ...changes, view }, { width, language: width > 600 ? 'en' : 'zh-CN' })
          const marks = marksOf(chart.option(context))
          expect([...marks].sort((a, b) => a - b)).toEqual(context.slice.observations.map((__, at) => at))
          const height = chart.height(context.slice, width, table)
          for (const grid of [chart.option(context).grid ?? []].flat() as { top: number; height: number; left: number; width: number }[]) {
            expect(grid.top + grid.height).toBeLessThanOrEqual(height)
            expect(grid.left + grid.width).toBeLessThanOrEqual(width + 0.5)
          }
        }
      }
    }
  })

  it.each(LANGUAGES)('say what they show in %s', async (language) => {
    for (const view of VIEWS) {
      for (const chart of shownOn(view)) {
        const context = contextOf(chart.id, table, { view }, { language })
        const svg = await renderSvg(chart.option(context), context.width, chart.height(context.slice, context.width, table))
        for (const text of [chart.title(context), chart.subtitle(context), chart.summary(context), svg.replace(/<style[^]*?<\/style>/g, '')]) {
          expect(text, chart.id).not.toMatch(/\{\w+\}|undefined|NaN|chart\.[a-z]|^\s*$/)
        }
      }
    }
  })
})

describe('charts of one family', () => {
  const ids = (table: typeof FULL, view: (typeof VIEWS)[number]): string[] => chartsOf(view).flatMap(({ id, suits }) => (suits?.(selected({ view }), table) === false ? [] : [id]))

  it('stay away from the others', () => {
    expect(ids(FAMILIES['us-foia']!, 'proactive')).toEqual(['postings', 'trend', 'ranking'])
    expect(ids(FAMILIES['us-foia']!, 'reviews')).toEqual(['results', 'correction-rate', 'funnel', 'trend', 'ranking'])
    expect(ids(FAMILIES['us-foia']!, 'requests')).toEqual(['outcomes', 'disclosure-rate', 'funnel', 'rank-strip', 'reasons', 'clearance', 'volume-rate', 'trend', 'outcomes-years', 'ranking'])
    expect(ids(FAMILIES['several']!, 'proactive')).toEqual(['postings', 'trend', 'ranking'])
    expect(ids(FAMILIES['us-foia']!, 'participation')).toEqual([])
    expect(ids(FULL, 'proactive')).not.toContain('postings')
  })

  it('opens a group of own figures into its rows, grey beyond the colours there are', () => {
    const opened = contextOf('outcomes', FAMILIES['scotland-foisa']!, { view: 'requests', group: 'refused' })
    expect(opened.slice.indicators).toHaveLength(9)
    expect(new Set(manyColours(opened.palette, 12)).size).toBe(12)
    expect(manyColours(opened.palette, 3)).toEqual(opened.palette.series.slice(0, 3))
    const { slice, selection } = contextOf('outcomes', FAMILIES['us-foia']!, { view: 'requests' })
    const drill = chartById('outcomes')!.drill!
    expect(drill(slice, slice.observations.findIndex(({ indicator }) => indicator.id === 'us-foia:outcomes.other.share'), selection, FAMILIES['us-foia']!)).toEqual({ group: 'other' })
    expect(drill(slice, 0, selection, FAMILIES['us-foia']!)).toBeUndefined()
  })

  it('shows by region or by sector how many agencies have data, and nothing where neither is known', () => {
    const many = (province: (at: number) => string, category: (at: number) => string) =>
      tableOf(Array.from({ length: 41 }, (_, at) => ({ agency: `Authority ${at}`, year: 2019, format: 'scotland-foisa', agencyIs: { province: province(at), category: category(at) }, cells: { 'scotland-foisa:foisa.received': at } })))
    const none = (): string => ''
    const half = (at: number): string => (at < 20 ? 'One' : 'Other')
    expect(contextOf('coverage', many(half, none)).slice.cut.by).toBe('province')
    const bySector = contextOf('coverage', many(none, half), {}, { language: 'en' })
    expect(bySector.slice.subjects.map(({ name }) => name)).toEqual(['Other', 'One'])
    expect(chartById('coverage')!.title(bySector)).toBe('Agencies with data by sector, 2019')
    expect(leadChart('overview', selected(), many(none, none))?.id).toBe('ranking')
  })

  it('turns counts that a narrow cell has no room for, so that they can be read', async () => {
    const agencies = Array.from({ length: 41 }, (_, at) => ({ agency: `甲省${at}局`, agencyIs: { province: at < 30 ? '甲省' : '乙省' } }))
    const table = tableOf(agencies.flatMap((agency) => Array.from({ length: 18 }, (_, at) => ({ ...agency, year: 2008 + at, cells: { 'requests.received.total': 1 } }))))
    const svg = await renderSvg(chartById('coverage')!.option(contextOf('coverage', table, {}, { width: 230 })), 230, 200)
    const counts = [...svg.matchAll(/<text[^>]*>(?:30|11)<\/text>/g)].map(([text]) => text)
    expect(counts).toHaveLength(36)
    expect(counts.filter((text) => Number(/font-size[:=]"?(\d+)/.exec(text)?.[1]) < 9)).toEqual([])
  })
})

describe('the registry', () => {
  it('has one chart per id, in its own file', () => {
    expect(new Set(CHARTS.map(({ id }) => id)).size).toBe(CHARTS.length)
    for (const chart of CHARTS) expect(chartById(chart.id)).toBe(chart)
    expect(chartById('no-such-chart')).toBeUndefined()
  })

  it.each(VIEWS)('gives page %s a lead, a trend and a ranking', (view) => {
    const ids = chartsOf(view).map(({ id }) => id)
    expect(ids).toContain('trend')
    expect(ids).toContain('ranking')
    expect(leadChart(view, selected({ view }), FULL)?.places[view]).toBeLessThan(1)
  })

  it('leads the overview by province for many agencies and by agency for few', () => {
    expect(leadChart('overview', selected(), FULL)?.id).toBe('coverage-agencies')
    const many = tableOf([], Array.from({ length: 41 }, (_, at) => `${at < 20 ? '甲省' : '乙省'}${at}局`))
    expect(leadChart('overview', selected(), many)?.id).toBe('coverage')
  })

  it('has words for both palettes and languages', () => {
    expect(Object.keys(PALETTES)).toEqual(['light', 'dark'])
    expect(wordsOf('zh-CN').t('chart.empty')).not.toBe('chart.empty')
  })
})
