import { expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'

// Names of rows of table 3 that a ruling, or a row of cells, goes through: their parts stand in two rows, the numbers in one of them.

const BLANK = ['', '', '', '', '', '', '']
const NUMBERS = [3, 0, 1, 0, 0, 0, 4]
const ROWS: readonly (readonly [name: string, values: readonly (number | string)[]])[] = [
  ['（一）予以公开', [1, 0, 0, 0, 0, 0, 1]],
  ['1.属于国家秘密', [0, 0, 0, 0, 0, 0, 0]],
  ['（七）总计', [9, 0, 1, 0, 0, 0, 10]],
]

async function read(rows: readonly (readonly [name: string, values: readonly (number | string)[]])[]): Promise<ReadReport> {
  const cells = (texts: readonly (number | string)[]): string => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`
  const table = `<table>${cells(['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'])}${rows.map(([name, values]) => cells([name, ...values])).join('')}</table>`
  const page = `<h1>青阳县水务局2023年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p>${table}`
  return (await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })).reports[0]!
}
const rowOf = ({ cells }: ReadReport, row: string): unknown[] => APPLICANT_IDS.map((applicant) => (cells.get(`requests.${row}.${applicant}` as never)?.cell as { value?: number } | undefined)?.value)

it.each([
  ['refused.security', '3.危及“三安全一', '稳定”'],
  ['not-processed.publication', '3.要求提供公开', '出版物'],
  ['unavailable.not-held', '1.本机关不掌握', '相关政府信息'],
  ['refused.forbidden-by-law', '2.其他', '法律行政法规禁止公开'],
  ['received', '一、本年新收政府信息', '公开申请数量'],
  ['carried-in', '二、上年', '结转政府信息公开数量'],
])('the numbers of %s stand beside one part of its name', async (row, first, second) => {
  for (const parts of [[[first, BLANK], [second, NUMBERS]], [[first, NUMBERS], [second, BLANK]]] as const) {
    const report = await read([...ROWS.slice(0, 2), ...parts, ...ROWS.slice(2)])
    expect([rowOf(report, row), report.extras]).toEqual([NUMBERS, []])
  }
})

it('a row that is blank above words with numbers, which are no part of its name, is told', async () => {
  const report = await read([...ROWS.slice(0, 2), ['3.危及“三安全一稳定”', BLANK], ['某某某某', NUMBERS], ...ROWS.slice(2)])
  expect(report.problems.filter(({ kind }) => kind === 'row-empty').flatMap(({ figures }) => figures)).toEqual(APPLICANT_IDS.map((applicant) => `requests.refused.security.${applicant}`))
})

it('a row that is blank below words with numbers, which are no part of its name, is told', async () => {
  const report = await read([...ROWS.slice(0, 2), ['某某某某', NUMBERS], ['3.危及“三安全一稳定”', BLANK], ...ROWS.slice(2)])
  expect(report.problems.filter(({ kind }) => kind === 'row-empty').flatMap(({ figures }) => figures)).toEqual(APPLICANT_IDS.map((applicant) => `requests.refused.security.${applicant}`))
})

it('a blank row above one that the report adds stays what it is', async () => {
  const report = await read([...ROWS.slice(0, 2), ['5.属于三类内部事务信息', BLANK], ['6.其他不予公开情形', NUMBERS], ...ROWS.slice(2)])
  expect([rowOf(report, 'refused.internal').every((value) => value === undefined), report.extras.length]).toEqual([true, 1])
})

it('a row without a name, right between two rows of which the form has one between, is that one, and told', async () => {
  const between = (above: string): Promise<ReadReport> => read([...ROWS.slice(0, 2), [above, [0, 0, 0, 0, 0, 0, 0]], ['', NUMBERS], ['4.保护第三方合法权益', [0, 0, 0, 0, 0, 0, 0]], ...ROWS.slice(2)])
  const placed = await between('2.其他法律行政法规禁止公开')
  expect([rowOf(placed, 'refused.security'), placed.problems.find(({ kind }) => kind === 'label-guessed')?.figures]).toEqual([NUMBERS, APPLICANT_IDS.map((applicant) => `requests.refused.security.${applicant}`)])
  const last = await read([...ROWS.slice(0, 2), ['4.无正当理由大量反复申请', [0, 0, 0, 0, 0, 0, 0]], ['', NUMBERS], ['（六）其他处理', [5, 0, 0, 0, 0, 0, 5]], ...ROWS.slice(2)])
  expect(rowOf(last, 'not-processed.confirmation')).toEqual(NUMBERS)
  const open = await between('某某某某')
  expect([open.cells.has('requests.refused.security.total'), open.cells.has('requests.refused.forbidden-by-law.total')]).toEqual([false, false])
})

it('其他 behind the name of its group is the last row of it', async () => {
  const report = await read([...ROWS.slice(0, 2), ['其他处理申请人无正当理由逾期不补正', [0, 0, 0, 0, 0, 0, 0]], ['其他处理其他', NUMBERS], ...ROWS.slice(2)])
  expect([rowOf(report, 'other.other'), report.extras]).toEqual([NUMBERS, []])
})

// So do names of items of table 2 where nothing rules their row off: the end of one stands on the line below, alone.
it.each([
  ['documents', ['规范性', '文件'], [1, 26, 4]],
  ['documents', ['行政规范性', '文件'], [1, 26, 4]],
  ['rules', ['规', '章'], [0, 2, 3]],
  ['documents', ['行政', '规范性文件'], [4, 0, 9]],
] as const)('%s: %j', async (item, [begun, end], values) => {
  const row = (texts: readonly (string | number)[]): string => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`
  const page = `<h1>青阳县水务局2023年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>${row(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'])}${row([begun, ...values])}${row([end, '', '', ''])}${row(['其他说明', '', '', ''])}</table>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
  expect(['issued', 'repealed', 'in-force'].map((column) => reports[0]!.cells.get(`${item}.${column}` as never)?.cell)).toEqual(values.map((value) => expect.objectContaining({ value }) as unknown))
})
