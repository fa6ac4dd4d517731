import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsBehind, dossierOf } from '@/domain/dossier'
import { indicatorOf } from '@/domain/indicators'
import { DEFAULTS, fromLink, type Selection } from '@/domain/selection'
import { sheetOf } from '@/domain/sheet'
import { sliceOf, type Cut } from '@/domain/slice'
import { totalOf } from '@/domain/total'
import { Table } from '@/domain/table'
import { TableBuilder } from '@/domain/table-builder'
import { requestCells, tableOf } from '../fixture'

const received = (agency: string, year: number, value: number | string, more: Record<string, string | number> = {}) => ({ agency, year, cells: { 'requests.received.total': value, ...more } })
const RANKING: Cut = { across: 'agencies', indicators: ['requests.received'], rankBy: 'requests.received' }
const TREND: Cut = { across: 'agencies-years', indicators: ['requests.received'], rankBy: 'requests.received' }
const RATE: Cut = { across: 'agencies', indicators: ['requests.disclosure-rate'], rankBy: 'requests.disclosure-rate' }
const select = (partial: Partial<Selection>): Selection => ({ ...DEFAULTS, ...partial })
const names = (slice: ReturnType<typeof sliceOf>) => slice.subjects.map(({ name }) => name)
const values = (slice: ReturnType<typeof sliceOf>) => slice.observations.map(({ value, missing }) => value ?? missing)

const table = tableOf(
  [received('甲市政府', 2023, 5), received('甲市政府', 2024, 7), received('乙市政府', 2023, 20), received('丙区局', 2023, 0), received('丁市政府', 2023, '5147（全市）'), received('戊区局', 2023, ''), received('甲市政府', 2018, 3), received('甲市政府', 2019, 4)],
  ['己区局'],
)

it('over years those come first that are known for most, also of few requests', () => {
  const rated = (agency: string, year: number, granted: number, processed: number) => ({ agency, year, cells: { 'requests.granted.total': granted, 'requests.partly-granted.total': 0, 'requests.processed.total': processed } })
  const rates = tableOf([rated('甲局', 2021, 1, 4), rated('甲局', 2022, 2, 5), rated('甲局', 2023, 2, 3), rated('乙局', 2022, 50, 90), rated('乙局', 2023, 40, 100)])
  expect(names(sliceOf(rates, select({ top: 1 }), { ...RATE, across: 'agencies-years' }))).toEqual(['甲局'])
})

describe('a slice of one year', () => {
  it('shows the year most agencies state, sorted, and counts what it does not show', () => {
    const slice = sliceOf(table, DEFAULTS, RANKING)
    expect(slice.years).toEqual([2023])
    expect(names(slice)).toEqual(['乙市政府', '甲市政府', '丙区局'])
    expect(values(slice)).toEqual([20, 5, 0])
    expect(slice.coverage).toMatchObject({ of: 6, stated: 4, otherScope: 1 })
    expect(Object.fromEntries(slice.coverage.reasons)).toEqual({ blank: 1, 'no-report': 1 })
  })

  it('takes the year of the link, sorts as told, cuts at the top and sums the rest', () => {
    expect(names(sliceOf(table, select({ at: 2024 }), RANKING))).toEqual(['甲市政府'])
    expect(names(sliceOf(table, select({ sort: 'value-asc' }), RANKING))).toEqual(['丙区局', '甲市政府', '乙市政府'])
    expect(sliceOf(table, select({ top: 1 }), RANKING).rest).toMatchObject({ agencies: 2, sum: 5 })
    expect(names(sliceOf(table, select({ top: 1, focus: '丙区局' }), RANKING))).toEqual(['乙市政府', '丙区局'])
  })

  it('keeps a region’s figure apart from offices’ own unless asked or named', () => {
    expect(names(sliceOf(table, select({ scope: 'region' }), RANKING))).toEqual(['丁市政府'])
    expect(names(sliceOf(table, select({ scope: 'all' }), RANKING))[0]).toBe('丁市政府')
    const named = sliceOf(table, select({ agency: ['丁市政府', '甲市政府'], at: 2023 }), RANKING)
    expect(named.observations.map(({ value, regional }) => [value, regional])).toEqual([[5147, true], [5, false]])
    expect(named.subjects.map(({ regional }) => regional)).toEqual([true, false])
  })

  it('shows the missing with their reason when asked, and always those named', () => {
    expect(values(sliceOf(table, select({ missing: 'shown' }), RANKING))).toEqual([20, 5, 0, 'blank', 'no-report'])
    expect(values(sliceOf(table, select({ agency: ['戊区局', '甲市政府'], at: 2023 }), RANKING))).toEqual([5, 'blank'])
  })

  it('does not let tiny numbers lead a ranking of rates', () => {
    const rates = tableOf([
      { agency: '小局', year: 2023, cells: requestCells({ disclosed: 2, processed: 2 }) },
      { agency: '大局', year: 2023, cells: requestCells({ disclosed: 30, processed: 60 }) },
    ])
    const slice = sliceOf(rates, DEFAULTS, RATE)
    expect(slice.subjects.map(({ name, ranked }) => [name, ranked])).toEqual([['大局', true], ['小局', false]])
    expect(slice.coverage.small).toBe(1)
    expect(slice.observations[1]).toMatchObject({ value: 100, numerator: 2, denominator: 2, high: 100 })
    expect(slice.observations[1]!.low).toBeCloseTo(34.24, 1)
    expect(names(sliceOf(rates, select({ n: 1 }), RATE))).toEqual(['小局', '大局'])
  })

  it('of no data, no match or an unknown agency is empty, with its coverage', () => {
    expect(sliceOf(tableOf([]), DEFAULTS, RANKING)).toMatchObject({ subjects: [], observations: [], coverage: { of: 0, stated: 0 } })
    expect(sliceOf(table, select({ agency: ['无此机关'] }), RANKING)).toMatchObject({ subjects: [], coverage: { of: 0 } })
  })

  it('refuses an indicator there is none of', () => expect(() => sliceOf(table, DEFAULTS, { ...RANKING, rankBy: 'nonsense' })).toThrow('nonsense'))
})

describe('a slice over years', () => {
  const slice = sliceOf(table, select({ agency: ['甲市政府'] }), TREND)

  it('fills gaps with a reason and joins only what may be joined', () => {
    expect(slice.observations.map(({ year, value, missing, joined }) => [year, value ?? missing, joined])).toEqual([
      [2018, 3, false],
      [2019, 4, false],
      [2020, 'no-report', false],
      [2021, 'no-report', false],
      [2022, 'no-report', false],
      [2023, 5, false],
      [2024, 7, true],
    ])
  })

  it('does not join a report whose basis changed', () => {
    const broken = tableOf([received('甲局', 2014, 1), { ...received('甲局', 2015, 2), breaks: true }])
    expect(sliceOf(broken, DEFAULTS, TREND).observations.map(({ joined }) => joined)).toEqual([false, false])
  })

  it('shows agencies that state what is drawn, ordered by another figure', () => {
    const drawn = tableOf([
      { agency: '甲局', year: 2023, cells: requestCells({ received: 9 }) },
      { agency: '乙局', year: 2023, cells: { ...requestCells({ received: 3 }), 'requests.received.natural': 2 } },
    ])
    const cut: Cut = { across: 'agencies', indicators: ['requests.received'], applicants: ['natural', 'business'], rankBy: 'requests.received', rankApplicant: 'total', anyOf: true }
    expect(names(sliceOf(drawn, DEFAULTS, cut))).toEqual(['乙局'])
  })

  it('keeps the years of the link', () => expect(sliceOf(table, select({ year: { from: 2023, to: 2024 } }), TREND).years).toEqual([2023, 2024]))
})

describe('provinces by year', () => {
  it('counts agencies with a report, zero being a true zero', () => {
    const slice = sliceOf(table, select({ year: { from: 2023, to: 2024 } }), { across: 'provinces-years', indicators: ['coverage.agencies'], rankBy: 'coverage.agencies' })
    expect(slice.subjects).toHaveLength(6)
    expect(slice.observations.filter(({ year }) => year === 2023).reduce((sum, { value }) => sum + value!, 0)).toBe(5)
  })
})

describe('totalOf', () => {
  it('sums what may be summed, without regions', () => expect(totalOf(table, DEFAULTS, 'requests.received')).toMatchObject({ value: 25, agencies: 3, year: 2023 }))

  it('divides sums, not rates', () => {
    const rates = tableOf([
      { agency: '小局', year: 2023, cells: requestCells({ disclosed: 2, processed: 2 }) },
      { agency: '大局', year: 2023, cells: requestCells({ disclosed: 30, processed: 60 }) },
    ])
    expect(totalOf(rates, DEFAULTS, 'requests.disclosure-rate')).toMatchObject({ value: (32 / 62) * 100, numerator: 32, denominator: 62 })
  })

  it('never adds a region’s figure to another one', () => {
    expect(totalOf(table, select({ agency: ['丁市政府', '甲市政府'], at: 2023 }), 'requests.received')).toMatchObject({ value: null, agencies: 2, regional: true })
    expect(totalOf(table, select({ scope: 'all' }), 'requests.received')).toMatchObject({ value: null })
    expect(totalOf(table, select({ agency: ['丁市政府'] }), 'requests.received')).toMatchObject({ value: 5147, regional: true })
  })

  it('is of the year of its page, where anybody states it then', () => {
    const years = tableOf([
      { agency: '甲局', year: 2022, cells: { 'requests.received.total': 1 } },
      { agency: '甲局', year: 2023, cells: { ...requestCells({ granted: 1, received: 2 }) } },
      { agency: '乙局', year: 2022, cells: { 'requests.received.total': 4 } },
      { agency: '乙局', year: 2021, cells: { 'requests.carried-out.total': 9 } },
    ])
    expect(totalOf(years, select({ view: 'requests' }), 'requests.received')).toMatchObject({ year: 2023, value: 2 })
    expect(totalOf(years, select({ view: 'requests' }), 'requests.carried-out')).toMatchObject({ year: 2021, value: 9 })
    expect(sliceOf(years, select({ view: 'requests' }), RANKING).years).toEqual([2023])
    expect(sliceOf(years, DEFAULTS, RANKING).years).toEqual([2022])
  })

  it('is nothing where nothing is stated', () => expect(totalOf(table, DEFAULTS, 'documents.issued')).toBeNull())
})

describe('a sheet', () => {
  const selection = select({ missing: 'shown', year: { from: 2018, to: 2024 } })

  it('has a row per observation, with the reason beside an empty value', () => {
    const slice = sliceOf(table, selection, RANKING)
    const sheet = sheetOf(table, selection, slice, 'tidy')
    expect(sheet.rows).toHaveLength(slice.observations.length)
    const at = (id: string) => sheet.columns.findIndex((column) => column.id === id)
    expect(sheet.rows.map((row) => [row[at('agency')], row[at('value')], row[at('missing')]])).toEqual([['乙市政府', 20, null], ['甲市政府', 5, null], ['丙区局', 0, null], ['戊区局', null, 'blank'], ['己区局', null, 'no-report']])
    expect(sheet.rows[0]![at('source')]).toBe('https://example.gov.cn/report')
  })

  it('has a column a year when wide, the reason in the cell', () => {
    const named = select({ agency: ['甲市政府'], year: { from: 2018, to: 2020 } })
    const sheet = sheetOf(table, named, sliceOf(table, named, TREND), 'wide')
    expect(sheet.columns.slice(-2).map(({ id }) => id)).toEqual(['2018', '2019'])
    expect(sheet.rows).toHaveLength(1)
    expect(sheet.rows[0]!.slice(-2)).toEqual([3, 4])
  })

  it('carries notes and scope', () => {
    const named = select({ agency: ['丁市政府'] })
    const sheet = sheetOf(table, named, sliceOf(table, named, RANKING), 'tidy')
    const row = Object.fromEntries(sheet.columns.map(({ id }, at) => [id, sheet.rows[0]![at]]))
    expect(row).toMatchObject({ value: 5147, note: '全市', scope: 'region', format: 'cn-2021', unit: 'requests' })
  })

  it('holds the slice’s numbers whatever the selection', () => {
    fc.assert(
      fc.property(fc.constantFrom('value', 'value-asc', 'name'), fc.constantFrom('own', 'region', 'all'), fc.constantFrom('shown', 'hidden'), fc.integer({ min: 1, max: 5 }), fc.constantFrom(RANKING, TREND), (sort, scope, missing, top, cut) => {
        const any = select({ sort, scope, missing, top } as Partial<Selection>)
        const slice = sliceOf(table, any, cut)
        const tidy = sheetOf(table, any, slice, 'tidy')
        const wide = sheetOf(table, any, slice, 'wide')
        expect(tidy.rows).toHaveLength(slice.observations.length)
        expect(wide.rows.length * slice.years.length).toBe(slice.observations.length)
        expect(tidy.rows.flatMap((row) => row.filter((cell) => typeof cell === 'number')).every(Number.isFinite)).toBe(true)
      }),
    )
  })
})

describe('behind a number', () => {
  it('stand its cells with raw text and note', () => {
    const [cell] = cellsBehind(table, DEFAULTS, indicatorOf('requests.received')!, 'total', table.rowOf(table.indexOf('丁市政府'), 2023))
    expect(cell).toMatchObject({ figure: 'requests.received.total', file: 'requests.csv', cell: { value: 5147, note: '全市', raw: '5147（全市）', regional: true } })
  })

  it('stands the report in the form’s layout', () => {
    const dossier = dossierOf(table, table.rowOf(table.indexOf('甲市政府'), 2023))
    expect(dossier.tables.map(({ table: { section }, known, of }) => [section, known, of])).toEqual([['requests', 1, 175]])
    expect(dossier.tables[0]!.rows[0]!.label.zh).toContain('本年新收')
  })
})

describe('region notes', () => {
  it('make the whole table of the report the region’s', () => {
    const mixed = tableOf([{ agency: '甲区局', year: 2023, cells: { 'requests.received.total': '9（全区）', 'requests.processed.total': 8, 'documents.issued': 1 } }])
    expect(mixed.cell('requests.processed.total', 0).regional).toBe(true)
    expect(mixed.cell('documents.issued', 0).regional).toBe(false)
  })

  it('is the whole report’s where the report says so', () => {
    const builder = new TableBuilder()
    builder.addAgency({ id: '甲市', name: '甲市', province: '', city: '', county: '', level: '', category: '' })
    builder.addReport('甲市', 2023, 'cn-2021', '', '', false, 'region')
    builder.writerOf('documents.issued')(0, { value: 3 })
    expect(new Table(builder.finish()).cell('documents.issued', 0).regional).toBe(true)
  })
})

it('a file says of a report that does not say whose figures it states that it does not, and never that they are its own', () => {
  const some = tableOf([received('甲局', 2023, 1), { ...received('乙局', 2023, 2), scope: 'own' }, { ...received('丙局', 2023, 3), scope: 'region' }, { ...received('丁局', 2023, 4), scope: 'mixed' }])
  const selection = select({ scope: 'all' })
  const { columns, rows } = sheetOf(some, selection, sliceOf(some, selection, RANKING), 'tidy')
  const at = (id: string): number => columns.findIndex((column) => column.id === id)
  expect(rows.map((row) => [row[at('value')], row[at('scope')]]).sort()).toEqual([[1, 'unstated'], [2, 'own'], [3, 'region'], [4, 'own']])
})

it('reads what a link asks for', () => {
  const selection = fromLink('view=requests&agency=甲市政府&year=2023..2024')
  expect(values(sliceOf(table, selection, TREND))).toEqual([5, 7])
})
