import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { REVIEW_KINDS } from '@/domain/figure'
import { given, PLAIN, slots, tablesOf, text, type Cell, type Given, type Rows } from './documents'

async function read(lines: readonly string[]): Promise<ReadReport> {
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })).reports[0]!
}

/** What is read differently, zeros that were left out as blank ones. */
function differing(report: ReadReport, { figures }: Given, blanks = false): unknown[] {
  return [...figures].flatMap(([figure, value]) => {
    const cell = report.cells.get(figure)?.cell
    const found = cell === undefined ? 'none' : 'value' in cell ? cell.value : cell.missing
    return found === (blanks && value === 0 ? 'blank' : value) ? [] : [`${figure} ${found} for ${value}`]
  })
}

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']
const withoutZeros = (rows: Rows): Rows => rows.map((row) => row.map((cell) => (cell.text === '0' ? { ...cell, text: '' } : cell)))
/** A row that numbers the columns, below so many rows of headings. */
const numbered = (rows: Rows, below: number, labels: number): Rows => [...rows.slice(0, below), [...(labels > 0 ? [{ text: '', columns: labels }] : []), ...Array.from({ length: slots(rows)[0]!.length - labels }, (_, at): Cell => ({ text: String(at + 1) }))], ...rows.slice(below)]
/** Cells a line, with a blank one for each row that a merged cell goes on in, as word processors write tables. */
const cellLines = (rows: Rows): string[] => slots(rows).flatMap((row) => row.flatMap(({ text: cell, columns }) => (columns > 0 ? [cell] : [])))
const document = ({ agency, year }: Given, tables: readonly (readonly string[])[]): string[] => [`${agency}${year}年政府信息公开工作年度报告`, '', ...tables.flatMap((lines, at) => [HEADINGS[at]!, ...lines])]

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const KINDS = ['行政复议', '未经复议直接起诉', '复议后起诉']
const reviews = ({ figures }: Given): string[][] => Object.keys(REVIEW_KINDS).map((kind) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => String(figures.get(`${kind}.${result}` as never))))

describe('numbers in front of lines', () => {
  const report = given(4)
  const lines = text(report, tablesOf(report, PLAIN, 4), 'lines').split('\n')
  it.each<[string, (line: string, at: number) => string]>([
    ['a tab behind each', (line, at) => `${String(at + 1).padStart(6)}\t${line}`],
    ['a colon behind each', (line, at) => `${at + 1}:${line}`],
    ['a space behind each', (line, at) => `${at + 1} ${line}`.trimEnd()],
  ])('with %s', async (_, number) => {
    expect(differing(await read(lines.flatMap((line) => [line, '']).map(number)), report)).toEqual([])
  })
})

describe('a cell a line', () => {
  it.each([2, 3])('rows that number the columns, below the headings, are none of the rows (report %i)', async (seed) => {
    const report = given(seed)
    const { proactive, requests, reviews: results } = tablesOf(report, PLAIN, seed)
    const tables = [proactive, numbered(requests, 3, 3), numbered(results, 3, 0)]
    expect(differing(await read(document(report, tables.map((rows) => rows.flatMap((row) => row.map(({ text: cell }) => cell))))), report)).toEqual([])
  })

  it.each([5, 11])('blank cells, and those that merged ones leave beside the rows below (report %i)', async (seed) => {
    const report = given(seed)
    const { proactive, requests, reviews: results } = tablesOf(report, PLAIN, seed)
    const blank = [proactive, numbered(requests, 3, 3), results].map(withoutZeros).map(cellLines)
    const found = await read([...document(report, blank), '五、存在的主要问题及改进情况'])
    expect(differing(found, report, true)).toEqual([])
  })

  it('table 4 with kinds as rows, blank lines between rows', async () => {
    const report = given(8)
    const { proactive, requests } = tablesOf(report, PLAIN, 8)
    const rows = [...reviews(report).map((cells, kind) => [...(kind === 1 ? ['行政诉讼'] : []), KINDS[kind]!, ...cells.map((cell) => (cell === '0' ? '' : cell))])]
    const apart = (table: readonly (readonly string[])[]): string[] => table.flatMap((row) => [...row, ''])
    const tables = [proactive, requests].map((table) => apart(withoutZeros(table).map((row) => row.map(({ text: cell }) => cell))))
    expect(differing(await read([...document(report, [...tables, apart([['', ...RESULTS], ...rows])]), '五、存在的主要问题及改进情况']), report, true)).toEqual([])
  })

  it('table 4 as a list with blank results', async () => {
    const report = given(8)
    const { proactive, requests } = tablesOf(report, PLAIN, 8)
    const rows = reviews(report).flatMap((cells, kind) => [...(kind === 1 ? ['行政诉讼'] : []), KINDS[kind]!, ...cells.flatMap((cell, at) => [RESULTS[at]!, cell === '0' ? '' : cell, ''])])
    const tables = [proactive, requests].map(withoutZeros).map((table) => table.flatMap((row) => row.map(({ text: cell }) => cell)))
    expect(differing(await read([...document(report, [...tables, ['类别', '结果', '数量', ...rows]]), '五、存在的主要问题及改进情况']), report, true)).toEqual([])
  })

  it('numbers right below each other: blank lines between them are no tabs that an editor took away', async () => {
    const report = given(10)
    const { proactive, requests, reviews: results } = tablesOf(report, PLAIN, 10)
    const found = await read(document(report, [proactive, requests, results].map(withoutZeros).map((table) => table.flatMap((row) => row.map(({ text: cell }) => cell)))))
    expect(differing(found, report, true)).toEqual([])
  })

  it('names of groups broken behind their first letter, 无 too, which is a mark elsewhere', async () => {
    const report = given(7)
    const { proactive, requests, reviews: results } = tablesOf(report, PLAIN, 7)
    const broken = requests.map((row) => row.flatMap(({ text: cell }) => cell.replace(/^（.）(?=无法提供|不予处理)/, '').replace(/^([无不])(?=法提供|予处理)/, '$1\n').split('\n')))
    const apart = (table: readonly (readonly string[])[]): string[] => table.flatMap((row) => [...row, ''])
    const tables = [proactive.map((row) => row.map(({ text: cell }) => cell)), broken, results.map((row) => row.map(({ text: cell }) => cell))].map(apart)
    expect(tables[1]).toEqual(expect.arrayContaining(['无', '不']))
    expect(differing(await read(document(report, tables)), report)).toEqual([])
  })

  it('letters of the table’s side, a comma among them, behind the numbers of rows', async () => {
    const report = given(7)
    const { proactive, requests, reviews: results } = tablesOf(report, PLAIN, 7)
    const rows = requests.map((row) => row.filter(({ text: cell }) => !/^三、/.test(cell)).map(({ text: cell }) => cell))
    const beside = rows.flatMap((row, at) => [...row, ...(at === 7 ? ['、'] : at === 8 ? ['本'] : []), ''])
    const tables = [proactive.flatMap((row) => [...row.map(({ text: cell }) => cell), '']), beside, results.flatMap((row) => [...row.map(({ text: cell }) => cell), ''])]
    expect(beside.slice(beside.indexOf('、') - 7, beside.indexOf('、')).every((cell) => /^\d+$/.test(cell))).toBe(true)
    expect(differing(await read(document(report, tables)), report)).toEqual([])
  })
})

it('a name of table 2 whose meaning is told behind it, a cell a line', async () => {
  const meaning = '（行政机关制定发布的决定、公告、通告、意见，以及标题采用“规定”“办法”“细则”“规则”等字样的公文，一般属于此类）'
  const lines = ['青阳镇2020年政府信息公开工作年度报告', '二、主动公开政府信息情况', '第二十条第（一）项', '信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量', '规章（设区的市应提供相关数据）', '0', '0', '0', `规范性文件${meaning}`, '34', '4', '47', '第二十条第（五）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量', '行政许可', '0', '0', '7', '三、收到和处理政府信息公开申请情况']
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })
  expect(['documents.newly-made', 'documents.newly-published', 'documents.public-total', 'licences.decisions'].map((figure) => reports[0]!.cells.get(figure as never)?.cell)).toMatchObject([34, 4, 47, 7].map((value) => ({ value })))
})
