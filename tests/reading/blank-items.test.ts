import { expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { recognise } from '@/reading/recognise'

// Cells of table 2 below headings of which some cannot be read.

function fees(cells: string[], heading: string): { values: unknown[]; told: unknown } {
  const rows = [
    ['信息内容', '采购项目数量', '采购总金额'],
    ['政府集中采购', '3', '12.5'],
    ['信息内容', heading, '本年增/减'],
    ['行政事业性收费', ...cells],
  ]
  const block: Block = { kind: 'table', bounded: true, rows: gridOf(rows.map((row) => row.map((text) => ({ text })))), place: {} }
  const [report] = recognise([{ file: 'a.html', kind: 'html', titles: [], problems: [], blocks: [{ kind: 'text', text: '二、主动公开政府信息情况', place: {} }, block] }])
  return { values: ['items-before', 'change'].map((column) => report?.cells.get(`fees.${column}` as never)?.cell), told: report?.problems.find(({ figures }) => figures?.some((figure) => figure.startsWith('fees.')))?.kind }
}

it('a number below a heading that cannot be read is none of the blank cell beside it', () => {
  expect(fees(['2', ''], 'P一项目数量')).toEqual({ values: [undefined, undefined], told: 'row-unclear' })
  expect(fees(['2', ''], '上一年项目数量').values).toMatchObject([{ value: 2 }, { missing: 'blank' }])
})
