import { expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { recognise } from '@/reading/recognise'

// Cells of table 2 below headings of which some cannot be read, or beside all headings.

function read(rows: string[][], figures: string[]): { values: unknown[]; told: unknown } {
  const block: Block = { kind: 'table', rows: gridOf(rows.map((row) => row.map((text) => ({ text })))), place: {} }
  const [report] = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [], problems: [], blocks: [{ kind: 'text', text: '二、主动公开政府信息情况', place: {} }, block] }])
  return { values: figures.map((figure) => report?.cells.get(figure as never)?.cell), told: report?.problems.find((problem) => problem.figures?.some((figure) => figures.includes(figure)))?.kind }
}

const PROCUREMENT = [
  ['信息内容', '采购项目数量', '采购总金额'],
  ['政府集中采购', '3', '12.5'],
]
const fees = (cells: string[], heading: string): ReturnType<typeof read> => read([...PROCUREMENT, ['信息内容', heading, '本年增/减'], ['行政事业性收费', ...cells]], ['fees.items-before', 'fees.change'])

it('a number below a heading that cannot be read is none of the blank cell beside it', () => {
  expect(fees(['2', ''], 'P一项目数量')).toEqual({ values: [undefined, undefined], told: 'row-unclear' })
  expect(fees(['2', ''], '上一年项目数量').values).toMatchObject([{ value: 2 }, { missing: 'blank' }])
})

it('a blank cell at the edge of a table stands below no year’s heading', () => {
  expect(read([['信息内容', '本年处理决定数量', '上年处理决定数量', ''], ['行政许可', '8', '9', ''], ['行政处罚', '', '11', '']], ['licences.decisions', 'penalties.decisions'])).toMatchObject({ values: [{ value: 8 }, { missing: 'blank' }] })
})

it('an item that a page’s end cuts below its first figure goes on behind what is left of its name, and behind the head of the next page', () => {
  const table = (page: number, rows: string[][]): Block => ({ kind: 'table', rows: gridOf(rows.map((row) => row.map((text, at) => ({ text, columnSpan: row.length === 2 && at === 1 ? 2 : 1 })))), place: { page, table: page } })
  const above = table(1, [['规章', '本年制发件数', '0'], ['规章', '本年废止件数', '1'], ['规章', '现行有效件数', '7'], ['行政规范性文件', '本年制发件数', '3'], ['行政规范性文件', '']])
  const below = table(2, [['', '本年废止件数', '6'], ['', '现行有效件数', '12'], ['行政许可', '本年处理决定数量', '5']])
  const text = (words: string): Block => ({ kind: 'text', text: words, place: {} })
  const [report] = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [], problems: [], blocks: [text('二、主动公开政府信息情况'), above, text('2024/1/8 10:31'), below] }])
  expect(['documents.issued', 'documents.repealed', 'documents.in-force', 'licences.decisions'].map((figure) => report!.cells.get(figure as never)?.cell)).toEqual([{ value: 3 }, { value: 6 }, { value: 12 }, { value: 5 }])
  expect(report!.problems.map(({ kind }) => kind)).not.toContain('row-unclear')
})

it('cells whose edges are not those of headings that can all be read stand in their order', () => {
  expect(read([['信息内容', '本年制发件数', '', '', '本年废止件数', '现行有效件数', ''], ['规章', '', '3', '', '0', '', '119'], ['行政规范性文件', '', '13', '3', '', '', '62']], ['rules.issued', 'rules.repealed', 'rules.in-force', 'documents.issued', 'documents.in-force']).values).toMatchObject([3, 0, 119, 13, 62].map((value) => ({ value })))
})

it.each([[['现行有效件数', '本年制发件数', '本年废止件数'], true], [['本年制发件数', '本年废止件数', '现行有效件数'], false]])('headings of a table put together from places in another order than the form’s are told: %s', (headings, isTold) => {
  const block: Block = { kind: 'table', loose: true, rows: gridOf([['信息内容', ...headings], ['规章', '4', '0', '1']].map((row) => row.map((text) => ({ text })))), place: { table: 1 } }
  const [report] = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [], problems: [], blocks: [{ kind: 'text', text: '二、主动公开政府信息情况', place: {} }, block] }])
  expect(report!.problems.some(({ kind, figures }) => kind === 'row-doubtful' && figures?.includes('rules.issued'))).toBe(isTold)
})
