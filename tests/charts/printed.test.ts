import { describe, expect, it } from 'vitest'
import { CHARTS, sliceFor } from '@/charts'
import type { Chart, ChartContext } from '@/charts/chart'
import { renderSvg } from '@/charts/engine'
import { PALETTES } from '@/charts/theme'
import { chosen, controlsOf, indicatorGroups } from '@/components/card-controls'
import { VIEWS, type Selection } from '@/domain/selection'
import type { Observation } from '@/domain/slice'
import type { Table } from '@/domain/table'
import { wordsOf } from '@/i18n'
import { FAMILIES } from '../families'
import { tableOf } from '../fixture'
import { selected } from './fixtures'

const ROWS = ['received', 'carried-in', 'granted', 'partly-granted', 'refused.third-party', 'refused.internal', 'unavailable.not-held', 'unavailable.unclear', 'not-processed.petition', 'other.other', 'processed', 'carried-out']
const APPLICANTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other']

/** A report whose numbers are all different, and no round ones. */
function reportOf(at: number, year: number): Record<string, number> {
  const cells: Record<string, number> = {}
  const step = 101 * at + 1009 * (year - 2020)
  const put = (id: string, value: number): void => void (cells[id] = value)
  ROWS.forEach((row, k) => {
    const own = APPLICANTS.map((_, n) => (row === 'received' || row === 'processed' ? 2003 : 31) + step + 37 * k + 211 * n)
    own.forEach((value, n) => put(`requests.${row}.${APPLICANTS[n]!}`, value))
    put(`requests.${row}.total`, own.reduce((sum, value) => sum + value, 0))
  })
  for (const kind of ['review', 'suit-direct', 'suit-after-review']) {
    const own = ['upheld', 'corrected', 'other', 'pending'].map((result, n) => [`${kind}.${result}`, 41 + step + 13 * n + kind.length] as const)
    for (const [id, value] of own) put(id, value)
    put(`${kind}.total`, own.reduce((sum, [, value]) => sum + value, 0))
  }
  ;['rules.issued', 'documents.issued', 'documents.repealed', 'documents.in-force', 'licences.decisions', 'penalties.decisions', 'measures.decisions', 'fees.amount', 'narrative.items-disclosed', 'narrative.web-items', 'participation.npc-suggestions.received', 'participation.cppcc-proposals.received', 'participation.messages.received', 'participation.consultations.held', 'participation.consultations.comments'].forEach((id, n) => put(id, 5003 + step + 17 * n))
  return cells
}

const NATIONAL = tableOf(['甲省乙市教育局', '甲省乙市民政局', '甲省丙市水利局', '丁省戊市人民政府'].flatMap((agency, at) => [2021, 2022, 2023].map((year) => ({ agency, year, cells: reportOf(at + 1, year) }))))

/** One change for every value of every control of the card, and of those beside each other that decide what a number is. */
function changesOf(chart: Chart, table: Table, base: Selection): Selection[] {
  const words = wordsOf('zh-CN')
  const vary = (selection: Selection): Selection[] => {
    const asked = { table, selection, words, slice: sliceFor(chart, table, selection) }
    const listed = controlsOf(chart.controls, asked).flatMap(({ param, options }) => options.map(({ value }) => ({ ...selection, ...chosen(selection, param, value) })))
    const indicators = chart.controls.includes('indicator') ? indicatorGroups(asked).flatMap(({ options }) => options.map(({ value }) => ({ ...selection, indicator: value }))) : []
    return [selection, ...listed, ...indicators]
  }
  const applicants = (['total', 'natural'] as const).map((applicant) => ({ ...base, applicant }))
  const all = applicants.flatMap((one) => (chart.controls.includes('values') ? (['share', 'absolute'] as const).flatMap((values) => vary({ ...one, values })) : vary(one)))
  return [...new Map(all.map((selection) => [JSON.stringify(selection), selection])).values()]
}

const numbersOf = ({ value, numerator, denominator, low, high, year, rank }: Observation): number[] => [value, numerator, denominator, low, high, year, rank?.place, rank?.of].filter((number) => typeof number === 'number')

interface Datum {
  readonly observation?: number
  readonly value?: unknown
}
const dataOf = (option: { series?: unknown }): Datum[] => [option.series].flat().flatMap((series) => ((series as { data?: Datum[] } | undefined)?.data ?? []))

/** Data whose place says none of their observation's numbers. Ranks are drawn in pixels: of these those that stand higher than a better one. */
function wronglyPlotted({ slice }: ChartContext, option: { series?: unknown }): unknown[] {
  const data = dataOf(option).flatMap(({ observation, value }) => {
    const of = observation === undefined ? undefined : slice.observations[observation]
    return of && of.value !== null ? [{ of, at: [value].flat().filter((each) => typeof each === 'number') }] : []
  })
  return data.filter(({ of, at }) => {
    const { rank } = of
    if (!rank) return !at.some((each) => numbersOf({ ...of, year: Number.NaN }).includes(each))
    return data.some(({ of: other, at: there }) => other.indicator === of.indicator && (other.rank!.place ?? Infinity) < (rank.place ?? Infinity) && there[1]! <= at[1]!)
  })
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g

/** Texts of the picture that hold a number which the slice has not. */
async function wronglyPrinted(context: ChartContext, chart: Chart): Promise<string[]> {
  const { slice, words, selection, width } = context
  const option = chart.option(context)
  const series = [option.series].flat().filter((each) => !/^axes$|^frame$/.test(String((each as { id?: string }).id)))
  const svg = await renderSvg({ ...option, series } as typeof option, width, chart.height(slice, width, context.table))
  const known = [...slice.observations.flatMap(numbersOf), 0, 50, 100, selection.n, slice.rest.agencies, slice.rest.sum ?? 0].flatMap((number) => [0, 1, 2].map((digits) => words.number(Math.abs(number), digits)))
  // Names of figures and years are words.
  const named = slice.indicators.map(({ label }) => words.name(label)).concat(slice.years.map(String), slice.observations.map(({ year }) => String(year)))
  const told = new Set([...known, ...named.flatMap((name) => name.match(NUMBER) ?? [])])
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!).filter((text) => (text.match(NUMBER) ?? []).some((number) => !told.has(number)))
}

const TABLES: readonly [string, Table][] = [['cn, whole reports', NATIONAL], ...Object.entries(FAMILIES)]

describe.each(CHARTS.map((chart) => [chart.id, chart] as const))('what chart %s draws and prints', (_, chart) => {
  it.each(TABLES)('is in its slice, whatever its controls say: %s', async (__, table) => {
    for (const view of VIEWS.filter((each) => chart.places[each] !== undefined)) {
      const base = selected({ view })
      if (chart.suits?.(base, table) === false) continue
      for (const selection of changesOf(chart, table, base)) {
        const context: ChartContext = { table, selection, slice: sliceFor(chart, table, selection), words: wordsOf('zh-CN'), palette: PALETTES.light, width: 1100 }
        const told = JSON.stringify(Object.fromEntries(Object.entries(selection).filter(([param, value]) => value !== (base as Record<string, unknown>)[param])))
        expect(wronglyPlotted(context, chart.option(context)), told).toEqual([])
        expect(await wronglyPrinted(context, chart), told).toEqual([])
      }
    }
  })
})
