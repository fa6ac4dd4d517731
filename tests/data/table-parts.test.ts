import { describe, expect, it } from 'vitest'
import { TableGathering } from '@/data/gather-table'
import { buffersOf, partsOf, type TablePart } from '@/data/table-parts'
import type { FigureId } from '@/domain/figure'
import type { TableData, Version } from '@/domain/table'
import { tableOf } from '../fixture'

const SMALL = tableOf([
  { agency: '甲市乙局', year: 2023, cells: { 'requests.received.total': '5147（全市）', 'documents.issued': 3, 'review.total': '' } },
  { agency: '丙县人民政府', year: 2024, breaks: true, cells: { 'fees.amount': '251000元', 'requests.received.total': '三百' } },
]).data

function gathered(parts: Iterable<TablePart>): TableData {
  const gathering = new TableGathering()
  for (const part of parts) gathering.take(part)
  return gathering.data
}

const version = (row: number, cells: number): Version => {
  const figures = Array.from({ length: cells }, (_, at) => `requests.received.${at}` as FigureId)
  return { row, origin: 'b.csv', cells: new Map(figures.map((figure) => [figure, { value: row }])), against: new Map(figures.map((figure) => [figure, 'a.csv'])) }
}

/** A table with long lists, wide columns and many remarks. */
function large(size: number): TableData {
  const remarks = new Map(Array.from({ length: size }, (_, row) => [row, { note: `第${row}格` }]))
  return {
    ...SMALL,
    reportAgency: new Uint32Array(size),
    reportYear: new Uint16Array(size).fill(2023),
    reportSource: Array.from({ length: size }, (_, row) => `https://example.gov.cn/${row}`),
    columns: new Map(Array.from({ length: 40 }, (_, at) => [`requests.granted.${at}` as FigureId, { values: new Float64Array(size).fill(at), states: new Uint8Array(size).fill(15), remarks: at === 0 ? remarks : new Map() }])),
    versions: Array.from({ length: 50 }, (_, row) => version(row, 200)),
  }
}

describe('a table in parts', () => {
  it('is the same when it is put together again', () => {
    expect(gathered(structuredClone([...partsOf(SMALL)]))).toEqual(SMALL)
    const long = large(2_100)
    expect(gathered(structuredClone([...partsOf(long)]))).toEqual(long)
  })

  it('without reports is a table without reports', () => {
    expect(gathered([])).toMatchObject({ agencies: [], reportYear: new Uint16Array(), problems: [] })
  })

  it('has no part that takes long to copy', () => {
    for (const part of partsOf(large(20_000))) {
      if ('columns' in part) expect(part.columns.reduce((sum, { values, states }) => sum + values.byteLength + states.byteLength, 0)).toBeLessThanOrEqual(1_000_000)
      else if ('remarks' in part) expect(part.remarks.length).toBeLessThanOrEqual(2_000)
      else if ('list' in part && part.list === 'versions') expect(part.items.length).toBeLessThanOrEqual(5)
      else if ('list' in part) expect(part.items.length).toBeLessThanOrEqual(2_000)
    }
  })

  it('hands its arrays over with their parts, each once', () => {
    const data = large(2_000)
    const parts = [...partsOf(data)]
    const there = parts.map((part) => structuredClone(part, { transfer: buffersOf(part) }))
    expect([...data.columns.values()].every(({ values, states }) => values.length === 0 && states.length === 0)).toBe(true)
    expect(data.reportYear.length).toBe(0)
    expect([...gathered(there).columns.values()].every(({ values }) => values.length === 2_000)).toBe(true)
  })
})
