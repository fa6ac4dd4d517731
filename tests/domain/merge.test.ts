import { describe, expect, it } from 'vitest'
import { mergeSteps } from '@/domain/merge'
import { Table } from '@/domain/table'
import { finished } from '@/domain/turns'
import { tableOf } from '../fixture'

const first = tableOf([
  { agency: '甲市教育局', year: 2024, cells: { 'requests.received.total': 3, 'requests.granted.total': '' } },
  { agency: '乙市民政局', year: 2024, cells: { 'requests.received.total': 5 } },
])
const second = tableOf([
  { agency: '甲市教育局', year: 2024, cells: { 'requests.received.total': 4, 'requests.granted.total': '', 'requests.processed.total': '7（约）' } },
  { agency: '甲市教育局', year: 2023, cells: { 'requests.received.total': 9 } },
])
const { data, placed } = finished(mergeSteps([{ title: '甲', data: first.data }, { title: '乙', data: second.data }]))
const merged = new Table(data)
const cell = (agency: string, year: number, figure: 'requests.received.total' | 'requests.granted.total' | 'requests.processed.total') => merged.cell(figure, merged.rowOf(merged.indexOf(agency), year))

describe('packages opened together', () => {
  it('are one table, of each agency and year one report', () => {
    expect([merged.agencies.map(({ id }) => id), merged.size, merged.years]).toEqual([['甲市教育局', '乙市民政局'], 3, [2023, 2024]])
    expect(merged.agencies.map(({ packages }) => packages)).toEqual([['甲', '乙'], ['甲']])
    expect(cell('乙市民政局', 2024, 'requests.received.total')).toMatchObject({ value: 5 })
    expect(cell('甲市教育局', 2023, 'requests.received.total')).toMatchObject({ value: 9 })
  })

  it('take what the first does not know from the next, with its remark', () => {
    expect(cell('甲市教育局', 2024, 'requests.processed.total')).toMatchObject({ value: 7, about: true })
  })

  it('keep the first where they differ, and the other as a version; a cell that both state alike is none', () => {
    expect(cell('甲市教育局', 2024, 'requests.received.total')).toMatchObject({ value: 3 })
    expect(merged.versions).toHaveLength(1)
    const [{ row, origin, cells, against }] = merged.versions as [(typeof merged.versions)[number]]
    expect([merged.agencyOf(row).id, merged.yearOf(row), origin, [...cells], [...against!]]).toEqual(['甲市教育局', 2024, '乙', [['requests.received.total', { value: 4 }]], [['requests.received.total', '甲']]])
  })

  it('know of an agency what any of them says, the first before the next', () => {
    const said = (data: typeof first.data, more: object) => ({ ...data, agencies: data.agencies.map((agency) => ({ ...agency, ...more })) })
    const [agency] = finished(mergeSteps([{ title: '甲', data: said(first.data, { province: '', level: '市' }) }, { title: '乙', data: said(second.data, { province: '江苏省', level: '县' }) }])).data.agencies
    expect(agency).toMatchObject({ id: '甲市教育局', province: '江苏省', level: '市' })
  })

  it('name every source that cells of a report come from, and none that only says the same or otherwise', () => {
    const from = (data: typeof first.data, source: string) => ({ ...data, reportSource: data.reportYear.reduce<string[]>((sources) => [...sources, source], []) })
    const [one, two] = [{ title: '甲', data: from(first.data, 'https://a.example/1') }, { title: '乙', data: from(second.data, 'https://b.example/2') }]
    const sourcesOf = (tables: (typeof one)[]) => {
      const table = new Table(finished(mergeSteps(tables)).data)
      return table.data.reportSource[table.rowOf(table.indexOf('甲市教育局'), 2024)]
    }
    expect(sourcesOf([one, two])).toBe('https://a.example/1; https://b.example/2')
    expect(sourcesOf([two, one])).toBe('https://b.example/2')
    expect(sourcesOf([one, one])).toBe('https://a.example/1')
  })

  it('name of a cell the source that it comes from, of a number made of several theirs', () => {
    const from = (data: typeof first.data, source: string) => ({ ...data, reportSource: Array.from(data.reportYear, () => source) })
    const table = new Table(finished(mergeSteps([{ title: '甲', data: from(first.data, 'a.html') }, { title: '乙', data: from(second.data, 'b.pdf') }])).data)
    const row = table.rowOf(table.indexOf('甲市教育局'), 2024)
    expect([table.sourceOf(row, ['requests.received.total']), table.sourceOf(row, ['requests.processed.total']), table.sourceOf(row, ['requests.received.total', 'requests.processed.total']), table.sourceOf(row, ['documents.issued'])]).toEqual(['a.html', 'b.pdf', 'a.html; b.pdf', 'a.html; b.pdf'])
  })

  it('tell whose reports are whose', () => {
    expect(placed.map((rows) => Array.from(rows, (row) => `${merged.agencyOf(row).id} ${merged.yearOf(row)}`))).toEqual([['甲市教育局 2024', '乙市民政局 2024'], ['甲市教育局 2024', '甲市教育局 2023']])
  })
})
