import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { given, PLAIN, tablesOf, text } from './documents'

const report = given(15)
const tables = tablesOf(report, PLAIN, 15)

describe.each([['a full-width space', '\u3000'], ['two spaces', '  '], ['four spaces', '    ']])('a text whose cells %s part', (_, bound) => {
  it.each([['digits', '0'], ['characters', '零'], ['blanks', '']])('zeros as %s; paragraphs moved in by two', async (_name, zero) => {
    const zeros = { ...tables, requests: tables.requests.map((row) => row.map((cell) => (cell.text === '0' ? { ...cell, text: zero } : cell))) }
    const body = text(report, zeros, 'tabs').replaceAll('\t', bound).replace(/^(本机关|下一步|五、)/gm, '\u3000\u3000$1')
    const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(body) })
    const read = Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
    expect(read).toEqual(Object.fromEntries([...report.figures].map(([figure, value]) => [figure, zero === '' && value === 0 && figure.startsWith('requests.') ? 'blank' : value])))
  })
})

it('a text whose cells four spaces part, the kinds of organisations in another order than the form’s', async () => {
  const rows = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '1.信访举报投诉类申请', '2.重复申请', '（七）总计', '四、结转下年度继续办理'].map((name) => [name, 1, 2, 3, 4, 5, 6, 21])
  const lines = [['云梦市水务局2023年政府信息公开工作年度报告'], ['三、收到和处理政府信息公开申请情况'], ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'], ['自然人', '法人或其他组织', '总计'], ['商业企业', '科研机构', '法律服务机构', '社会公益组织', '其他'], ...rows, ['四、政府信息公开行政复议、行政诉讼情况']]
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.map((cells) => cells.join('    ')).join('\n')) })
  expect(['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => reports[0]!.cells.get(`requests.received.${applicant}` as never)?.cell)).toMatchObject([1, 2, 3, 5, 4, 6, 21].map((value) => ({ value })))
})

it('a text whose cells one space parts in some rows, and two in others', async () => {
  const lines = text(report, tables, 'tabs').split('\n').map((line, at) => line.replaceAll('\t', at % 3 === 0 ? ' ' : '  '))
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })
  expect(Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))).toEqual(Object.fromEntries(report.figures))
})

it('columns that full-width spaces set out, where rows leave cells out', async () => {
  const names = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '4.保护第三方合法权益', '8.属于行政查询事项', '1.本机关不掌握相关政府信息', '2.重复申请', '（七）总计', '四、结转下年度继续办理']
  const natural = [24, 1, 2, 4, 1, 0, 3, 5, 6, 3, 24, 1]
  // A full-width space is as wide as a letter of a name, a plain one as a digit.
  const wide = (words: string): number => [...words].reduce((sum, letter) => sum + (/[0-9. ]/.test(letter) ? 1 : 2), 0)
  const pad = (words: string, to: number): string => `${words}${'\u3000'.repeat((to - wide(words)) >> 1)}${' '.repeat((to - wide(words)) % 2)}`
  const row = (name: string, cells: readonly (string | number)[]): string => cells.reduce<string>((line, cell, at) => (cell === '' ? line : `${pad(line, 48 + at * 12)}${String(cell)}`), name)
  const rows = names.map((name, at) => row(name, [natural[at]!, '', '', '', '', '', natural[at]!]))
  const lines = ['云梦市水务局2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况', row('', ['自然人', '商业企业', '科研机构', '公益组织', '法律机构', '其他', '总计']), ...rows.slice(0, 6), row('9.属于工作秘密', [0, 0, 0, 0, 0, 0, 0]), ...rows.slice(6)]
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })
  const values = (id: string): unknown[] => ['natural', 'business', 'other', 'total'].map((applicant) => reports[0]!.cells.get(`requests.${id}.${applicant}` as never)?.cell).map((cell) => (cell && 'value' in cell ? cell.value : cell?.missing))
  expect(['received', 'refused.inquiry', 'processed'].map(values)).toEqual([[24, 'blank', 'blank', 24], [5, 'blank', 'blank', 5], [24, 'blank', 'blank', 24]])
})
