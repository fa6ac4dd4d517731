import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given, type Rows, type Tables } from './documents'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const
const flat = (text: string): string => text.replace(/\n/g, '')
const mapped = (rows: Rows, change: (text: string, row: number) => string): Rows => rows.map((row, at) => row.map((cell) => ({ ...cell, text: change(cell.text, at) })))

type Writer = (rows: Rows) => string
const page: Writer = (rows) => `<table>${rows.map((row) => `<tr>${row.map(({ text, rows: high = 1, columns = 1 }) => `<td rowspan="${high}" colspan="${columns}">${text}</td>`).join('')}</tr>`).join('')}</table>`
const filled = (rows: Rows): string[][] => slots(rows).map((row) => row.map(({ text }) => flat(text)))
const bars: Writer = (rows) => filled(rows).flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? [`|${row.map(() => ' --- ').join('|')}|`] : [])]).join('\n')
const tabs: Writer = (rows) => filled(rows).map((row) => row.join('\t')).join('\n')
const WRITERS = { page, bars, tabs } as const
type Way = keyof typeof WRITERS

async function read({ agency, year }: Given, { proactive, requests, reviews }: Tables, way: Way): Promise<ReadReport> {
  const paragraph = (text: string): string => (way === 'page' ? `<p>${text}</p>` : text)
  const parts = [proactive, requests, reviews].flatMap((rows, at) => [paragraph(HEADINGS[at]!), WRITERS[way](rows), ''])
  const bytes = new TextEncoder().encode([paragraph(`${agency}${year}年政府信息公开工作年度报告`), ...parts, paragraph('五、存在的主要问题及改进情况')].join('\n'))
  return (await readReports({ name: way === 'page' ? 'a.html' : 'a.txt', bytes })).reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
async function isRead(report: Given, tables: Tables, way: Way): Promise<void> {
  expect(numbers(await read(report, tables, way))).toEqual(Object.fromEntries(report.figures))
}

const report = given(7)
const tables = tablesOf(report, PLAIN, 7)
const WAYS = Object.keys(WRITERS) as Way[]

/** Table 3 with 法律服务机构 before 社会公益组织. */
const exchanged: Rows = tables.requests.map((row, at) => {
  const [from, to] = at === 2 ? [2, 3] : at > 2 ? [row.length - 4, row.length - 3] : [0, 0]
  return row.map((cell, index) => (index === from ? row[to]! : index === to ? row[from]! : cell))
})

describe.each(WAYS)('applicants in another order than the form’s (%s)', (way) => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['by the form’s names', {}],
    ['natural persons renamed', { 自然人: '公民' }],
    ['organisations renamed', { 商业企业: '企业', 社会公益组织: '社会组织', 其他: '其他组织', 总计: '合计' }],
    ['one misprinted', { 社会公益组织: '社会公益组识' }],
    ['another one misprinted', { 法律服务机构: '法律服物机构' }],
  ])('%s', (_, renamed) => isRead(report, { ...tables, requests: mapped(exchanged, (text, row) => (row < 3 ? (renamed[flat(text)] ?? text) : text)) }, way))
})

describe.each(WAYS)('table 2 (%s)', (way) => {
  const item = (name: string, figure: string): string[] => [name, String(report.figures.get(figure as never)!)]
  it.each([1, 3])('has two items a row, each with its column, its number in %i cells', async (columns) => {
    const [licences, penalties, measures, fees] = [item('行政许可（本年处理决定数量）', 'licences.decisions'), item('行政处罚（本年处理决定数量）', 'penalties.decisions'), item('行政强制（本年处理决定数量）', 'measures.decisions'), item('行政事业性收费（本年收费金额，万元）', 'fees.amount')] as const
    const rows = (pair: readonly (readonly string[])[]): Rows[number] => pair.flatMap(([name, value]) => [{ text: name! }, ...Array.from({ length: way === 'page' ? 1 : columns }, () => ({ text: value!, columns: way === 'page' ? columns : 1 }))])
    await isRead(report, { ...tables, proactive: [...tables.proactive.slice(0, 4), rows([licences!, penalties!]), rows([measures!, fees!])] }, way)
  })

  it.each([0, 1, 2])('has heading %i alone broken over two rows', async (broken) => {
    const heads = ['制发件数', '废止件数', '有效件数']
    const [above, below] = [tables.proactive[1]!.map((cell, at) => ({ ...cell, text: at === broken + 1 ? (broken === 2 ? '现行' : '本年') : cell.text })), tables.proactive[1]!.map((cell, at) => ({ ...cell, text: at === broken + 1 ? heads[broken]! : '' }))]
    const found = await read(report, { ...tables, proactive: [tables.proactive[0]!, above, below, ...tables.proactive.slice(2)] }, way)
    const [issued, repealed, valid] = ['issued', 'repealed', 'in-force'].map((column) => [found.cells.get(`documents.${column}` as never)?.cell, report.figures.get(`documents.${column}` as never)])
    for (const [cell, value] of [issued!, repealed!, valid!]) expect(cell).toMatchObject({ value })
  })
})

it('a heading of table 2 that one line leaves 本年 of, in a text with all headings on it, is the column of that', async () => {
  const [issued, repealed, valid] = ['issued', 'repealed', 'in-force'].map((column) => report.figures.get(`documents.${column}` as never)!)
  const text = ['临江市水务局2023年政府信息公开工作年度报告', '', '  二、主动公开政府信息情况', `${' '.repeat(20)}本年`, ' 信息内容                             本年废止件数       现行有效件数', `${' '.repeat(20)}制发件数`, '', ` 行政规范性文件     ${issued!}                  ${repealed!}                  ${valid!}`].join('\n')
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  expect(numbers(reports[0]!)).toMatchObject({ 'documents.issued': issued, 'documents.repealed': repealed, 'documents.in-force': valid })
})

/** Table 3 with a column behind it, whose heading stands beside the first row of headings. */
const beside = (rows: Rows, heading: string, value: (row: number) => string): Rows => rows.map((row, at) => [...row, ...(at === 0 ? [{ text: heading, rows: 3 }] : at > 2 ? [{ text: value(at) }] : [])])

describe.each(WAYS)('a column behind table 3 (%s)', (way) => {
  it.each<readonly [string, (row: number) => string]>([
    ['同比增减', (row) => `${row % 2 ? '+' : '-'}${row}`],
    ['占比', (row) => `${row}%`],
    ['2022年总计', (row) => String(row + 3)],
    ['上年总计', (row) => String(row + 3)],
  ])('%s, headed above the applicants', async (heading, value) => isRead(report, { ...tables, requests: beside(tables.requests, heading, value) }, way))
})

it('zeros left blank are natural persons’ where totals are compared behind them', async () => {
  const blank = tables.requests.map((row, at) => (at < 3 ? row : row.map((cell) => (cell.text === '0' ? { ...cell, text: '' } : cell))))
  const found = numbers(await read(report, { ...tables, requests: beside(blank, '2022年总计', (row) => String(row + 3)) }, 'page'))
  for (const [figure, value] of report.figures) if (figure.startsWith('requests.')) expect([figure, found[figure]]).toEqual([figure, value === 0 ? 'blank' : value])
})

it.each(['/', '无', '—', '见说明'])('remarks “%s” beside rows over the page from their heading are no numbers', async (remark) => {
  const rows = beside(tables.requests, '备注', () => remark)
  const at = rows.findIndex((row) => row.some(({ text }) => flat(text).startsWith('（四）无法提供')))
  const [before, behind] = [rows.slice(0, at).map((row) => row.map((cell) => (flat(cell.text) === '三、本年度办理结果' ? { ...cell, rows: at - 5 } : cell))), rows.slice(at)]
  const rest = behind.slice(0, -1).length
  const next: Rows = [[{ text: '三、本年度办理结果', rows: rest }, ...behind[0]!], ...behind.slice(1)]
  const text = [`<p>${report.agency}${report.year}年政府信息公开工作年度报告</p>`, `<p>${HEADINGS[1]}</p>`, page(before), '<p></p>', page(next)].join('')
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(text) })
  expect(numbers(reports[0]!)).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => figure.startsWith('requests.'))))
})

it.each(WAYS)('results of table 4 by other words: 纠错, 审理, 结案 (%s)', async (way) => {
  const kinds = [['行政复议', 'review'], ['未经复议直接起诉', 'suit-direct'], ['复议后起诉', 'suit-after-review']] as const
  const results = [['结果维持', 'upheld'], ['结果纠错', 'corrected'], ['其他结果', 'other'], [way === 'tabs' ? '未结案' : '尚未审理', 'pending'], ['总计', 'total']] as const
  const text = (figure: string): string => String(report.figures.get(figure as never)!)
  const listed: Rows = results.map(([name, result]) => [{ text: name }, ...kinds.map(([, kind]) => ({ text: text(`${kind}.${result}`) }))])
  await isRead(report, { ...tables, reviews: [[{ text: '' }, ...kinds.map(([name]) => ({ text: name }))], ...listed] }, way)
})

it('a group’s name and that of its row in one cell, a number of full width between them', async () => {
  let under = ''
  const requests = tables.requests.map((row) => {
    const group = row.find(({ text }) => /^（[三四五六]）/.test(flat(text)))
    if (group && /不予公开|无法提供|不予处理|其他处理/.test(group.text)) under = flat(group.text)
    return row.flatMap((cell) => (cell === group && under === flat(group.text) ? [] : /^\d．|^\d\./.test(flat(cell.text)) && under ? [{ ...cell, columns: 2, text: `${under}${flat(cell.text).replace(/^(\d)[.．]/, (_, digit: string) => `${String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)}．`)}` }] : [cell]))
  })
  await isRead(report, { ...tables, requests }, 'page')
})

it('totals before all others in a text laid out in columns: its own headings are not applied again', async () => {
  const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
  const padded = (text: string, to: number): string => `${text}${' '.repeat(Math.max(1, to - width(text)))}`
  const rows = filled(tables.requests).slice(3).map((row) => [row.slice(0, -7).join('  '), row.at(-1)!, ...row.slice(-7, -1)])
  const heads = [padded('项目', 96) + '申请人情况', `${' '.repeat(96)}${['总计', '自然人', '法人或其他组织'].map((text) => padded(text, 14)).join('')}`, `${' '.repeat(124)}${['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => padded(text, 14)).join('')}`]
  const text = [`${report.agency}${report.year}年政府信息公开工作年度报告`, HEADINGS[1], ...heads, ...rows.map(([name, ...cells]) => `${padded(name!, 96)}${cells.map((cell) => padded(cell, 14)).join('')}`)].join('\n')
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  expect(numbers(reports[0]!)).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => figure.startsWith('requests.'))))
})

it('kinds of organisations in another order, in a text laid out in columns whose names lines break: told', async () => {
  const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
  const at = [60, 70, 80, 90, 100, 110, 120]
  const laid = (name: string, cells: readonly string[]): string => cells.reduce((line, cell, index) => `${line}${' '.repeat(Math.max(1, at[index]! - width(line)))}${cell}`, name)
  const heads = [laid('', ['自然', '', '', '', '', '', '总']), laid('', ['', '', '', '法律', '社会', '', '计']), laid('', ['人', '商业', '科研', '服务', '公益', '其']), laid('', ['', '企业', '机构', '机构', '组织', '他'])]
  const rows = filled(exchanged).slice(3).map((row) => laid(row.slice(0, -7).join(''), row.slice(-7)))
  const text = [`${report.agency}${report.year}年政府信息公开工作年度报告`, HEADINGS[1], ...heads, ...rows].join('\n')
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  const found = numbers(reports[0]!)
  const kinds = [...report.figures].filter(([figure]) => /^requests\..*\.(?:nonprofit|legal)$/.test(figure) && found[figure] !== undefined)
  expect(kinds.length).toBeGreaterThan(20)
  expect(kinds.filter(([figure, value]) => found[figure] !== value)).toEqual([])
  expect(reports[0]!.problems.some(({ kind }) => kind === 'row-doubtful')).toBe(true)
})

it.each(WAYS)('table 4 without a heading behind table 3 of the year before is of that year, too, where the report’s own follows (%s)', async (way) => {
  const paragraph = (text: string): string => (way === 'page' ? `<p>${text}</p>` : text)
  const before = tablesOf({ ...report, figures: given(21).figures }, PLAIN, 7)
  const { agency, year } = report
  const body = [paragraph(`${agency}${year}年政府信息公开工作年度报告`), paragraph(HEADINGS[1]), WRITERS[way](tables.requests), '', paragraph(`附：${year - 1}年收到和处理政府信息公开申请情况（供对比）`), WRITERS[way](before.requests), '', WRITERS[way](before.reviews), '', paragraph(HEADINGS[2]), WRITERS[way](tables.reviews), '', paragraph('五、存在的主要问题及改进情况')].join('\n')
  const { reports } = await readReports({ name: way === 'page' ? 'a.html' : 'a.txt', bytes: new TextEncoder().encode(body) })
  expect(numbers(reports[0]!)).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => /^(?:requests|review|suit)/.test(figure))))
})

it('a table with headings of its own has none of the remarks of the one before, as wide as it is', async () => {
  const { agency, year } = report
  const work = page([['工作', '内容', '次数', '备注'], ['培训', '业务', '3', '/'], ['检查', '网站', '2', '/']].map((row) => row.map((text) => ({ text }))))
  const items = page([['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '1', '0', '/'], ['行政规范性文件', '2', '1', '/']].map((row) => row.map((text) => ({ text }))))
  const body = `<p>${agency}${year}年政府信息公开工作年度报告</p><p>一、总体情况</p>${work}<p>${HEADINGS[0]}</p>${items}`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(body) })
  expect(numbers(reports[0]!)).toMatchObject({ 'rules.issued': 1, 'rules.repealed': 0, 'documents.issued': 2, 'documents.repealed': 1, 'documents.in-force': 'not-applicable' })
})

it('equal numbers under several headings of a page are no copies of one', async () => {
  const { agency, year } = report
  const items = page([['信息内容', '一季度', '二季度', '三季度', '四季度'], ['行政处罚处理决定数量', '5', '5', '5', '5']].map((row) => row.map((text) => ({ text }))))
  const body = `<p>${agency}${year}年政府信息公开工作年度报告</p><p>${HEADINGS[0]}</p>${items}<p>${HEADINGS[1]}</p>${page(tables.requests)}`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(body) })
  expect(numbers(reports[0]!)['penalties.decisions']).not.toBe(5)
})

it.each(WAYS)('table 4 without a heading is the report’s own behind table 3 of the year before (%s)', async (way) => {
  const paragraph = (text: string): string => (way === 'page' ? `<p>${text}</p>` : text)
  const before = tablesOf({ ...report, figures: given(21).figures }, PLAIN, 7).requests
  const { agency, year } = report
  const body = [paragraph(`${agency}${year}年政府信息公开工作年度报告`), paragraph(HEADINGS[1]), WRITERS[way](tables.requests), '', paragraph(`附：${year - 1}年收到和处理政府信息公开申请情况（供对比）`), WRITERS[way](before), '', WRITERS[way](tables.reviews), '', paragraph('五、存在的主要问题及改进情况')].join('\n')
  const { reports } = await readReports({ name: way === 'page' ? 'a.html' : 'a.txt', bytes: new TextEncoder().encode(body) })
  expect(numbers(reports[0]!)).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => /^(?:requests|review|suit)/.test(figure))))
  expect(reports[0]!.problems.some(({ kind }) => kind === 'year-other')).toBe(true)
})

it('behind table 3 of the year before goes on with the report’s own where the whole of it is one table of a page', async () => {
  const before = tablesOf({ ...report, figures: given(21).figures }, PLAIN, 7).requests
  const { agency, year } = report
  const heading = (text: string): Rows => [[{ text, columns: 10 }]]
  const results = ['upheld', 'corrected', 'other', 'pending', 'total']
  const kinds: Rows = [['类别', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'], ...Object.entries({ review: '行政复议', 'suit-direct': '未经复议直接起诉', 'suit-after-review': '复议后起诉' }).map(([kind, name]) => [name, ...results.map((result) => String(report.figures.get(`${kind}.${result}` as never)))])].map((row) => row.map((text, at) => ({ text, columns: at === 0 ? 3 : 1 })))
  const rows = [...heading(HEADINGS[1]), ...tables.requests, ...heading(`附：${year - 1}年收到和处理政府信息公开申请情况（供对比）`), ...before, ...heading(HEADINGS[2]), ...kinds]
  const body = `<p>${agency}${year}年政府信息公开工作年度报告</p>${page(rows)}<p>五、存在的主要问题及改进情况</p>`
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(body) })
  expect(numbers(reports[0]!)).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => /^(?:requests|review|suit)/.test(figure))))
  expect(reports[0]!.problems.some(({ kind }) => kind === 'year-other')).toBe(true)
})

it.each(WAYS)('table 3 of an organ below is not the report’s, before its own and beside its blanks (%s)', async (way) => {
  const paragraph = (text: string): string => (way === 'page' ? `<p>${text}</p>` : text)
  const below = tablesOf({ ...report, figures: given(21).figures }, PLAIN, 7).requests
  const { agency, year } = report
  const blank = tables.requests.map((row, at) => (at === 3 ? row.map((cell, index) => (index === 1 ? { ...cell, text: '' } : cell)) : row))
  const body = [paragraph(`${agency}${year}年政府信息公开工作年度报告`), paragraph(HEADINGS[1]), paragraph('详见附表。'), '', paragraph(`附：所属青阳县图书馆${year}年收到和处理政府信息公开申请情况`), WRITERS[way](below), '', paragraph('五、存在的主要问题及改进情况'), paragraph('附表1：收到和处理政府信息公开申请情况表'), WRITERS[way](blank)].join('\n')
  const { reports } = await readReports({ name: way === 'page' ? 'a.html' : 'a.txt', bytes: new TextEncoder().encode(body) })
  expect(numbers(reports[0]!)).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => figure.startsWith('requests.')).map(([figure, value]) => [figure, figure === 'requests.received.natural' ? 'blank' : value])))
  expect(reports[0]!.problems.map(({ kind }) => kind)).toContain('year-other')
})

describe.each(WAYS)('an annex of what several organs did (%s)', (way) => {
  const annex = (own: Rows): string => WRITERS[way](own)
  const organs = ['水利局', '教育局', '司法局', '平川镇', '财政局', '公安局']
  const heads = ['办理情况', ...organs, '合计'].map((text) => ({ text }))
  const rows = ['本年新收政府信息公开申请数量', '上年结转政府信息公开申请数量', '不予公开', '结转下年度继续办理'].map((name, at) => [{ text: name }, ...organs.map((_, column) => ({ text: String(at + column) })), { text: String(at * 6 + 15) }])
  it.each([['as one table', [[heads, ...rows]]], ['its headings a table of their own', [[heads], rows]]] as const)('is none of the form’s: %s', async (_, parts) => {
    const paragraph = (text: string): string => (way === 'page' ? `<p>${text}</p>` : text)
    const { agency, year } = report
    const blank = tables.requests.map((row, at) => (at === 3 ? row.map((cell, index) => (index === 1 ? { ...cell, text: '' } : cell)) : row))
    const body = [paragraph(`${agency}${year}年政府信息公开工作年度报告`), paragraph(HEADINGS[1]), WRITERS[way](blank), '', paragraph('附：各单位政府信息公开申请办理情况'), ...parts.flatMap((part) => [annex(part), '']), paragraph('五、存在的主要问题及改进情况')].join('\n')
    const found = numbers((await readReports({ name: way === 'page' ? 'a.html' : 'a.txt', bytes: new TextEncoder().encode(body) })).reports[0]!)
    expect(found).toEqual(Object.fromEntries([...report.figures].filter(([figure]) => figure.startsWith('requests.')).map(([figure, value]) => [figure, figure === 'requests.received.natural' ? 'blank' : value])))
  })
})

describe('headings of 2019 of which a page kept 本年新 twice, and lost which is which', () => {
  const cells = ['第二十条第（一）项', '信息内容', '本年新', '本年新', '对外公开总数量', '规章', '0', '0', '0', '规范性文件', '82', '3', '7']
  const table = `<table><tr><td colspan="4">${cells[0]}</td></tr><tr>${cells.slice(1, 5).map((cell) => `<td>${cell}</td>`).join('')}</tr><tr>${cells.slice(5, 9).map((cell) => `<td>${cell}</td>`).join('')}</tr><tr>${cells.slice(9).map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`
  it.each([
    ['a cell a line', 'a.txt', ['青阳县民政局2020年政府信息公开工作年度报告', HEADINGS[0], ...cells, HEADINGS[1]].join('\n')],
    ['a page', 'a.html', `<p>青阳县民政局2020年政府信息公开工作年度报告</p><p>${HEADINGS[0]}</p>${table}<p>${HEADINGS[1]}</p>`],
  ])('%s: by the form’s order, and told', async (_, name, text) => {
    const found = (await readReports({ name, bytes: new TextEncoder().encode(text) })).reports[0]!
    expect(numbers(found)).toMatchObject({ 'documents.newly-made': 82, 'documents.newly-published': 3, 'documents.public-total': 7 })
    const told = found.problems.filter(({ kind }) => kind === 'row-doubtful').flatMap(({ figures }) => figures ?? [])
    expect(told).toEqual(expect.arrayContaining(['documents.newly-made', 'documents.newly-published', 'documents.public-total']))
  })

  it('a cell a line with a bar behind it, where a row of bars is merged cells: nothing is filed in another column, and it is told', async () => {
    const lines = [...cells.slice(0, 1), '|||', ...cells.slice(1, 5), '', ...cells.slice(5, 9), '', ...cells.slice(9), '', '第二十条第（五）项', '|||', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量', '', '行政许可', '0', '0', '0', '']
    const text = ['青阳县民政局2020年政府信息公开工作年度报告', HEADINGS[0], ...lines.map((cell) => (cell === '|||' ? cell : cell === '' ? '|' : `${cell} |`)), HEADINGS[1]].join('\n')
    const found = (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
    expect(['newly-made', 'newly-published', 'public-total'].filter((column) => found.cells.has(`documents.${column}` as never))).toEqual([])
    expect(found.problems).toContainEqual(expect.objectContaining({ kind: 'row-unclear', figures: ['documents.newly-made', 'documents.newly-published', 'documents.public-total'] }))
  })
})
