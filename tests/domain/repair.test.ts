import { describe, expect, it } from 'vitest'
import { checkReport } from '@/domain/checks'
import { Evaluator } from '@/domain/evaluate'
import type { FigureId } from '@/domain/figure'
import { indicatorOf } from '@/domain/indicators'
import { readRepairs, repairsOf, repairsText, withRepairs, type Repair } from '@/domain/repair'
import { revisionDoubts } from '@/domain/revised'
import { DEFAULTS, fromLink, toLink } from '@/domain/selection'
import { tableOf } from '../fixture'

const figure = (id: string) => id as FigureId

/** 洪泽区 2023, table 4: ten upheld and one corrected, and a total of zero. */
const REVIEW = { 'review.upheld': 10, 'review.corrected': 1, 'review.other': 0, 'review.pending': 0, 'review.total': '０' }
const table = tableOf([
  { agency: '洪泽区人民政府', year: 2023, cells: { ...REVIEW, 'requests.received.total': '' } },
  { agency: '甲县~乙;丙', year: 2023, cells: { 'review.total': 3 } },
])
const REPAIR: Repair = { check: 'H4', agency: '洪泽区人民政府', year: 2023, cells: [{ figure: figure('review.total'), before: 0, after: 11 }] }
const row = 0

describe('accepted repairs', () => {
  it('stand in the place of what was reported, marked, with what was reported; the table given stays', () => {
    const { table: repaired, unfit } = withRepairs(table, [REPAIR])
    expect(unfit).toEqual([])
    expect(repaired.cell(figure('review.total'), row)).toEqual({ value: 11, regional: false, about: false, revision: { row, figure: 'review.total', kind: 'repair', before: { value: 0 }, remark: 'H4' } })
    expect(table.cell(figure('review.total'), row)).toMatchObject({ value: 0 })
    expect(table.cell(figure('review.total'), row).revision).toBeUndefined()
    const failing = (of: typeof table) => checkReport(of, row).filter(({ check, outcome }) => check === 'H4' && outcome === 'fail').length
    expect([failing(table), failing(repaired)]).toEqual([1, 0])
  })

  it('mark every number that is made of them', () => {
    const { table: repaired } = withRepairs(table, [REPAIR])
    const told = (of: typeof table, id: string) => revisionDoubts(of).about(row, [figure(id)]).map(({ kind, id: by, text }) => [kind, by, text.zh])
    expect(new Evaluator(repaired, indicatorOf('review.total')!, 'total', DEFAULTS as never).at(row).value).toBe(11)
    expect(told(repaired, 'review.total')).toEqual([['repaired', 'H4', expect.stringMatching(/：0 → 11$/)]])
    expect([told(repaired, 'review.upheld'), told(table, 'review.total'), revisionDoubts(repaired).about(1, [figure('review.total')])]).toEqual([[], [], []])
  })

  it('fit whole or not at all', () => {
    const cells = (before: number | null) => [...REPAIR.cells, { figure: figure('review.upheld'), before, after: 9 }]
    const wrong = [{ ...REPAIR, cells: cells(7) }, { ...REPAIR, year: 2020 }, { ...REPAIR, agency: '无' }]
    const { table: same, unfit } = withRepairs(table, wrong)
    expect([same, unfit]).toEqual([table, wrong])
    expect(withRepairs(table, [{ ...REPAIR, cells: cells(10) }]).table.cell(figure('review.upheld'), row)).toMatchObject({ value: 9 })
  })

  it('fill blanks and cells that nobody filled, and make blanks', () => {
    const fills = [
      { figure: figure('requests.received.total'), before: null, after: 5 },
      { figure: figure('requests.processed.total'), before: null, after: 5 },
      { figure: figure('review.upheld'), before: 10, after: null },
    ]
    const { table: repaired } = withRepairs(table, [{ ...REPAIR, cells: fills }])
    expect(fills.map((cell) => repaired.cell(cell.figure, row))).toMatchObject([{ value: 5 }, { value: 5 }, { missing: 'blank' }])
    expect(repaired.cell(figure('requests.received.total'), row).revision!.before).toEqual({ missing: 'blank' })
  })

  it('are made of accepted changes, those of one check in one report together', () => {
    const change = (check: string, year: number, id: string) => ({ check, agency: '甲', year, figure: figure(id), before: 1, after: 2 })
    const repairs = repairsOf([change('H4', 2023, 'review.total'), change('H5', 2022, 'review.total'), change('H4', 2023, 'review.upheld')])
    expect(repairs.map(({ check, year, cells }) => [check, year, cells.length])).toEqual([['H4', 2023, 2], ['H5', 2022, 1]])
  })

  it('say in the link what several have in common once, in the order of agencies and years', () => {
    const repair = (agency: string, year: number, check = 'H4'): Repair => ({ ...REPAIR, agency, year, check })
    const repairs = [repair('甲局', 2022), repair('甲局', 2023), repair('甲局', 2023, 'H5'), repair('乙局', 2023, 'H5')]
    const text = '甲局~2022~review.total~0~11;~~2023~review.total~0~11;H5~~~review.total~0~11'
    expect(repairsText(repairs)).toBe(`H5~乙局~2023~review.total~0~11;H4~${text}`)
    expect(repairsText([...repairs].reverse())).toBe(repairsText([repairs[3]!, repairs[2]!, repairs[1]!, repairs[0]!]))
    expect(readRepairs(`H4~${text}`)).toEqual(repairs.slice(0, 3))
    // As links were written before.
    expect(readRepairs(repairs.map((each) => repairsText([each])).join(';'))).toEqual(repairs)
  })

  it('stand in the link, any name and number, and come back', () => {
    const repairs: readonly Repair[] = [REPAIR, { check: 'S8', agency: '甲县~乙;丙', year: 2023, cells: [{ figure: figure('fees.amount'), before: 251000, after: 25.1 }, { figure: figure('review.total'), before: null, after: null }] }]
    expect(repairsText([REPAIR])).toBe('H4~洪泽区人民政府~2023~review.total~0~11')
    expect(readRepairs(repairsText(repairs))).toEqual(repairs)
    expect(fromLink(`?${toLink({ ...DEFAULTS, repaired: repairs })}`).repaired).toEqual(repairs)
    for (const bad of ['H4', 'H4~甲~2023', 'H4~甲~2023~review.total~0', 'X~甲~2023~review.total~0~1', 'H4~甲~2023~nothing~0~1', 'H4~甲~2023~review.total~zero~1', 'H4~~2023~review.total~0~1']) expect(readRepairs(bad)).toBeUndefined()
  })
})
