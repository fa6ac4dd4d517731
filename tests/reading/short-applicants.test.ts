import { expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'

const ROWS = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（六）其他处理', '（七）总计', '四、结转下年度继续办理']
const CELLS = [['3', '1', '2', '', '4', '5', '12', '15'], ['', '', '', '', '', '', '', ''], ['1', '1', '', '', '4', '', '5', '6'], ['2', '', '2', '', '', '5', '7', '9'], ['3', '1', '2', '', '4', '5', '12', '15'], ['', '', '', '', '', '', '', '']]
const cell = (text: string, attributes = ''): string => `<td${attributes}>${text}</td>`

/** A report with a subtotal of the organisations, their kinds named so. */
async function read(kinds: readonly string[]): Promise<ReadReport> {
  const rows = [
    cell('', ' rowspan="3"') + cell('申请人情况', ' colspan="8"'),
    cell('自然人', ' rowspan="2"') + cell('法人或其他组织', ' colspan="6"') + cell('总计', ' rowspan="2"'),
    [...kinds, '其他', '小计'].map((text) => cell(text)).join(''),
    ...ROWS.map((name, at) => [name, ...CELLS[at]!].map((text) => cell(text)).join('')),
  ]
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(`<html><body><p>云梦市水务局2020年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table><p>五、存在的主要问题及改进情况</p></body></html>`) })
  return reports[0]!
}

const APPLICANTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total']
const rowOf = ({ cells }: ReadReport, row: string): unknown[] => APPLICANTS.map((applicant) => {
  const found = cells.get(`requests.${row}.${applicant}` as never)?.cell
  return found && ('value' in found ? found.value : found.missing)
})

it.each([[['企业', '科研', '公益', '法律']], [['商业', '科研', '公益', '法律']], [['商业企业', '科研机构', '社会公益组织', '法律服务机构']], [['商业企业', '科研机构', '社会公益机构', '法律服务组织']]])('kinds of organisations may be named by the word that tells them apart, beside their subtotal: %s', async (kinds) => {
  const report = await read(kinds)
  expect(rowOf(report, 'received')).toEqual([3, 1, 2, 'blank', 4, 5, 15])
  expect(rowOf(report, 'other')).toEqual([2, 'blank', 2, 'blank', 'blank', 5, 9])
})

it('cells of a row that was read in part are told, of （六）其他处理 as one row too', async () => {
  const report = await read(['企业', '甲类', '公益', '乙类'])
  expect(rowOf(report, 'other')).toEqual([2, 'blank', undefined, 'blank', undefined, 5, 9])
  const told = new Set(report.problems.flatMap((problem) => problem.figures ?? []))
  expect(['requests.other.research', 'requests.other.legal', 'requests.received.research'].filter((figure) => !told.has(figure as never))).toEqual([])
})

it('a row that lost its name below headings repeated over the page is no row that one of these would name', async () => {
  const kinds = ['企业', '科研', '公益', '法律', '其他', '小计']
  const heads = `<tr>${cell('', ' rowspan="2"')}${cell('自然人', ' rowspan="2"')}${cell('法人或其他组织', ' colspan="6"')}${cell('总计', ' rowspan="2"')}</tr><tr>${kinds.map((text) => cell(text)).join('')}</tr>`
  const row = (...cells: string[]): string => `<tr>${cells.map((text) => cell(text)).join('')}</tr>`
  const page = (...rows: string[]): string => `<table>${heads}${rows.join('')}</table>`
  const [one, two] = [['1', '1', '0', '0', '0', '0', '1', '2'], ['4', '0', '0', '0', '0', '0', '0', '4']]
  const body = `${page(row(ROWS[0]!, ...two), row('（三）不予公开 1.属于国家秘密', ...one), row('（三）不予公开 2.其他法律行政法规禁止公开', ...one))}${page(row('', ...one), row('（七）总计', ...two))}`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(`<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>${body}<p>五、存在的主要问题及改进情况</p></body></html>`) })
  const known = ['received', 'refused.state-secret', 'refused.forbidden-by-law', 'processed']
  expect([...new Set([...reports[0]!.cells.keys()].map((figure) => figure.slice('requests.'.length, figure.lastIndexOf('.'))))]).toEqual(known)
})
