import { describe, expect, it } from 'vitest'
import { chartById, sliceFor } from '@/charts'
import { limitsAt } from '@/domain/funnel'
import { indicatorOf, underEachDefinition } from '@/domain/indicators'
import { DEFAULTS, type Selection } from '@/domain/selection'
import { sheetOf } from '@/domain/sheet'
import { sliceOf, type Cut } from '@/domain/slice'
import { competitionRanks, dispersion } from '@/domain/statistics'
import { requestCells, tableOf } from '../fixture'

const select = (partial: Partial<Selection> = {}): Selection => ({ ...DEFAULTS, at: 2023, view: 'requests', ...partial })
const agency = (name: string, granted: number, partly: number, processed: number, note = '') => ({ agency: name, year: 2023, cells: { ...requestCells({ granted, 'partly-granted': partly, processed }), 'requests.processed.total': `${processed}${note}` } })
const CUT: Cut = { across: 'agencies', indicators: ['requests.disclosure-rate'], rankBy: 'requests.disclosure-rate', all: true, funnel: true }

describe('a funnel', () => {
  const table = tableOf([agency('甲局', 45, 0, 100), agency('乙局', 95, 0, 100), agency('丙局', 1, 0, 1), agency('丁局', 120, 0, 300), agency('戊局', 8, 0, 100)])
  const slice = sliceOf(table, select(), CUT)
  const funnel = slice.funnel!
  const at = (name: string) => funnel.points[slice.observations.findIndex(({ subject }) => slice.subjects[subject]!.name === name)]!

  it('has Σ numerator / Σ denominator as its centre', () => {
    expect([funnel.numerator, funnel.denominator]).toEqual([269, 601])
    expect(funnel.centre).toBeCloseTo((269 / 601) * 100, 10)
  })

  it('places every agency by the limits of its own n', () => {
    expect(at('甲局').position).toBe('inside')
    expect(at('乙局').position).toBe('above-99.8')
    expect(at('戊局').position).toBe('below-99.8')
    expect(at('乙局').outer).toEqual(limitsAt(funnel.centre!, 100).outer)
    expect(funnel).toMatchObject({ agencies: 5, judged: 4, beyond95: 2, beyond998: 2, refused: null })
  })

  it('does not judge a single success', () => expect(at('丙局').position).toBe('not-judged'))

  it('calls outside exactly what lies beyond its limits, from as many cases as a ranking asks for', () => {
    for (const n of [29, 30, 40, 44]) {
      for (let count = 0; count <= n; count += 1) {
        const many = tableOf([agency('甲局', count, 0, n), agency('大局', 1000 - count, 0, 2000 - n)])
        const cut = sliceOf(many, select(), CUT)
        const at = cut.observations.findIndex(({ denominator }) => denominator === n)
        const { position, inner, outer } = cut.funnel!.points[at]!
        const value = cut.observations[at]!.value!
        const side = value > outer.high ? 'above-99.8' : value < outer.low ? 'below-99.8' : value > inner.high ? 'above-95' : value < inner.low ? 'below-95' : 'inside'
        expect([n, count, position]).toEqual([n, count, n < 30 ? 'not-judged' : side])
      }
    }
  })

  it('judges anew by another threshold', () => {
    const judged = sliceOf(table, select({ n: 200 }), CUT).funnel!
    expect(judged).toMatchObject({ agencies: 5, judged: 1, beyond95: 0, beyond998: 0 })
  })

  it('refuses a centre that would count a region’s offices twice', () => {
    const mixed = tableOf([agency('甲局', 45, 0, 100), agency('丁市人民政府', 80, 0, 100, '（全市）')])
    const refused = sliceOf(mixed, select({ scope: 'all' }), CUT).funnel!
    expect(refused).toMatchObject({ centre: null, refused: 'scope', points: [undefined, undefined] })
    expect(sliceOf(mixed, select(), CUT).funnel).toMatchObject({ refused: null })
  })

  it('stands in the file with the overall rate, the limits and the position', () => {
    const { columns, rows } = sheetOf(table, select(), slice, 'tidy')
    const row = rows.find(([name]) => name === '乙局')!
    const value = (id: string) => row[columns.findIndex((column) => column.id === id)]
    expect(value('position')).toBe('above-99.8')
    expect(rows.find(([name]) => name === '丙局')).toContain('n < 30: not judged')
    expect(value('overall')).toBeCloseTo(44.759, 3)
    expect(value('limit-99.8-high')).toBe(at('乙局').outer.high)
    expect(columns.map(({ id }) => id)).toEqual(expect.arrayContaining(['limit-95-low', 'limit-95-high', 'limit-99.8-low']))
  })
})

describe('dispersion', () => {
  it('is the mean of squared z scores', () => {
    // (0.6 − 0.5)² × 100 / 0.25 = 4 and (0.5 − 0.5)² = 0.
    expect(dispersion(0.5, [{ share: 0.6, n: 100 }, { share: 0.5, n: 50 }])).toBeCloseTo(2, 12)
    expect(dispersion(0, [{ share: 0, n: 10 }])).toBeNaN()
    expect(dispersion(0.5, [])).toBeNaN()
  })
})

describe('ranks', () => {
  it('are standard competition ranks: equal values share one, the next skips', () => {
    expect(competitionRanks([50, 80, 80, Number.NaN, 10])).toEqual([3, 1, 1, null, 4])
    expect(competitionRanks([50, 80, 80, 10], true)).toEqual([2, 3, 3, 1])
    expect(competitionRanks([])).toEqual([])
  })

  const table = tableOf([agency('甲局', 10, 40, 100), agency('乙局', 40, 0, 100), agency('丙局', 30, 10, 100), agency('丁局', 2, 0, 2)])
  const slice = sliceFor(chartById('rank-strip')!, table, select())
  const ranksUnder = (definition: string) => Object.fromEntries(slice.observations.filter(({ indicator }) => indicator.id === `requests.disclosure-rate@${definition}`).map(({ subject, rank }) => [slice.subjects[subject]!.name, rank!.place]))

  it('are taken under each definition, among those with n enough', () => {
    expect(slice.indicators.map(({ id }) => id)).toEqual(underEachDefinition(indicatorOf('requests.disclosure-rate')!))
    expect(ranksUnder('both')).toEqual({ 甲局: 1, 乙局: 2, 丙局: 2, 丁局: null })
    expect(ranksUnder('granted')).toEqual({ 乙局: 1, 丙局: 2, 甲局: 3, 丁局: null })
    expect(slice.observations[0]!.rank!.of).toBe(3)
  })

  it('count all agencies of the selection, not only those shown', () => {
    const top = sliceFor(chartById('rank-strip')!, table, select({ top: 1 }))
    expect(top.observations.map(({ rank }) => rank!.place)).toEqual([1, 3, null])
  })

  it('stand in the file', () => {
    const { columns, rows } = sheetOf(table, select(), slice, 'tidy')
    const [rank, ranked] = ['rank', 'ranked'].map((id) => columns.findIndex((column) => column.id === id))
    expect(rows[0]!.slice(rank, ranked! + 1)).toEqual([1, 3])
  })
})
