import { expect, it } from 'vitest'
import { readReports } from '@/reading'

it.each([['共343件', 343], ['共计 12 项', 12], ['222 851件', 222851], ['1 234', 1234], ['222 851', 222851], ["'0", 0], ['`12', 12]])('a count in a cell with a word or a stray sign before it, or with its thousands parted by spaces: %s', async (written, value) => {
  const page = `<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>${written}</td></tr><tr><td>行政处罚</td><td>7</td></tr></table><p>五、存在的主要问题及改进情况</p></body></html>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  expect(reports[0]!.cells.get('licences.decisions')?.cell).toMatchObject({ value })
  expect(reports[0]!.cells.get('penalties.decisions')?.cell).toMatchObject({ value: 7 })
})

it.each([['人民币51.99万元', 51.99], ['51.99（万元）', 51.99], ['¥ 1,051.99万元', 1051.99], ['人民币 0 元', 0]])('an amount with its currency: %s', async (written, value) => {
  const page = `<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table><tr><td>信息内容</td><td>本年收费金额（单位：万元）</td></tr><tr><td>行政事业性收费</td><td>${written}</td></tr></table><p>五、存在的主要问题及改进情况</p></body></html>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  expect(reports[0]!.cells.get('fees.amount')?.cell).toMatchObject({ value })
})

it.each(['指标名称', '内容'])('table 2 with a figure a row, its names below %s', async (heading) => {
  const rows = [['规章', '本年制发件数', '2'], ['规章', '本年废止件数', '0'], ['规章', '现行有效件数', '9'], ['行政规范性文件', '本年制发件数', '3'], ['行政许可', '本年处理决定数量', '58']]
  const page = `<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table>${[['项目', heading, '数量'], ...rows].map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table><p>五、存在的主要问题及改进情况</p></body></html>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  expect(['rules.issued', 'rules.repealed', 'rules.in-force', 'documents.issued', 'licences.decisions'].map((figure) => reports[0]!.cells.get(figure as never)?.cell)).toMatchObject([2, 0, 9, 3, 58].map((value) => ({ value })))
})
