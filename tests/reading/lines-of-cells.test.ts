import { describe, expect, it } from 'vitest'
import type { FigureId } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given, type Rows } from './documents'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const
const flat = (text: string): string => text.replace(/\n/g, '')
const isNumber = (text: string): boolean => /^[+-]?[\d,.]+$/.test(text)
/** A letter a line. */
const downwards = (text: string): string => [...flat(text)].join('\n')
const isGroup = (text: string): boolean => /^（[三四五六]）|本年度办理结果/.test(text)

/** A cell a line behind a tab, rows parted by an empty line; the cells that merged ones cover are blank. */
const indented = (rows: Rows): string[] => slots(rows).flatMap((row) => [...row.filter(({ columns }) => columns > 0).map(({ text }) => `\t${text}`), ''])
/** A row a line, its cells parted by a space. */
const spaced = (rows: Rows): string[] => rows.map((row) => row.map(({ text }) => flat(text)).join(' '))
const single = (rows: Rows): string[] => rows.flatMap((row) => row.map(({ text }) => flat(text)))

async function read({ agency, year }: Given, tables: readonly (readonly string[])[]): Promise<ReadReport> {
  const text = [`${agency}${year}年政府信息公开工作年度报告`, '一、总体情况', '本机关按照条例要求开展工作。', ...tables.flatMap((lines, at) => [HEADINGS[at]!, ...lines]), '五、存在的主要问题及改进情况', '下一步继续做好工作。'].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}

/** Reads tables and expects each figure as it stands in the report; those that `blank` names are blank there. */
async function expectAll(report: Given, tables: readonly (readonly string[])[], blank: (figure: string, value: number) => boolean = () => false): Promise<void> {
  const { cells } = await read(report, tables)
  const found = [...report.figures.keys()].map((figure) => {
    const cell = cells.get(figure)?.cell
    return [figure, cell === undefined ? 'lost' : 'value' in cell ? cell.value : cell.missing]
  })
  expect(found).toEqual([...report.figures].map(([figure, value]) => [figure, blank(figure, value) ? 'blank' : value]))
}
const tables = (report: Given, seed: number): Rows[] => Object.values(tablesOf(report, PLAIN, seed))

describe('a cell a line', () => {
  it.each([7, 9])('with the total of each kind in table 4 ahead of its results: report %i', async (seed) => {
    const report = given(seed, 'cn-2021')
    const [proactive, requests] = tables(report, seed) as [Rows, Rows, Rows]
    const results = ['总计', '结果维持', '结果纠正', '其他结果', '尚未审结']
    const numbers = ['review', 'suit-direct', 'suit-after-review'].flatMap((kind) => ['total', 'upheld', 'corrected', 'other', 'pending'].map((result) => String(report.figures.get(`${kind}.${result}` as FigureId))))
    await expectAll(report, [single(proactive), single(requests), ['行政复议', '行政诉讼', ...results, '未经复议直接起诉', '复议后起诉', ...results, ...results, ...numbers]])
  })

  it.each([7, 8, 15, 16])('behind a tab, totals of outcomes blank and all else 0: report %i', async (seed) => {
    const zero = given(seed)
    const report = { ...zero, figures: new Map([...zero.figures].map(([figure]) => [figure, 0])) }
    const isTotal = (figure: string): boolean => /^requests\.(?!received|carried|processed).*\.total$/.test(figure)
    const [proactive, requests, reviews] = tables(report, seed) as [Rows, Rows, Rows]
    const outcomes = requests.map((row, y) => (y > 4 && y < requests.length - 2 ? row.map((cell, x) => (x === row.length - 1 ? { ...cell, text: '' } : cell)) : row))
    await expectAll(report, [proactive, outcomes, reviews].map(indented), isTotal)
  })

  it.each([7, 15, 16])('behind a tab, names of groups downwards, zeros of organisations blank: report %i', async (seed) => {
    const report = given(seed)
    const [proactive, requests, reviews] = tables(report, seed) as [Rows, Rows, Rows]
    const sparse = requests.map((row) => row.map((cell, x) => (isGroup(cell.text) ? { ...cell, text: downwards(cell.text) } : cell.text === '0' && x !== row.length - 1 && x > row.length - 7 ? { ...cell, text: '' } : cell)))
    await expectAll(report, [proactive, sparse, reviews].map(indented), (figure, value) => value === 0 && /^requests\..*\.(?!natural|total)[a-z]+$/.test(figure))
  })

  it.each([7, 15])('a column numbers the rows of table 2: report %i', async (seed) => {
    const report = given(seed)
    const [proactive, requests, reviews] = tables(report, seed) as [Rows, Rows, Rows]
    let number = 0
    const numbered = proactive.map((row) => (row.some(({ text }) => isNumber(text)) ? [{ text: String((number += 1)) }, ...row] : row.length > 1 ? [{ text: '序号' }, ...row] : row))
    await expectAll(report, [numbered, requests, reviews].map(single))
  })

  it.each([7, 8, 15, 16])('a column numbers the rows of table 3: report %i', async (seed) => {
    const report = given(seed)
    const [proactive, requests, reviews] = tables(report, seed) as [Rows, Rows, Rows]
    let number = 0
    const numbered = requests.map((row, y) => (row.some(({ text }) => isNumber(text)) ? [{ text: String((number += 1)) }, ...row] : y === 0 ? [{ text: '序号' }, ...row] : row))
    await expectAll(report, [proactive, numbered, reviews].map(single))
  })

  it.each([7, 8, 15, 16])('and a page’s end repeats its headings, with a blank cell below the name of a group: report %i', async (seed) => {
    const report = given(seed)
    const [proactive, requests, reviews] = tables(report, seed) as [Rows, Rows, Rows]
    const first = requests.findIndex((row) => row.some(({ text }) => isNumber(text)))
    const numbered = requests.slice(first).map((row, at) => [{ text: String(at + 1) }, ...(row.length === 8 && at > 4 && /^\d/.test(row[0]!.text) ? [{ text: '' }] : []), ...row])
    const heads = requests.slice(0, first).map((row, y) => (y === 0 ? [{ text: '序号' }, ...row] : row))
    await expectAll(report, [proactive, [...heads, ...numbered.slice(0, 12), [], ...heads, ...numbered.slice(12)], reviews].map(single))
  })

  it.each([7, 8, 15, 16])('the numeral of a row and its name have cells of their own: report %i', async (seed) => {
    const report = given(seed)
    const [proactive, requests, reviews] = tables(report, seed) as [Rows, Rows, Rows]
    const parted = requests.map((row) => row.flatMap(({ text }) => (/^\d．/.exec(text) ? [{ text: text[0]! }, { text: text.slice(2) }] : [{ text }])))
    await expectAll(report, [proactive, parted, reviews].map(single))
  })
})

describe('a row a line', () => {
  it.each([7, 15])('names of groups downwards behind a number are no note of it: report %i', async (seed) => {
    const report = given(seed)
    await expectAll(report, tables(report, seed).map((rows) => spaced(rows).map((line) => line.replace(/^((?:三、本年度办理结果 )?)((?:（[三四五六]）[^ ]+ (?=\d))?)/, (_, side: string, group: string) => [side, group].filter((each) => each !== '').map((each) => `${downwards(each.trim())}\n`).join('')))))
  })

  it.each([7, 15])('the note above headings that stand again is none of the last number: report %i', async (seed) => {
    const report = given(seed)
    const [proactive, requests, reviews] = tables(report, seed).map(spaced) as [string[], string[], string[]]
    await expectAll(report, [proactive, [...requests.slice(0, 9), ...requests.slice(0, 3), ...requests.slice(9)], reviews])
  })

  it.each([7, 15])('groups numbered as the parts of the report are do not end table 3: report %i', async (seed) => {
    const report = given(seed)
    await expectAll(report, tables(report, seed).map((rows) => spaced(rows).map((line) => line.replace(/^((?:三、本年度办理结果 )?)（([一二三四五六七])）/, '$1$2、'))))
  })

  it.each([7, 15])('a number alone below a whole row is none of its cells: report %i', async (seed) => {
    const report = given(seed)
    const [proactive, requests, reviews] = tables(report, seed).map(spaced) as [string[], string[], string[]]
    await expectAll(report, [proactive, requests.flatMap((line, at) => (at === 10 ? [line, '3'] : at === 14 ? [line, '2'] : [line])), reviews])
  })
})
