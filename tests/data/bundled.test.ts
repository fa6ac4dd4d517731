import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPackage } from '@/data/load'
import type { FigureId } from '@/domain/figure'
import { Table } from '@/domain/table'

const open = async (id: string): Promise<Table> => new Table(await loadPackage({ read: async (path) => new Uint8Array(await readFile(`public/data/${id}/${path}`)) }))

/** The sum of a figure over all agencies of a year. */
function sumOf(table: Table, figure: FigureId, year: number): number {
  let sum = 0
  table.agencies.forEach((_, agency) => {
    const cell = table.cell(figure, table.rowOf(agency, year))
    if ('value' in cell) sum += cell.value
  })
  return sum
}

/** The rows `All agencies` as FOIA.gov prints them, copied by hand. */
const PRINTED: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  2018: { 'requests.carried-in': 158987, 'requests.received': 863729, 'requests.processed': 830060, 'requests.carried-out': 192656, 'outcome.full-grant': 222989, 'outcome.partial-grant': 322520, 'outcome.full-denial': 35909, 'outcome.no-records': 123046 },
  2020: { 'requests.received': 790688, 'requests.processed': 772869, 'outcome.full-grant': 167080, 'outcome.no-records': 125589 },
  2022: { 'requests.received': 928261, 'requests.processed': 878343, 'outcome.full-denial': 38400 },
  2023: { 'requests.carried-in': 298452, 'requests.received': 1199699, 'requests.processed': 1122211, 'requests.carried-out': 375940, 'outcome.full-grant': 180082, 'outcome.partial-grant': 432305, 'outcome.full-denial': 40786, 'outcome.no-records': 253438, 'postings.foia-office': 377472, 'postings.program-offices': 225744227 },
}

describe('the US package', () => {
  let table: Table
  beforeAll(async () => void (table = await open('us-foia')))

  it.each(Object.entries(PRINTED).flatMap(([year, figures]) => Object.entries(figures).map(([figure, total]) => [Number(year), figure, total] as const)))('%i %s adds up to the printed %i', (year, figure, total) => {
    expect(table.columns.has(`us-foia:${figure}`)).toBe(true)
    expect(sumOf(table, `us-foia:${figure}`, year)).toBe(total)
  })

  it('has every agency once, the total row not among them, and its own account', async () => {
    // One cell of FOIA.gov's own file is no number; it is kept as it stands.
    expect(table.problems.map(({ kind, text }) => [kind, text])).toEqual([['cell-unreadable', ',09']])
    expect([table.agencies.length, table.size, table.agencies.some(({ id }) => /all agencies/i.test(id))]).toEqual([124, 713, false])
    const account = JSON.parse(await readFile('public/data/us-foia/import.json', 'utf8')) as { files: { rowsIn: number; rowsLoaded: number; rowsReported: number; totalsChecked: number; totalsDiffering: number }[] }
    expect(account.files).toHaveLength(89)
    for (const { rowsIn, rowsLoaded, rowsReported, totalsDiffering } of account.files) expect([rowsLoaded + rowsReported, totalsDiffering]).toEqual([rowsIn, 0])
    expect(account.files.reduce((sum, { totalsChecked }) => sum + totalsChecked, 0)).toBe(487)
  })

  it('states figures as the agency did', () => {
    const cell = (figure: FigureId) => table.cell(figure, table.rowOf(table.indexOf('Federal Reserve System'), 2023))
    expect([cell('us-foia:requests.received'), cell('us-foia:outcome.no-records'), cell('us-foia:fees.processing-costs')].map((each) => ('value' in each ? each.value : each.missing))).toEqual([772, 109, 1420855.9])
  })
})

describe('the Scottish package', () => {
  let table: Table
  beforeAll(async () => void (table = await open('scotland')))

  it.each([
    [2013, 38789, 23023, 3044, 4844, 868],
    [2016, 64542, 36527, 6010, 7446, 1526],
    [2019, 73743, 42281, 7566, 9856, 1778],
  ])('%i adds up column by column', (year, ...sums) => {
    expect((['foisa.received', 'foisa.full', 'foisa.not-held', 'eir.received', 'foisa-review.received'] as const).map((figure) => sumOf(table, `scotland-foisa:${figure}`, year))).toEqual(sums)
  })

  it('lists authorities without figures, and makes no report of them', () => {
    expect([table.agencies.length, table.size]).toEqual([510, 2051])
    expect(table.rowOf(table.indexOf('Parkhead Development Company'), 2019)).toBe(-1)
    expect(table.agencies[table.indexOf('Aberdeen City Council')]).toMatchObject({ province: 'Grampian', category: 'Local Government', code: '2' })
  })

  it('keeps blank apart from zero', () => {
    const row = table.rowOf(table.indexOf('Aberdeen City Council'), 2019)
    expect(table.cell('scotland-foisa:subject-access.received', row)).toMatchObject({ missing: 'blank' })
  })
})
