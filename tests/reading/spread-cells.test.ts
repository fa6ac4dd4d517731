import { expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { drawn, placed, type Placed, type Ruled } from './pdf'

// Letters that are set over the whole width of their cells, or apart from each other, and rows that pages cut.

const SIZE = 9
const width = (text: string, size = SIZE): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? size : size / 2), 0)
/** A text whose letters fill the room between two places. */
const spread = (text: string, left: number, right: number, y: number): Placed[] => {
  const letters = [...text]
  const gap = (right - left - width(text)) / (letters.length - 1)
  return letters.map((letter, at): Placed => [letter, left + width(letters.slice(0, at).join('')) + gap * at, y])
}
/** A text whose letters all stand so far apart. */
const apart = (text: string, x: number, y: number, gap: number, size = SIZE): Placed[] => [...text].map((letter, at): Placed => [letter, x + width([...text].slice(0, at).join(''), size) + gap * at, y, size])

const TITLE: Placed = ['云梦市水务局2023年政府信息公开工作年度报告', 60, 40]
const OLD_TITLE: Placed = ['云梦市水务局2020年政府信息公开工作年度报告', 60, 40]

async function read(pages: readonly (readonly Placed[])[], lines: readonly Ruled[] = [], others: readonly Ruled[] = []): Promise<ReadReport> {
  const { reports, refused } = await readReports({ name: 'a.pdf', bytes: placed(pages, lines, [], others) })
  expect(refused).toBeNull()
  return reports[0]!
}
const valuesOf = ({ cells }: ReadReport, prefix: string): Record<string, unknown> => Object.fromEntries([...cells].filter(([figure]) => figure.startsWith(prefix)).map(([figure, { cell }]) => [figure.slice(prefix.length), 'value' in cell ? cell.value : cell.missing]))
const applicants = (numbers: readonly unknown[]): Record<string, unknown> => Object.fromEntries(APPLICANT_IDS.map((applicant, at) => [applicant, numbers[at]]))

it('letters of items and headings fill cells that touch', async () => {
  const pieces = [OLD_TITLE, ['二、主动公开政府信息情况', 60, 60] as Placed]
  const edges = [40, 200, 318, 436, 554]
  const row = (texts: readonly string[], y: number): void => texts.forEach((text, at) => pieces.push(...(/\d/.test(text) ? [[text, edges[at]! + 1, y] as Placed] : spread(text, edges[at]! + 1, edges[at + 1]! - 1, y))))
  const item = (place: string, names: readonly (readonly [name: string, numbers: readonly string[]])[], y: number): void => {
    pieces.push(...spread(`第二十条第（${place}）项`, 40, 554, y))
    row(['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], y + 20)
    names.forEach(([name, numbers], at) => row([name, ...numbers], y + 40 + at * 20))
  }
  item('五', [['行政许可', ['338', '0', '7']], ['其他对外管理服务事项', ['2', '0', '28']]], 90)
  item('六', [['行政处罚', ['0', '-7', '5']], ['行政强制', ['1', '0', '4']]], 180)
  pieces.push(['五、存在的主要问题及改进情况', 60, 300], ['无。', 60, 316])
  const report = await read([pieces])
  expect([valuesOf(report, 'licences.'), valuesOf(report, 'services.'), valuesOf(report, 'penalties.'), valuesOf(report, 'measures.')]).toEqual([
    { 'items-before': 338, change: 0, decisions: 7 },
    { 'items-before': 2, change: 0, decisions: 28 },
    { 'items-before': 0, change: -7, decisions: 5 },
    { 'items-before': 1, change: 0, decisions: 4 },
  ])
})

it('digits stand apart by as much as spread letters at least', async () => {
  const edges = [40, 200, 318, 436, 554]
  const small = (text: string, at: number, y: number): Placed[] => spread(text, edges[at]! + 1, edges[at + 1]! - 3, y).map(([letter, x]): Placed => [letter, x, y, 8])
  const row = (texts: readonly string[], y: number): Placed[] => texts.flatMap((text, at) => (/\d/.test(text) ? apart(text, edges[at]! + 1, y, 1.2, 8) : small(text, at, y)))
  const rows = [['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '569', '0', '12'], ['其他对外管理服务事项', '23', '0', '41'], ['行政处罚', '20', '0', '0']]
  const report = await read([[OLD_TITLE, ['二、主动公开政府信息情况', 60, 60], ...rows.flatMap((texts, at) => row(texts, 100 + at * 20)), ['五、存在的主要问题及改进情况', 60, 300], ['无。', 60, 316]]])
  expect([valuesOf(report, 'licences.'), valuesOf(report, 'services.'), valuesOf(report, 'penalties.')]).toEqual([
    { 'items-before': 569, change: 0, decisions: 12 },
    { 'items-before': 23, change: 0, decisions: 41 },
    { 'items-before': 20, change: 0, decisions: 0 },
  ])
})

const HEADINGS = ['自然人', '商业企业', '科研机构', '公益组织', '法律机构', '其他', '总计']
const START = 300
const STEP = 42
const centred = (text: string, column: number, y: number): Placed => [text, START + column * STEP - width(text) / 2, y]
const headings = (y: number): Placed[] => HEADINGS.map((text, at) => centred(text, at, y))
const numbers = (row: readonly number[], y: number): Placed[] => row.map((number, at) => centred(String(number), at, y))
const NUMBERS = [4, 0, 0, 0, 1, 0, 5]
const ZEROS = [0, 0, 0, 0, 0, 0, 0]
const PART: Placed = ['三、收到和处理政府信息公开申请情况', 60, 60]
const END: Placed[] = [['四、政府信息公开行政复议、行政诉讼情况', 60, 500], ['无。', 60, 516]]

it('a row without a name on a page without rulings is the one that the form has there, and told', async () => {
  const names = ['一、本年新收政府信息公开申请数量', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '', '4.保护第三方合法权益', '（七）总计', '四、结转下年度继续办理']
  const rows = names.flatMap((name, at): Placed[] => [...(name === '' ? [] : [[name, 60, 124 + at * 18] as Placed]), ...numbers(['', '一', '（'].includes(name.slice(0, 1)) ? NUMBERS : ZEROS, 124 + at * 18)])
  const report = await read([[TITLE, PART, ...headings(100), ...rows, ...END]])
  expect(valuesOf(report, 'requests.refused.security.')).toEqual(applicants(NUMBERS))
  expect(report.problems.find(({ kind }) => kind === 'label-guessed')?.figures).toEqual(APPLICANT_IDS.map((applicant) => `requests.refused.security.${applicant}`))
})

it('digits stand apart as letters of another size do, or as those beside them', async () => {
  const far = ['行政许可', '行政处罚', '行政强制']
  const heads = [apart('信息内容', 60, 100, 1.5), apart('本年处理决定数量', 300, 100, 1.5)].flat()
  const other = far.flatMap((name, at): Placed[] => [...apart(name, 60, 120 + at * 20, 1.5), ...apart(['1', '40', '5'][at]!, 300, 120 + at * 20, 1.7, 8)])
  const report = await read([[TITLE, ['二、主动公开政府信息情况', 60, 60], ...heads, ...other, ['五、存在的主要问题及改进情况', 60, 300]]])
  expect([valuesOf(report, 'licences.'), valuesOf(report, 'penalties.'), valuesOf(report, 'measures.')]).toEqual([{ decisions: 1 }, { decisions: 40 }, { decisions: 5 }])
  // Text that is not set apart, of which digits and letters stand in one line at another distance, says nothing of that.
  const close: Placed[] = Array.from({ length: 6 }, (_, at): Placed => ['本机关按照条例要求开展有关工作全年主动公开政府信息并', 60, 400 + at * 16])
  const prose: Placed[] = [['本机关按照条例要求公开政府信息6', 60, 500], ['1', 60 + width('本机关按照条例要求公开政府信息6') + 2, 500], ['条。', 60 + width('本机关按照条例要求公开政府信息61') + 2, 500]]
  const beside = far.flatMap((name, at): Placed[] => [...apart(name, 60, 120 + at * 20, 1.5), ...apart(['1', '40', '5'][at]!, 300, 120 + at * 20, 1.5)])
  const second = await read([[TITLE, ['二、主动公开政府信息情况', 60, 60], ...heads, ...beside, ['五、存在的主要问题及改进情况', 60, 300], ...close, ...prose]])
  expect([valuesOf(second, 'licences.'), valuesOf(second, 'penalties.'), valuesOf(second, 'measures.')]).toEqual([{ decisions: 1 }, { decisions: 40 }, { decisions: 5 }])
})

it('a cell with the names of a group and of its row is cut by the end of a page', async () => {
  const xs = [60, 160, ...HEADINGS.map((_, at) => 200 + at * 40)]
  const texts = (row: readonly number[]): string[] => row.map(String)
  const blank = HEADINGS.map(() => '')
  const above = drawn([['', ...HEADINGS], ['一、本年新收政府\n信息公开申请数量', ...texts(NUMBERS)], ['（五）不予处理\n2.重复申请', ...texts(ZEROS)], ['（五）不予处', ...texts(NUMBERS)]], xs, 100)
  const below = drawn([['理3.要求提供\n公开出版物', ...blank], ['（五）不予处理\n4.无正当理由大量\n反复申请', ...texts(ZEROS)], ['（七）总计', ...texts(NUMBERS)]], xs, 60, 40)
  const report = await read([[TITLE, PART, ...above.texts], [...below.texts, ...END]], above.lines, below.lines)
  expect(valuesOf(report, 'requests.not-processed.publication.')).toEqual(applicants(NUMBERS))
})

it('a name is cut by the end of a page behind others, each with the headings again', async () => {
  const name = (lines: readonly string[], y: number): Placed[] => lines.map((text, at) => [text, 160, y + at * 12])
  const row = (lines: readonly string[], own: readonly number[], y: number): Placed[] => [...name(lines, y), ...numbers(own, y + ((lines.length - 1) * 12) / 2)]
  const head = (y: number): Placed[] => [centred('申请人情况', 3, y), centred('法人或其他组织', 3, y + 40), ...headings(y + 80)]
  const first = [TITLE, PART, ...head(90), ...row(['一、本年新收政府信息', '公开申请数量'], NUMBERS, 200), ...row(['（一）予以公开'], ZEROS, 240)]
  const second = [...head(60), ...row(['1.属于国家', '秘密'], ZEROS, 170), ...name(['1.本机关', '不掌握相'], 210), ...numbers(NUMBERS, 210)]
  const third = [...head(60), ...name(['关政府信', '息'], 170), ...row(['2.没有现', '成信息需', '要另行制', '作'], NUMBERS, 210), ...row(['（七）总计'], ZEROS, 280), ...END]
  const report = await read([first, second, third])
  expect(valuesOf(report, 'requests.unavailable.not-held.')).toEqual(applicants(NUMBERS))
  expect(valuesOf(report, 'requests.unavailable.to-be-created.')).toEqual(applicants(NUMBERS))
  expect(['received', 'refused.state-secret', 'unavailable.to-be-created'].map((id) => report.cells.get(`requests.${id}.total` as never)?.evidence.place.page)).toEqual([1, 2, 3])
})

it('a circled number raised at the far end of a cell belongs to no number', async () => {
  const columns = ['本年制发件数', '本年废止件数', '现行有效件数']
  const pieces: Placed[] = [TITLE, ['二、主动公开政府信息情况', 60, 60], ['信息内容', 60, 100], ...columns.map((text, at): Placed => [text, 200 + at * 110, 100])]
  const row = (name: string, own: readonly string[], y: number): void => void pieces.push([name, 60, y], ...own.flatMap((number, at): Placed[] => [[number, 200 + at * 110, y], ...(at === 1 ? [['①', 200 + at * 110 + 50, y - 3, 7] as Placed] : [])]))
  row('规章', ['0', '1', '2'], 120)
  row('行政规范性文件', ['3', '4', '16'], 140)
  const report = await read([[...pieces, ['五、存在的主要问题及改进情况', 60, 300]]])
  expect([valuesOf(report, 'rules.'), valuesOf(report, 'documents.')]).toEqual([{ issued: 0, repealed: 1, 'in-force': 2 }, { issued: 3, repealed: 4, 'in-force': 16 }])
})

it('blanks of a column that the edge of the page cuts off are told', async () => {
  const names = ['一、本年新收政府信息公开申请数量', '（一）予以公开', '1.属于国家秘密', '（七）总计', '四、结转下年度继续办理']
  const left = (row: readonly number[], y: number): Placed[] => numbers(row, y).slice(0, -1)
  const rows = names.flatMap((name, at): Placed[] => [[name, 60, 124 + at * 18], ...left(at % 2 === 0 ? ZEROS : NUMBERS, 124 + at * 18)])
  const report = await read([[TITLE, PART, ...headings(100).slice(0, -1), ...rows, ...END]])
  const told = report.problems.filter(({ kind }) => kind === 'row-doubtful').flatMap(({ figures }) => figures ?? [])
  expect(['received', 'granted', 'refused.state-secret', 'processed', 'carried-out'].every((id) => told.includes(`requests.${id}.total` as never))).toBe(true)
  expect(valuesOf(report, 'requests.granted.')).toEqual(applicants([...NUMBERS.slice(0, -1), 'blank']))
})

it('the name of a group that is broken above that of its row in one cell makes no two rows of it', async () => {
  const xs = [60, 120, ...HEADINGS.map((_, at) => 164 + at * 44)]
  const texts = (row: readonly number[]): string[] => row.map(String)
  const head = drawn([['申请情况', ...HEADINGS], ['一、本年新\n收政府信息\n公开申请数\n量', ...texts(NUMBERS)], ['二、上年结\n转政府信息\n公开申请数\n量', ...texts(ZEROS)]], xs, 100, 56)
  const names = ['（三）不予\n公开\n5.属于三类\n内部事务信\n息', '（三）不予\n公开6.属于\n四类过程性\n信息', '（三）不予\n公开\n7.属于行政\n执法案卷', '（三）不予\n公开8.属于\n行政查询事\n项', '（四）无法\n提供\n3.补正后申\n请内容仍不\n明确']
  const below = drawn([...names.map((name, at) => [name, ...texts(at % 2 === 0 ? NUMBERS : ZEROS)]), ['（七）总计', ...texts(NUMBERS)]], xs, 60, 55)
  // Lines further apart, as office programs set them.
  const high = (y: number): number => y * 1.32
  const shown = (pieces: readonly Placed[]): Placed[] => pieces.map(([text, x, y]) => [text, x, high(y), 10])
  const ruled = (lines: readonly Ruled[]): Ruled[] => lines.map(([x1, y1, x2, y2]) => [x1, high(y1), x2, high(y2)])
  const report = await read([[TITLE, PART, ...shown(head.texts)], [...shown(below.texts), ['四、政府信息公开行政复议、行政诉讼情况', 60, 560], ['无。', 60, 576]]], ruled(head.lines), ruled(below.lines))
  expect(['refused.internal', 'refused.deliberative', 'refused.enforcement-file', 'refused.inquiry', 'unavailable.unclear'].map((id) => valuesOf(report, `requests.${id}.`))).toEqual([NUMBERS, ZEROS, NUMBERS, ZEROS, NUMBERS].map(applicants))
})
