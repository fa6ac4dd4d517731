import { expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { recognise } from '@/reading/recognise'

it('what a page says around a table is no cell of its rows, where a line around it all reaches over them', () => {
  const around = '五、存在的主要问题及改进情况 一是公开时效性有待提高；二是政策解读形式较为单一。下一步将加强培训，提升工作质量。'
  const rows = [['类别', '', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'], ['行政复议', '', '4', '0', '0', '1', '5'], ['行政诉讼', '未经复议直接起诉', '', '', '', '0', '0'], ['', '复议后起诉', '', '', '2', '', '2']]
  const cells = rows.map((row) => row.map((text) => ({ text })))
  const framed = cells.map((row, at) => (at === 0 ? [...row, { text: around, rowSpan: rows.length }] : row))
  const block: Block = { kind: 'table', rows: gridOf(framed), place: { table: 2 } }
  const [report] = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [], problems: [], blocks: [{ kind: 'text', text: '四、政府信息公开行政复议、行政诉讼情况', place: {} }, block] }])
  const value = (figure: string): unknown => {
    const cell = report!.cells.get(figure as never)?.cell
    return cell && ('value' in cell ? cell.value : cell.missing)
  }
  expect(['review.upheld', 'review.total', 'suit-direct.upheld', 'suit-direct.pending', 'suit-direct.total', 'suit-after-review.other', 'suit-after-review.total'].map(value)).toEqual([4, 5, 'blank', 0, 0, 2, 2])
})
