import { describe, expect, it } from 'vitest'
import type { Cell } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { Table } from '@/domain/table'
import { reportsWithVersions, versionDoubts, versionsOf } from '@/domain/versions'
import { tableOf } from '../fixture'

const { data } = tableOf([{ agency: '甲市', year: 2024, cells: { 'requests.received.total': 3, 'requests.granted.total': 2 } }])
const cells = (all: Readonly<Record<string, Cell>>) => new Map(Object.entries(all)) as unknown as ReadonlyMap<FigureId, Cell>
const from = (origin: string): ReadonlyMap<FigureId, string> => new Map<FigureId, string>([['requests.received.total', origin]])
const table = new Table({
  ...data,
  versions: [
    { row: 0, origin: 'b.csv', against: from('a.csv'), cells: cells({ 'requests.granted.total': { value: 2 }, 'requests.received.total': { value: 4 }, 'requests.processed.total': { missing: 'not-known' } }) },
    { row: 0, origin: 'c.csv', against: from('a.csv'), cells: cells({ 'requests.received.total': { missing: 'blank' } }) },
  ],
})

describe('versions of a report', () => {
  it('stand beside what is used, differing figures first', () => {
    const [first, second] = versionsOf(table, 0)
    expect(first!.cells.map(({ figure, differs }) => [figure, differs])).toEqual([
      ['requests.received.total', true],
      ['requests.granted.total', false],
      ['requests.processed.total', false],
    ])
    expect([first!.origin, first!.against, first!.differing, second!.differing]).toEqual(['b.csv', 'a.csv', 1, 1])
    expect(second!.cells[0]).toMatchObject({ own: { value: 3 }, other: { missing: 'blank' } })
  })

  it('are counted by report', () => {
    expect([reportsWithVersions(table), reportsWithVersions(new Table(data)), versionsOf(table, 1)]).toEqual([[0], [], []])
  })
})

it('mark a number that rests on a cell which another version states otherwise, and no other', () => {
  const doubts = versionDoubts(table)
  const about = (...figures: string[]) => doubts.about(0, figures as FigureId[]).map(({ kind, text }) => [kind, text.zh])
  expect(about('requests.received.total', 'requests.granted.total')).toEqual([['version', '「本年新收申请」在 b.csv 中为 4'], ['version', '「本年新收申请」在 c.csv 中为 原文空白']])
  expect([about('requests.granted.total'), about('requests.processed.total'), doubts.any(0), versionDoubts(new Table(data)).any(0)]).toEqual([[], [], true, false])
})
