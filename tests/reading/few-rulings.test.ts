import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS, type FigureId } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { placed, type Placed, type Ruled } from './pdf'

const TITLE: Placed = ['云梦市水务局2021年政府信息公开工作年度报告', 60, 40]
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 9 : 4.5), 0)
/** Texts beside each other, the middle of each so far from the next's. */
const across = (texts: readonly string[], y: number, from: number, step = 0): Placed[] => texts.map((text, at): Placed => [text, from + at * step - width(text) / 2, y]).filter(([text]) => text !== '')

async function read(pages: readonly (readonly Placed[])[], lines?: readonly Ruled[]): Promise<ReadReport> {
  const { reports, refused } = await readReports({ name: 'a.pdf', bytes: placed(pages, lines) })
  expect(refused).toBeNull()
  return reports[0]!
}

const cellsOf = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
const told = ({ problems }: ReadReport): unknown[] => problems.filter(({ kind }) => kind === 'row-empty').flatMap(({ figures }) => figures)

const RULES = ['rules.issued', 'rules.repealed', 'rules.in-force']
const DOCUMENTS = ['documents.issued', 'documents.repealed', 'documents.in-force']
const DECISIONS = ['licences.decisions', 'penalties.decisions', 'measures.decisions']
const AFTER: Placed[] = [['三、收到和处理政府信息公开申请情况', 60, 290], ['无。', 60, 310]]

/** Table 2 with the numbers of its items. */
function proactive(documents: readonly string[], [licences = '', penalties = '', measures = '', fees = '']: readonly string[]): Placed[] {
  const item = (name: string, value: string, y: number): Placed[] => [[name, 60, y], ...across([value], y, 350)]
  const heading = (text: string, y: number): Placed[] => [['信息内容', 60, y], ...across([text], y, 350)]
  return [TITLE, ['二、主动公开政府信息情况', 60, 60], ['信息内容', 60, 90], ...across(['本年制发件数', '本年废止件数', '现行有效件数'], 90, 250, 100), ['规章', 60, 106], ['行政规范性文件', 60, 122], ...across(documents, 122, 250, 100), ...heading('本年处理决定数量', 142), ...item('行政许可', licences, 158), ...heading('本年处理决定数量', 178), ...item('行政处罚', penalties, 194), ...item('行政强制', measures, 210), ...heading('本年收费金额（单位：万元）', 230), ...item('行政事业性收费', fees, 246), ...AFTER]
}
const BLANK_2 = Object.fromEntries([...RULES, ...DOCUMENTS, ...DECISIONS, 'fees.amount'].map((figure) => [figure, 'blank']))

describe('table 2 without rulings', () => {
  it('is blank and told where it has its names and headings and no number', async () => {
    const found = await read([proactive(['', '', ''], [])])
    expect(cellsOf(found)).toEqual(BLANK_2)
    expect(told(found)).toEqual(expect.arrayContaining(Object.keys(BLANK_2)))
  })

  it('keeps its few numbers, in full-width digits, and a mark alone in its row', async () => {
    expect(cellsOf(await read([proactive(['４', '', '２７'], ['/', '１１８'])]))).toEqual({ ...BLANK_2, 'documents.issued': 4, 'documents.in-force': 27, 'licences.decisions': 'not-applicable', 'penalties.decisions': 118 })
  })

  it('has changes in words with their unit', async () => {
    const rows: Placed[] = [['信息内容', 60, 90], ...across(['上一年项目数量', '本年增/减', '处理决定数量'], 90, 250, 100), ['行政处罚', 60, 106], ...across(['104', '减少20项', '7'], 106, 250, 100), ['行政强制', 60, 122], ...across(['8', '增加1项', '0'], 122, 250, 100)]
    expect(cellsOf(await read([[TITLE, ['二、主动公开政府信息情况', 60, 60], ...rows, ...AFTER]]))).toEqual({ 'penalties.items-before': 104, 'penalties.change': -20, 'penalties.decisions': 7, 'measures.items-before': 8, 'measures.change': 1, 'measures.decisions': 0 })
  })

  it('has a column of units between its names and its numbers, of which money’s counts', async () => {
    const units: Placed[] = ['单位', '件', '件', '单位', '件', '单位', '件', '件', '单位', '元'].map((text, at) => [text, 170, [90, 106, 122, 142, 158, 178, 194, 210, 230, 246][at]!])
    const found = await read([[...proactive(['4', '1', '27'], ['118', '0', '3', '20000']), ...across(['2', '0', '9'], 106, 250, 100), ...units]])
    expect(cellsOf(found)).toEqual({ 'rules.issued': 2, 'rules.repealed': 0, 'rules.in-force': 9, 'documents.issued': 4, 'documents.repealed': 1, 'documents.in-force': 27, 'licences.decisions': 118, 'penalties.decisions': 0, 'measures.decisions': 3, 'fees.amount': 2 })
    expect(told(found)).toEqual([])
  })

  it('is none of the line around it and those between its rows', async () => {
    const lines: Ruled[] = [[50, 75, 500, 75], [50, 130, 500, 130], [50, 255, 500, 255], [50, 75, 50, 255], [500, 75, 500, 255]]
    expect(cellsOf(await read([proactive(['', '', '27'], ['118', '', '', '9.5'])], lines))).toEqual({ ...BLANK_2, 'documents.in-force': 27, 'licences.decisions': 118, 'fees.amount': 9.5 })
  })

  it('has the words over its names broken in two lines, and a name without numbers below them', async () => {
    const rows: Placed[] = [['信息', 60, 84], ['内容', 60, 95], ...across(['本年制发件数', '本年废止件数', '现行有效件数'], 90, 250, 100), ['规章', 60, 108], ['行政规范性文件', 60, 122], ...across(['4', '1', '27'], 122, 250, 100)]
    expect(cellsOf(await read([[TITLE, ['二、主动公开政府信息情况', 60, 60], ...rows, ...AFTER]]))).toEqual({ ...Object.fromEntries(RULES.map((figure) => [figure, 'blank'])), 'documents.issued': 4, 'documents.repealed': 1, 'documents.in-force': 27 })
  })

  it('leaves its numbers in two rows where a page ends between them and the text around has larger letters', async () => {
    const prose = Array.from({ length: 40 }, (_, line): Placed => ['本机关按照条例要求开展有关工作，主动公开各类政府信息。', 60, 80 + line * 15, 14])
    const first: Placed[] = [TITLE, ...prose, ['二、主动公开政府信息情况', 60, 690, 14], ['信息内容', 60, 715], ...across(['上一年项目数量', '本年增/减', '处理决定数量'], 715, 250, 100), ['行政许可', 60, 731], ...across(['37', '', '12'], 731, 250, 100)]
    const second: Placed[] = [['其他对外管理服务事项', 60, 40], ...across(['77', '', '58'], 40, 250, 100), ...AFTER]
    expect(cellsOf(await read([first, second]))).toEqual({ 'licences.items-before': 37, 'licences.change': 'blank', 'licences.decisions': 12, 'services.items-before': 77, 'services.change': 'blank', 'services.decisions': 58 })
  })
})

it('an item of table 2 whose numbers stand under no heading that was found is told', async () => {
  const rows: Placed[] = [TITLE, ['二、主动公开政府信息情况', 60, 60], ['信息内容', 60, 90], ...across(['上一年项目数量', '本年加减', '处理决定数量'], 90, 250, 100), ['行政许可', 60, 110], ...across(['147', '', '1782'], 110, 250, 100), ['其他对外管理服务事项', 60, 130], ...across(['', '+5', '17'], 130, 250, 100), ...AFTER]
  const found = await read([rows])
  const wanted = { 'licences.items-before': 147, 'licences.decisions': 1782, 'services.decisions': 17 }
  const doubtful = found.problems.flatMap(({ figures }) => (figures ?? []) as readonly string[])
  expect(Object.entries(cellsOf(found)).filter(([figure, value]) => (wanted as Record<string, unknown>)[figure] !== value && !doubtful.includes(figure))).toEqual([])
  expect(doubtful).toEqual(expect.arrayContaining(['services.items-before', 'services.decisions']))
})

describe('table 4 without rulings', () => {
  const RESULTS = ['结果维持', '结果纠正', '其他', '尚未审结', '总计']
  const KINDS = ['review', 'suit-direct', 'suit-after-review']
  const ids = KINDS.flatMap((kind) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => `${kind}.${result}`))
  const parts = (upper: readonly string[], lower: readonly string[]): Placed[] => [TITLE, ['四、政府信息公开行政复议、行政诉讼情况', 60, 60], ...across(['行政复议'], 90, 300), ...across(RESULTS, 106, 100, 100), ...across(upper, 122, 100, 100), ...across(['行政诉讼'], 146, 300), ...across(['未经复议直接起诉', '复议后诉讼'], 162, 175, 250), ...across([...RESULTS, ...RESULTS], 176, 75, 50), ...across(lower, 192, 75, 50), ['五、存在的主要问题及改进情况', 60, 240], ['无。', 60, 260]]

  it('with its kinds in two parts is blank in both without a number', async () => {
    expect(cellsOf(await read([proactive(['', '', '27'], []), parts([], [])]))).toEqual({ ...BLANK_2, 'documents.in-force': 27, ...Object.fromEntries(ids.map((figure) => [figure, 'blank'])) })
  })

  it('with its kinds in two parts has each number under its heading', async () => {
    const [upper, lower] = [['', '5', '', '', '5'], ['1', '', '', '', '1', '', '', '8', '', '8']]
    expect(cellsOf(await read([parts(upper, lower)]))).toEqual(Object.fromEntries(ids.map((figure, at) => [figure, [...upper, ...lower][at] === '' ? 'blank' : Number([...upper, ...lower][at])])))
  })
})

describe('table 3 without rulings', () => {
  const HEADINGS = ['自然人', '商业企业', '科研机构', '公益组织', '法律机构', '其他', '总计']
  const row = (name: string, values: readonly (number | '')[], y: number): Placed[] => [[name, 60, y], ...across(values.map(String), y, 290, 40)]
  const rows = (names: readonly string[]): Placed[] => [...row(names[0]!, [3, '', '', '', '', '', 3], 124), ...row(names[1]!, [], 140), ...row('（一）予以公开', [1, '', '', '', '', '', 1], 156), ...row(names[2]!, [], 172), ...row('1.本机关不掌握相关政府信息', [2, '', '', '', '', '', 2], 188), ...row('（七）总计', [3, '', '', '', '', '', 3], 204), ...row('四、结转下年度继续办理', [], 220)]
  const page = (note: readonly Placed[], names: readonly string[]): Placed[] => [TITLE, ['三、收到和处理政府信息公开申请情况', 60, 60], ...across(HEADINGS, 100, 290, 40), ...note, ...rows(names), ['四、政府信息公开行政复议、行政诉讼情况', 60, 250], ['无。', 60, 270]]
  const NAMES = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '1.属于国家秘密']
  const FILLED = ['received', 'granted', 'unavailable.not-held', 'processed']
  const wanted = Object.fromEntries([...FILLED, 'carried-in', 'refused.state-secret', 'carried-out'].flatMap((id) => APPLICANT_IDS.map((applicant) => [`requests.${id}.${applicant}`, FILLED.includes(id) && ['natural', 'total'].includes(applicant) ? { received: 3, granted: 1, 'unavailable.not-held': 2, processed: 3 }[id] : 'blank'])))

  it('has the form’s note right above the name of its first row', async () => {
    const note: Placed[] = [['（本列数据的勾稽关系为：第一项', 60, 91], ['加第二项之和，等于第三项加', 60, 102], ['第四项之和）', 60, 113]]
    expect(cellsOf(await read([page(note, NAMES)]))).toEqual(wanted)
  })

  it('goes on over the page in its columns where rows have two numbers each', async () => {
    const [first, second] = [rows(NAMES).slice(0, 5), rows(NAMES).slice(5)]
    const pages = [[TITLE, ['三、收到和处理政府信息公开申请情况', 60, 60] as Placed, ...across(HEADINGS, 100, 290, 40), ...first, ['三、本年度办理结果', 60, 148] as Placed], [...second.map(([text, x, y]): Placed => [text, x, y - 100]), ['四、政府信息公开行政复议、行政诉讼情况', 60, 250] as Placed]]
    expect(cellsOf(await read(pages))).toEqual(wanted)
  })

  it('tells a row without numbers whose name is misprinted', async () => {
    const found = await read([page([], [NAMES[0]!, '二、上年结转政府信息公开申情数量', '1.属于国家密秘'])])
    expect(cellsOf(found)).toEqual(wanted)
    const guessed = found.problems.filter(({ kind }) => ['row-empty', 'label-guessed'].includes(kind)).flatMap(({ figures }) => figures as readonly FigureId[])
    expect(guessed).toEqual(expect.arrayContaining(APPLICANT_IDS.map((applicant) => `requests.refused.state-secret.${applicant}`)))
  })
})
