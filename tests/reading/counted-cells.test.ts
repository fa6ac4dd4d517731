import { expect, it } from 'vitest'
import { readReports } from '@/reading'

it.each([['共343件', 343], ['共计 12 项', 12], ['222 851件', 222851], ['1 234', 1234], ['222 851', 222851], ["'0", 0], ['`12', 12]])('a count in a cell with a word or a stray sign before it, or with its thousands parted by spaces: %s', async (written, value) => {
  const page = `<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>${written}</td></tr><tr><td>行政处罚</td><td>7</td></tr></table><p>五、存在的主要问题及改进情况</p></body></html>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  expect(reports[0]!.cells.get('licences.decisions')?.cell).toMatchObject({ value })
  expect(reports[0]!.cells.get('penalties.decisions')?.cell).toMatchObject({ value: 7 })
})

it.each([['人民币51.99万元', 51.99], ['51.99（万元）', 51.99], ['1250000（元）', 125], ['¥ 1,051.99万元', 1051.99], ['人民币 0 元', 0]])('an amount with its currency: %s', async (written, value) => {
  const page = `<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table><tr><td>信息内容</td><td>本年收费金额（单位：万元）</td></tr><tr><td>行政事业性收费</td><td>${written}</td></tr></table><p>五、存在的主要问题及改进情况</p></body></html>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  expect(reports[0]!.cells.get('fees.amount')?.cell).toMatchObject({ value })
})

it('an amount in yuan by the name of its row, beside another item with its number', async () => {
  const rows = [['行政许可（本年处理决定数量）', '35', '行政处罚（本年处理决定数量）', '0'], ['行政强制（本年处理决定数量）', '3', '行政事业性收费（本年收费金额，元）', '250406']]
  const page = `<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table>${rows.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table><p>五、存在的主要问题及改进情况</p></body></html>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  expect(['licences.decisions', 'penalties.decisions', 'measures.decisions', 'fees.amount'].map((figure) => reports[0]!.cells.get(figure as never)?.cell)).toMatchObject([35, 0, 3, 25.0406].map((value) => ({ value })))
  expect(reports[0]!.problems.map(({ kind }) => kind)).toContain('unit-converted')
})

it.each(['指标名称', '内容'])('table 2 with a figure a row, its names below %s', async (heading) => {
  const rows = [['规章', '本年制发件数', '2'], ['规章', '本年废止件数', '0'], ['规章', '现行有效件数', '9'], ['行政规范性文件', '本年制发件数', '3'], ['行政许可', '本年处理决定数量', '58']]
  const page = `<html><body><p>云梦市水务局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table>${[['项目', heading, '数量'], ...rows].map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table><p>五、存在的主要问题及改进情况</p></body></html>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  expect(['rules.issued', 'rules.repealed', 'rules.in-force', 'documents.issued', 'licences.decisions'].map((figure) => reports[0]!.cells.get(figure as never)?.cell)).toMatchObject([2, 0, 9, 3, 58].map((value) => ({ value })))
})

const table2 = (rows: readonly (readonly string[])[], year = 2023): Uint8Array => new TextEncoder().encode(`<html><body><p>云梦市水务局${String(year)}年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table>${rows.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table><p>五、存在的主要问题及改进情况</p></body></html>`)
const valuesIn = async (bytes: Uint8Array, figures: readonly string[]): Promise<unknown[]> => {
  const { reports } = await readReports({ name: 'a.html', bytes })
  return figures.map((figure) => reports[0]!.cells.get(figure as never)?.cell).map((cell) => (cell && 'value' in cell ? cell.value : cell?.missing))
}

it('比上年增减 beside 上一年项目数量 is the form’s own column', async () => {
  const rows = [['信息内容', '上一年项目数量', '比上年增减', '处理决定数量'], ['行政许可', '10', '-2', '8']]
  expect(await valuesIn(table2(rows, 2020), ['licences.items-before', 'licences.change', 'licences.decisions'])).toEqual([10, -2, 8])
})

it('nothing more and nothing less, 0/0, is no change; other numbers with a stroke are none', async () => {
  const rows = [['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '10', '0/0', '8'], ['其他对外管理服务事项', '3', '2/1', '4']]
  expect(await valuesIn(table2(rows, 2020), ['licences.change', 'services.change'])).toEqual([0, 'unreadable'])
})

it('累计 over what is in force, 本年 over what the year made: three columns of one year', async () => {
  const rows = [['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['', '本年', '本年', '累计'], ['规章', '2', '1', '9'], ['行政规范性文件', '3', '0', '8']]
  expect(await valuesIn(table2(rows), ['rules.issued', 'rules.repealed', 'rules.in-force', 'documents.issued', 'documents.in-force'])).toEqual([2, 1, 9, 3, 8])
})

it.each(['1O条', 'l0件', '2O个'])('a letter in a number with any unit is told: %s', async (written) => {
  const { reports } = await readReports({ name: 'a.html', bytes: table2([['信息内容', '本年处理决定数量'], ['行政许可', written], ['行政处罚', '7']]) })
  expect(reports[0]!.cells.get('licences.decisions')).toMatchObject({ settled: 'letter' })
})

it('a circle for a zero makes no number of 一', async () => {
  expect(await valuesIn(table2([['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '一', '〇', '3'], ['行政规范性文件', '4', '一', '9']]), ['rules.issued', 'rules.repealed', 'documents.repealed'])).toEqual(['not-applicable', 0, 'not-applicable'])
})

it('一 in a text is a dash in cells, the number of a heading there, and the number one where another stands in characters', async () => {
  const text = (cell: string): Uint8Array => new TextEncoder().encode(['云梦市水务局2023年政府信息公开工作年度报告', '一 总体情况', '二 主动公开政府信息情况', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章\t一\t0\t3', `行政规范性文件\t4\t${cell}\t9`, '信息内容\t本年处理决定数量', '行政许可\t12', '行政处罚\t3', '五 存在的主要问题及改进情况'].join('\n'))
  const read = async (cell: string): Promise<unknown[]> => {
    const { reports } = await readReports({ name: 'a.txt', bytes: text(cell) })
    const found = reports[0]!.cells.get('rules.issued')?.cell
    return [found && ('value' in found ? found.value : found.missing), reports[0]!.blocks.some((block) => block.kind === 'text' && block.text.includes('一 总体情况'))]
  }
  expect(await read('0')).toEqual(['not-applicable', true])
  expect(await read('二件')).toEqual([1, true])
})
