import { describe, expect, it } from 'vitest'
import { CHARTS, chartById, chartsOf, leadChart } from '@/charts'
import { renderSvg } from '@/charts/engine'
import { marksOf } from '@/charts/marks'
import { PALETTES } from '@/charts/theme'
import { LANGUAGES, wordsOf } from '@/i18n'
import { VIEWS, type Selection } from '@/domain/selection'
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
        expect(chart.height(context.slice, width)).toBeGreaterThan(40)
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
      const svg = await renderSvg(chart.option(context), context.width, chart.height(context.slice, context.width))
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
    const svg = await renderSvg(chart.option(context), 1100, chart.height(context.slice, 1100))
    expect(svg).not.toContain('<img')
  })

  it('keeps everything inside the height it asks for', () => {
    for (const width of WIDTHS) {
      const context = contextOf(id, FULL, { view: VIEWS.find((each) => chart.places[each] !== undefined)!, missing: 'shown' }, { width })
      const height = chart.height(context.slice, width)
      for (const grid of [chart.option(context).grid ?? []].flat() as { top: number; height: number; left: number; width: number }[]) {
        expect(grid.top + grid.height).toBeLessThanOrEqual(height)
        expect(grid.left + grid.width).toBeLessThanOrEqual(width + 0.5)
      }
    }
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
    const many = tableOf([], Array.from({ length: 41 }, (_, at) => `甲省${at}局`))
    expect(leadChart('overview', selected(), many)?.id).toBe('coverage')
  })

  it('has words for both palettes and languages', () => {
    expect(Object.keys(PALETTES)).toEqual(['light', 'dark'])
    expect(wordsOf('zh-CN').t('chart.empty')).not.toBe('chart.empty')
  })
})
