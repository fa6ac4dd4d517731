import { describe, expect, it } from 'vitest'
import { dossierOf } from '@/domain/dossier'
import { APPLICANT_IDS, type FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import { Table } from '@/domain/table'
import { typedNotes } from '@/domain/typed-head'
import { tableOf } from '../fixture'

const filled = (rows: readonly string[]): Record<string, number> => Object.fromEntries(rows.flatMap((row) => APPLICANT_IDS.map((applicant, at) => [`requests.${row}.${applicant}`, at])))
const PARTS = ['other.not-corrected', 'other.fee-unpaid', 'other.other']

/** Labels from （六）其他处理 to 总计 of table 3 as the report is shown, with the number of cells each has; and how many figures stand outside the tables. */
function shown(format: string, rows: readonly string[]): readonly [readonly (readonly [string, number])[], number] {
  const table = tableOf([{ agency: '甲市教育局', year: 2023, format, cells: filled(['received', ...rows, 'processed']) }])
  const { tables, others } = dossierOf(table, 0)
  const all = tables.find(({ table: { section } }) => section === 'requests')!.rows
  const [from, to] = ['（六）其他处理', '（七）总计'].map((name) => all.findIndex(({ label }) => label.zh === name)) as [number, number]
  return [all.slice(from, to).map(({ label, cells }) => [label.zh.slice(0, 4), cells.filter((cell) => cell !== null).length]), others.length]
}

describe('（六）其他处理 stands in the table as the report fills it in', () => {
  it.each<[string, readonly string[], readonly (readonly [string, number])[]]>([
    ['cn-2021', PARTS, [['（六）其', 0], ['1．申请', 7], ['2．申请', 7], ['3．其他', 7]]],
    ['cn-2021', ['other'], [['（六）其', 7]]],
    ['cn-2021', ['other', ...PARTS], [['（六）其', 7], ['1．申请', 7], ['2．申请', 7], ['3．其他', 7]]],
    ['cn-2021', [], [['（六）其', 0], ['1．申请', 7], ['2．申请', 7], ['3．其他', 7]]],
    ['cn-2019', ['other'], [['（六）其', 7]]],
    ['cn-2019', PARTS, [['（六）其', 0], ['1．申请', 7], ['2．申请', 7], ['3．其他', 7]]],
    ['cn-2019', [], [['（六）其', 7]]],
  ])('%s %j', (format, rows, expected) => {
    expect(shown(format, rows)).toEqual([expected, 0])
  })

  it('has the form’s rows in their order around it', () => {
    const figures = (format: string, rows: readonly string[]): FigureId[] => {
      const table = tableOf([{ agency: '甲市教育局', year: 2023, format, cells: filled(rows) }])
      return dossierOf(table, 0, { allTables: true }).tables.flatMap((each) => each.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.figure ?? [])))
    }
    const official = (format: string): FigureId[] => formatOf(format)!.tables.flatMap(({ rows }) => rows.flatMap((row) => row.figures.flatMap((figure) => figure ?? [])))
    const apart = (list: readonly FigureId[]): FigureId[] => list.filter((figure) => !figure.startsWith('requests.other'))
    for (const [format, rows] of [['cn-2021', ['other']], ['cn-2019', PARTS]] as const) expect(apart(figures(format, rows))).toEqual(apart(official(format)))
  })
})

it('counts no cell that the report’s form does not have, and shows no row of such cells alone', () => {
  const stated = (rows: readonly string[]) => ({ ...Object.fromEntries(formatOf('cn-2021')!.tables.find(({ section }) => section === 'requests')!.rows.flatMap(({ figures }) => figures.map((figure) => [figure, 1]))), ...filled(rows) })
  const table = tableOf([{ agency: '甲市教育局', year: 2023, format: 'cn-2021', cells: stated([]) }, { agency: '乙市教育局', year: 2019, format: 'cn-2019', cells: filled(['other']) }])
  const requests = dossierOf(table, 0).tables.find(({ table: { section } }) => section === 'requests')!
  expect(requests.known).toBe(requests.of)
  expect(requests.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.figure ?? []))).not.toContain('requests.other.total')
})

it('tells what was typed of its head apart from its other notes', () => {
  const { data } = tableOf([{ agency: '甲市教育局', year: 2023, cells: { 'review.total': 1 } }])
  const noted = (notes: string) => dossierOf(new Table({ ...data, reportNotes: [notes] }), 0)
  expect(noted(['原有的话', ...typedNotes({ year: '2022' })].join('；'))).toMatchObject({ typed: { year: '2022' }, notes: '原有的话' })
  expect(noted('一；二')).toMatchObject({ typed: null, notes: '一；二' })
})
