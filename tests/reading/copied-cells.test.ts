import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import { readReports, type ReadReport } from '@/reading'

const TITLE = '云梦市水务局2023年政府信息公开工作年度报告'
const [PROACTIVE, REQUESTS, REVIEWS, PROBLEMS] = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况']
const HEADS = ['申请人情况', '自然人', '法人或其他组织', '总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
const GROUPS: Readonly<Record<string, string>> = { 'requests.refused.state-secret': '（三）不予公开', 'requests.unavailable.not-held': '（四）无法提供', 'requests.not-processed.petition': '（五）不予处理', 'requests.other.not-corrected': '（六）其他处理' }
const SIDE = '三、本年度办理结果'

interface Row {
  readonly id: string
  /** What stands before its own name: that of the table's side, and of its group. */
  readonly ahead: readonly string[]
  readonly name: string
  readonly numbers: readonly string[]
}

/** What each row has of natural persons; of the others it has nothing. */
const COUNTS: Readonly<Record<string, number>> = { received: 9, granted: 4, 'refused.internal': 2, 'unavailable.not-held': 2, 'not-processed.petition': 1, processed: 9 }

/** The rows of table 3, those without any number blank, or with zeros in all cells. */
const rowsOf = (zero: '' | '0'): Row[] =>
  formatOf('cn-2021')!.tables.find(({ section }) => section === 'requests')!.rows.flatMap(({ label, figures }) => {
    if (!figures[0]) return []
    const id = figures[0].split('.').slice(0, -1).join('.')
    const group = GROUPS[id] === undefined ? [] : [GROUPS[id]]
    const count = COUNTS[id.replace('requests.', '')] ?? 0
    const numbers = APPLICANT_IDS.map((applicant) => (count === 0 ? zero : applicant === 'natural' || applicant === 'total' ? String(count) : '0'))
    return [{ id, ahead: id === 'requests.granted' ? [SIDE, ...group] : group, name: label.zh, numbers }]
  })

async function read(lines: readonly string[]): Promise<ReadReport> {
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode([TITLE, '一、总体情况', '本机关按照条例要求开展工作。', ...lines, PROBLEMS, '下一步继续做好工作。'].join('\n')) })).reports[0]!
}
const numbers = (report: ReadReport): Record<string, number | string> => Object.fromEntries([...report.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))

/** Each cell of table 3 as its row has it. */
const wanted = (rows: readonly Row[]): Record<string, number | string> => Object.fromEntries(rows.flatMap(({ id, numbers: own }) => APPLICANT_IDS.map((applicant, at) => [`${id}.${applicant}`, own[at] === '' ? 'blank' : own[at] === '/' ? 'not-applicable' : Number(own[at])])))

async function expectRead(rows: readonly Row[], lines: readonly string[]): Promise<void> {
  const report = await read([REQUESTS!, ...lines])
  expect(numbers(report)).toEqual(wanted(rows))
}

const downwards = (text: string): string[] => [...text]
const BLANK = rowsOf('')
const isBlank = ({ numbers: own }: Row): boolean => own.every((text) => text === '')

describe('a cell a line, rows without a number blank', () => {
  it('where all numbers of a row stand on one line, blank ones on seven, the last row too', () =>
    expectRead(BLANK, [...HEADS, ...BLANK.flatMap((row) => [...row.ahead, row.name, ...(isBlank(row) ? row.numbers : [row.numbers.join(' ')])]), '注：本表无说明。']))

  it('where the name of the table’s side stands downwards below one', () =>
    expectRead(BLANK, [...HEADS, ...BLANK.flatMap((row) => [...row.ahead.flatMap((text) => (text === SIDE ? downwards(text) : [text])), row.name, ...row.numbers])]))

  it('where cells are paragraphs, and those of blank rows left nothing', () =>
    expectRead(BLANK, [...HEADS, ...BLANK.flatMap((row) => [...row.ahead.flatMap((text) => (text === SIDE ? downwards(text) : [text])), row.name, ...row.numbers.filter((text) => text !== '')])].flatMap((line) => ['', line])))
})

describe('cells between tabs, as pages are copied', () => {
  const headings = ['申请人情况', '自然人\t法人或其他组织\t总计', '商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他']
  /** Each third cell with the end of a line behind it. */
  const padded = (cells: readonly string[]): string[] => cells.map((cell, at) => (at % 3 === 2 ? ` ${cell} \n` : ` ${cell}`))

  it('a row without numbers above the name of the side downwards', () =>
    expectRead(BLANK, [...headings, ...BLANK.flatMap((row) => [...row.ahead.flatMap((text) => (text === SIDE ? [downwards(SIDE).join('\n')] : [text])), row.name, ...row.numbers].join('\t').split('\n'))]))

  it('cells that end with a line’s end of their own', () => {
    const lines = (row: Row): string[] => [...row.ahead, row.name, ...(isBlank(row) ? row.numbers : padded(row.numbers))].join('\t').split('\n')
    return expectRead(BLANK, [...headings, ...BLANK.flatMap(lines)])
  })

  it('the blank cell at the end of a row that goes on over lines has one of them, with its tab alone', () => {
    const rows = rowsOf('0').map((row) => (row.id === 'requests.not-processed.duplicate' ? { ...row, numbers: row.numbers.toSpliced(-1, 1, '') } : row))
    const lines = ({ ahead, name, numbers: own }: Row): string[] => [[...ahead, name, ...own.slice(0, 2)].join('\t'), `\t${own.slice(2, 6).join('\t')}`, `\t${own[6]!}`]
    return expectRead(rows, [...headings.map((line) => line.split('\t').join('\t')), ...rows.flatMap(lines)])
  })

  it('cells that are paragraphs, some with a line’s end more', () => {
    const rows = rowsOf('0').map((row) => ({ ...row, numbers: row.numbers.map((text, at) => (at === 2 ? '/' : text)) }))
    const cell = (text: string): string[] => [...text.split('\n'), '']
    const row = (cells: readonly string[]): string[] => [...cells.flatMap((text, at) => (at === 0 ? cell(text) : ['\t', '', ...cell(text)])), '', '', '']
    return expectRead(rows, [...headings.map((line) => line.split('\t')), ...rows.map(({ ahead, name, numbers: own }) => [...ahead, name, ...own.map((text, at) => (at === 0 ? `${text}\n` : text))])].flatMap(row))
  })
})

describe('what stands beside, a cell a line', () => {
  it('numbers of rows, up to two blank cells before their names', async () => {
    const rows = rowsOf('0')
    const covered = (at: number): string[] => (at < 2 || at >= rows.length - 1 ? [] : rows[at]!.ahead[0] === SIDE ? [] : rows[at]!.ahead.length > 0 || at < 4 || at === rows.length - 2 ? [''] : ['', ''])
    await expectRead(rows, ['序号', ...HEADS, ...rows.flatMap((row, at) => [String(at + 1), ...covered(at), ...row.ahead, row.name, ...row.numbers])])
  })

  it('the column of the year before in table 2, the last of its headings', async () => {
    const proactive = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '上年制发件数', '', '规章', '1', '0', '2', '3', '', '信息内容', '本年处理决定数量', '上年处理决定数量', '', '行政处罚', '16882', '8441', '', '行政强制', '0', '1', '', '信息内容', '本年收费金额（单位：万元）', '上年收费金额（单位：万元）', '', '行政事业性收费', '64.5', '51', '']
    const report = await read([PROACTIVE!, ...proactive, REQUESTS!, ...HEADS, ...BLANK.flatMap((row) => [...row.ahead, row.name, ...row.numbers]), REVIEWS!])
    expect(numbers(report)).toEqual({ ...wanted(BLANK), 'rules.issued': 1, 'rules.repealed': 0, 'rules.in-force': 2, 'penalties.decisions': 16882, 'measures.decisions': 0, 'fees.amount': 64.5 })
  })

  it('a column for remarks that is blank in all rows, and the first cell of a row blank too', async () => {
    const rows = rowsOf('0').map((row) => ({ ...row, numbers: ['', '', '', '', '', '', '0'].with(0, row.id.endsWith('carried-out') ? '' : '0') }))
    const cell = (text: string): string => `\t${text}`
    await expectRead(rows, [...[HEADS[0]!, '备注', '', ...HEADS.slice(1, 4), '', ...HEADS.slice(4)].map((text) => (text === '' ? '' : cell(text))), '', ...rows.flatMap((row) => [...[...row.ahead, row.name, ...row.numbers, ''].map(cell), ''])])
  })
})

describe('a cell a line behind a tab, nothing between rows', () => {
  it('a tab alone is a blank cell, a line without one goes on with a name', () => {
    const rows = rowsOf('0').map((row) => ({ ...row, numbers: row.numbers.map((text, at) => (text === '0' && at > 0 && at < 6 ? '' : text)) }))
    return expectRead(rows, [...HEADS.map((text) => `\t${text}`), ...rows.flatMap((row) => [...row.ahead, `${row.name.slice(0, 6)}\n${row.name.slice(6)}`.trim(), ...row.numbers].flatMap((text) => `\t${text}`.split('\n')))])
  })

  it('a table without any number is blank, as many lines as it has cells', async () => {
    const rows = BLANK.map((row) => ({ ...row, numbers: row.numbers.map(() => '') }))
    const report = await read([PROACTIVE!, '信息内容', '本年处理决定数量', '行政许可', '5', REQUESTS!, ...HEADS, ...rows.flatMap((row) => [...row.ahead, row.name, ...row.numbers])])
    expect(numbers(report)).toEqual({ ...wanted(rows), 'licences.decisions': 5 })
  })
})

describe('table 2', () => {
  const rows = rowsOf('0').flatMap((row) => [...row.ahead, row.name, ...row.numbers])
  it('无 alone below an item is its mark, where all cells stand on lines of their own', async () => {
    const report = await read([PROACTIVE!, '信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '规章', '无', '无', '无', '行政规范性文件', '无', '25', '152', '信息内容', '本年处理决定数量', '行政许可', '22558', '信息内容', '本年处理决定数量', '行政处罚', '无', '行政强制', '无', '信息内容', '本年收费金额', '行政事业性收费', '36.5', REQUESTS!, ...HEADS, ...rows, REVIEWS!])
    expect(numbers(report)).toMatchObject({ 'rules.issued': 'not-applicable', 'documents.in-force': 152, 'penalties.decisions': 'not-applicable', 'measures.decisions': 'not-applicable' })
  })

  it('a sentence above headings laid out in columns is none of them', async () => {
    const heads = ['按照《条例》第二十条规定，主动公开情况如下表。', '信息内容        本年制发件数  本年废止件数  现行有效件数  上年制发件数', '规章            1件           0件           2件           4', '规范性文件      0件           0件           12件          0', '信息内容        本年处理决定数量                          上年处理决定数量', '行政许可        4件                                       5']
    const laid = rowsOf('0').map((row) => `${[...row.ahead, row.name].join('  ').padEnd(60, '　')}    ${row.numbers.join('    ')}`)
    const report = await read([PROACTIVE!, ...heads, REQUESTS!, HEADS.slice(1).join('  '), ...laid, REVIEWS!])
    expect(numbers(report)).toMatchObject({ 'rules.issued': 1, 'rules.in-force': 2, 'documents.in-force': 12, 'licences.decisions': 4 })
  })
})
