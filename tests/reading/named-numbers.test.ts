import { describe, expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { recognise } from '@/reading/recognise'

const table = (rows: readonly (readonly string[])[]): Block => ({ kind: 'table', rows: gridOf(rows.map((row) => row.map((text) => ({ text })))), place: { table: 1 } })
function read(heading: string, rows: readonly (readonly string[])[]): { value: (figure: string) => unknown; kinds: string[] } {
  const [report] = recognise([{ file: 'a.docx', kind: 'docx', titles: [], problems: [], blocks: [{ kind: 'text', text: heading, place: {} }, table(rows)] }])
  return { value: (figure) => report?.cells.get(figure as never)?.cell, kinds: report?.problems.map(({ kind }) => kind) ?? [] }
}

describe('cells of table 2 that say what their column counts', () => {
  it('are read as the numbers behind these words', () => {
    const { value } = read('二、主动公开政府信息情况', [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '制发0件', '废止0件', '现行有效0件'],
      ['行政规范性文件', '制发5件', '废止：2', '现行有效38件'],
      ['信息内容', '本年处理决定数量', '', ''],
      ['行政许可', '处理决定94226件', '', ''],
      ['信息内容', '本年收费金额（单位：万元）', '', ''],
      ['行政事业性收费', '收费1.5万元', '', ''],
    ])
    expect(['rules.in-force', 'documents.issued', 'documents.repealed', 'documents.in-force', 'licences.decisions', 'fees.amount'].map(value)).toMatchObject([{ value: 0 }, { value: 5 }, { value: 2 }, { value: 38 }, { value: 94226 }, { value: 1.5 }])
  })

  it('other words before a number make no number of it', () => {
    expect(read('二、主动公开政府信息情况', [['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '0', '0'], ['行政规范性文件', '联合发文5件', '2', '38']]).value('documents.issued')).not.toMatchObject({ value: 5 })
  })
})

it('the total of table 3 may say which sum it is', () => {
  const cells = ['3', '0', '0', '0', '0', '0', '3']
  const { value, kinds } = read('三、收到和处理政府信息公开申请情况', [['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'], ['一、本年新收政府信息公开申请数量', ...cells], ['（一）予以公开', ...cells], ['（七）总计（=（一）+（二）+（三）+（四）+（五）+（六））', ...cells]])
  expect(value('requests.processed.natural')).toEqual({ value: 3 })
  expect(kinds).not.toContain('row-unknown')
})
