import { expect, it } from 'vitest'
import { readReports } from '@/reading'
import { gridOf, type TableBlock } from '@/reading/document'
import { entriesOf } from '@/reading/meaning/entries'
import { TablesReader } from '@/reading/meaning/tables'

const ROWS = [['一、本年新收政府信息公开申请数量', 3, 1, 2, '', 4, 5, 15], ['二、上年结转政府信息公开申请数量', '', '', '', '', '', '', ''], ['（一）予以公开', 3, 1, 2, '', 4, 0, 10], ['（七）总计', 3, 1, 2, '', 4, 5, 15], ['四、结转下年度继续办理', '', '', '', '', '', '', '']]
const APPLICANTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total']

it('其他 that a heading of organisations over a column too few pushes behind 总计 is still the last but one', async () => {
  const row = (cells: readonly (string | number)[], attributes: readonly string[] = []): string => `<tr>${cells.map((text, at) => `<td ${attributes[at] ?? ''}>${text}</td>`).join('')}</tr>`
  const table = [row(['', '申请人情况'], ['rowspan="3"', 'colspan="7"']), row(['自然人', '法人或其他组织', '总计'], ['rowspan="2"', 'colspan="4"', 'rowspan="2"']), row(['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']), ...ROWS.map((cells) => row(cells))].join('')
  const page = `<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p><table>${table}</table><p>五、存在的主要问题及改进情况</p></body></html>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  const valueOf = (applicant: string): unknown => {
    const cell = reports[0]!.cells.get(`requests.received.${applicant}` as never)?.cell
    return cell && ('value' in cell ? cell.value : cell.missing)
  }
  expect(APPLICANTS.map(valueOf)).toEqual([3, 1, 2, 'blank', 4, 5, 15])
})

it('numbers left below a row of table 3 put that row’s cells in doubt', () => {
  const headings = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const grid = gridOf([headings, ['一、本年新收政府信息公开申请数量', '3', '', '2', '', '4', '5', ''], ['', '', '1', '', '0', '', '', '15']].map((cells) => cells.map((text) => ({ text }))))
  const block: TableBlock = { kind: 'table', rows: grid, place: { page: 1, table: 1 }, loose: true }
  const reader = new TablesReader(2023)
  reader.read(entriesOf([{ kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: { page: 1 } }, block]))
  const told = reader.figures.problems.filter(({ kind }) => kind === 'numbers-left').flatMap(({ figures }) => figures ?? [])
  expect(told).toEqual(APPLICANTS.map((applicant) => `requests.received.${applicant}`))
})
