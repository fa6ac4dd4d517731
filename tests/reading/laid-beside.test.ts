import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'

const NAMES = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息', '6.属于四类过程性信息', '（七）总计', '四、结转下年度继续办理']
const IDS = ['received', 'carried-in', 'granted', 'partly-granted', 'refused.state-secret', 'refused.forbidden-by-law', 'refused.security', 'refused.third-party', 'refused.internal', 'refused.deliberative', 'processed', 'carried-out']
const WORDS = ['自然人', '商业', '科研', '社会', '法律', '其他', '总计']
const STARTS = [30, 36, 42, 48, 54, 60, 66]
type Cells = readonly (number | '')[]

const line = (label: string, cells: readonly (string | number)[], starts = STARTS): string => cells.reduce<string>((text, cell, at) => (cell === '' ? text : text.padEnd(starts[at]!) + String(cell)), label)
const totals = (count: number): Cells => ['', '', '', '', '', '', count]

async function read(table: readonly string[], before: readonly string[] = []): Promise<ReadReport> {
  const text = ['东湖街道办事处2023年政府信息公开工作年度报告', ...before, '三、收到和处理政府信息公开申请情况', ...table].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const rowOf = (report: ReadReport, id: string): unknown[] =>
  APPLICANT_IDS.map((applicant) => {
    const cell = report.cells.get(`requests.${id}.${applicant}` as never)?.cell
    return cell === undefined ? undefined : 'value' in cell ? cell.value : ''
  })
const toldOf = (report: ReadReport): string[] => report.problems.flatMap(({ figures = [] }) => figures)

describe('what stands beside the numbers of texts laid out', () => {
  it('letters count as one each where pages end, unless two each fit clearly better', async () => {
    const before = ['一、总体情况', ...Array.from({ length: 24 }, (_, at) => (at % 2 ? line('规章', [3, 4], [27, 30]) : line('规范性文件清理', [3, 4], [17, 20]))), '\f二、主动公开']
    const rows = NAMES.map((_, at): Cells => (at === 1 || at === 7 ? totals(2) : [at, '', '', '', '', '', at]))
    const report = await read([line('', WORDS), ...rows.map((cells, at) => line(NAMES[at]!, cells))], before)
    expect(IDS.map((id) => rowOf(report, id))).toEqual(rows)
  })

  it('cells beside those of the year before, some of which are left out, are in doubt', async () => {
    const six = [14, 24, 34, 44, 54, 64]
    const before = ['二、主动公开政府信息情况', line('信息内容', ['本年制发件数', '本年废止件数', '现行有效件数', '上年制发件数', '上年废止件数', '上年有效件数'], six), line('规章', [1, 3, 1, '', 5, ''], six), line('行政规范性文件', [2, 2, 5, 7, '', 8], six), line('信息内容', ['本年处理决定数量', '上年处理决定数量'], [20, 40]), ...['行政许可', '行政处罚', '行政强制'].map((name) => line(name, [2, 1], [24, 44]))]
    const report = await read([line('', WORDS), ...NAMES.map((name) => line(name, [1, 0, 0, 0, 0, 0, 1]))], before)
    expect(['issued', 'repealed', 'in-force'].map((column) => report.cells.get(`rules.${column}` as never)?.cell)).toMatchObject([{ value: 1 }, { value: 3 }, { value: 1 }])
    expect(toldOf(report)).toContain('rules.issued')
  })

  it('the name of a row that begins beside its numbers does not go on with that of the row above', async () => {
    const broken = ['（五）不予', '处理：5.要', '求行政机关', '确认或重新', '出具已获取', '信息', line('（六）其他', [4, 1, '', '', '', '', 5]), '处理']
    const report = await read([line('', WORDS), ...NAMES.slice(0, 10).map((name) => line(name, [7, '', '', '', '', '', 7])), ...broken, ...NAMES.slice(10).map((name) => line(name, [9, '', '', '', '', '', 9]))])
    expect(rowOf(report, 'not-processed.confirmation').filter((cell) => cell !== undefined && cell !== '')).toEqual([])
    expect(rowOf(report, 'other')).toEqual([4, 1, '', '', '', '', 5])
  })

  it('the name of a group on the line of the numbers parts a name that goes on below', async () => {
    const rows = NAMES.slice(0, 9).map((name, at) => line(name, [at, 0, 0, 0, 0, 0, at]))
    const broken = ['                4.无正当理由大量反', '                复', line('  （五）不予处理', [0, 0, 0, 0, 0, 0, 0]), '                申请']
    const report = await read([line('', WORDS), ...rows, ...broken, line(NAMES[10]!, [36, 0, 0, 0, 0, 0, 36])])
    expect(rowOf(report, 'not-processed.excessive')).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(report.cells.has('requests.not-processed.total' as never)).toBe(false)
  })

  it('the name of a group below a row that the form does not have is none of its name', async () => {
    const report = await read([line('', WORDS), ...NAMES.slice(0, 4).map((name, at) => line(name, [at, 0, 0, 0, 0, 0, at])), '（四）无法提供', ...['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确', '4.其他'].map((name) => line(name, [0, 0, 0, 0, 0, 0, 0])), '（五）不予处理', ...['1.信访举报投诉类申请', '2.重复申请', NAMES[10]!].map((name) => line(name, [0, 0, 0, 0, 0, 0, 0]))])
    expect(report.extras.map(({ name }) => name)).toEqual(['4.其他'])
    expect(report.cells.has('requests.not-processed.total' as never)).toBe(false)
  })

  it('numbers that count rows are none of theirs, though numerals have a column of their own beside them', async () => {
    const names = ['属于国家秘密', '其他法律行政法规禁止公开', '危及“三安全一稳定”', '保护第三方合法权益', '属于三类内部事务信息', '属于四类过程性信息', '属于行政执法案卷', '属于行政查询事项']
    const broken = names.flatMap((name, at) => [`        ${'①②③④⑤⑥⑦⑧'[at]!} ${name.slice(0, 5)}`, line(String(at + 5), [at % 2 ? 13 : 4, '', '', at % 3 ? '' : 1, '', '', (at % 2 ? 13 : 4) + (at % 3 ? 0 : 1)]), `          ${name.slice(5)}`])
    const counted = (name: string, at: number): string => line(`${at}   ${name}`, [9, '', '', '', '', '', 9])
    const report = await read([line('', WORDS), ...NAMES.slice(0, 4).map((name, at) => counted(name, at + 1)), ...broken, counted(NAMES[10]!, 13), counted(NAMES[11]!, 14)])
    expect(IDS.slice(4, 10).map((id) => rowOf(report, id)[0])).toEqual([4, 13, 4, 13, 4, 13])
  })

  it('remarks stand right of numbers where a heading names them, wherever a page moves its rows, and may have numbers of their own', async () => {
    const rows: readonly Cells[] = NAMES.map((_, at) => [at * 7 + 1, 1, '', '', '', '', at * 7 + 2])
    const first = NAMES.slice(0, 5).flatMap((name, at) => (at === 0 ? [`${line(name, rows[at]!)}   含撤回`, line('', ['', '', '', '', '', '', '', '1件'], [...STARTS, 70])] : [line(name, rows[at]!)]))
    const moved = [20, 24, 28, 32, 36, 40, 44]
    const second = NAMES.slice(5).map((name, at) => `${line(name, rows[at + 5]!, moved)}${at % 2 ? '' : '   见附件'}`)
    const report = await read([line('', [...WORDS, '备注'], [...STARTS, 70]), ...first, `\f${second[0]!}`, ...second.slice(1)])
    expect(IDS.map((id) => rowOf(report, id))).toEqual(rows.map((cells) => [...cells]))
  })
})

describe('columns that the places of a page do not clearly decide are in doubt', () => {
  it('where sums hold as well with the numbers of one column in an empty one beside it, on all pages', async () => {
    const [first, second] = [[41, 47, 52, 60, 67, 73, 78], [59, 71, 76, 80, 84, 88, 92]]
    const rows: readonly Cells[] = [[203, 36, '', 1, 2, 7, 249], [0, '', '', '', '', '', 0], [82, 18, '', 1, 1, 4, 106], [34, 5, '', '', '', '', 39], [2, '', '', '', '', '', 2], [0, '', '', '', '', '', 0], [5, '', '', '', '', '', 5], [2, 3, '', '', 1, '', 6], [5, '', '', '', '', 1, 6], [10, 1, '', '', '', '', 11], [34, 8, '', '', '', 2, 44], [12, 1, '', '', '', '', 13], [17, '', '', '', '', '', 17], [203, 36, '', 1, 2, 7, 249], [0, '', '', '', '', '', 0]]
    const names = [...NAMES.slice(0, 10), '1.本机关不掌握相关政府信息', '1.信访举报投诉类申请', '2.重复申请', ...NAMES.slice(10)]
    const lines = names.map((name, at) => line(name, rows[at]!, at < 11 ? first : at === 13 ? [56, ...second.slice(1)] : second))
    const report = await read([line('', ['商业', '科研机构', '社会公益', '法律服务', '其他'], [46, 51, 58, 65, 72]), ...lines.slice(0, 11), `\f${lines[11]!}`, ...lines.slice(12)])
    expect(rowOf(report, 'processed')[2] === '' || toldOf(report).includes('requests.processed.research')).toBe(true)
  })

  it('where a page has rows that do not stand in the columns of the others', async () => {
    const places = [31, 35, 39, 43, 47, 51, 59]
    const rows: readonly Cells[] = [[2, 1, '', '', '', '', 3], [1, '', '', '', '', '', 1], ['', 0, 0, 0, '', '', ''], ['', '', '', '', '', 0, ''], [0, '', '', '', '', '', ''], ['', 0, '', '', 0, '', ''], [1, '', '', 0, '', '', 1], ['', '', '', '', '', 0, ''], [2, 1, '', '', '', '', 3], [1, '', '', '', '', '', 1]]
    const names = [...NAMES.slice(0, 8), ...NAMES.slice(10)]
    const report = await read(names.map((name, at) => line(name, rows[at]!, at === 7 ? places.map((place) => place + 4) : places)))
    expect(toldOf(report)).toEqual(expect.arrayContaining(['requests.partly-granted.legal', 'requests.refused.third-party.other']))
  })
})

const EIGHT = [30, 36, 42, 48, 54, 60, 66, 72]
describe('the sums of organisations in texts laid out', () => {
  const heads = line('', [...WORDS.slice(0, 6), '小计', '总计'], EIGHT)
  it('are known by all others making up the total without them, though they are wrong themselves', async () => {
    const rows = NAMES.map((_, at) => [at * 7, 1, 0, 0, 2, 0, 300, at * 7 + 3])
    const report = await read([heads, ...rows.map((cells, at) => line(NAMES[at]!, cells, EIGHT))])
    expect(IDS.map((id) => rowOf(report, id))).toEqual(rows.map((cells) => [...cells.slice(0, 6), cells[7]]))
  })

  it('are none of a row that leaves cells out, nor of one whose numbers are broken', async () => {
    const rows = NAMES.map((_, at): (number | '')[] => (at % 4 === 0 ? [at + 20, 1, 1, 1, 2, 1, 6, at + 26] : at === 10 ? [134, 4, 0, 0, 1, 0, 5, 139] : [at + 1, 3, '', '', at % 2 ? 1 : '', '', at % 2 ? 4 : 3, at + (at % 2 ? 5 : 4)]))
    const lines = rows.flatMap((cells, at) => (at === 10 ? [line('', [13, '', '', '', '', '', '', 13], EIGHT), line(NAMES[at]!, ['', ...cells.slice(1, 7), ''], EIGHT), line('', [4, '', '', '', '', '', '', 9], EIGHT)] : [line(NAMES[at]!, cells, EIGHT)]))
    const report = await read([heads, ...lines])
    expect(IDS.map((id) => rowOf(report, id))).toEqual(rows.map((cells) => [...cells.slice(0, 6), cells[7]]))
  })
})

describe('cells of texts laid out with headings of their own', () => {
  it('three columns, one for all organisations: those of the others are blank, also where cells are left out', async () => {
    const three = [34, 46, 58]
    const rows = NAMES.map((_, at): Cells => (at % 4 === 1 ? [3 * at, '', 3 * at] : at % 4 === 3 ? ['', 2, 2] : [at * 7, 2, at * 7 + 2]))
    const report = await read([line('', ['自然人', '法人或', '总计'], three), line('', ['', '其他组', ''], three), line('', ['', '织', ''], three), ...rows.map((cells, at) => line(NAMES[at]!, cells, three))])
    expect(IDS.map((id) => [0, 1, 2, 6].map((column) => rowOf(report, id)[column]))).toEqual(rows.map(([natural, , total]) => [natural, undefined, undefined, total]))
  })

  it('a column of units between names and numbers, and a note whose number has a unit a space behind it', async () => {
    const starts = [14, 20, 40, 52]
    const one = (name: string, unit: string, cell: string | number): string => line(name, [unit, cell], starts)
    const before = ['二、主动公开政府信息情况', line('信息内容', ['单位', '本年制发件数', '本年废止件数', '现行有效件数'], starts), line('规章', ['件', 11, '', 95], starts), line('行政规范性文件', ['件', '18 件（其中修订 1 件）', 7, 56], starts), one('信息内容', '单位', '本年处理决定数量'), one('行政许可', '件', 5), one('行政处罚', '件', 6), one('行政强制', '件', 7), one('信息内容', '单位', '本年收费金额（单位：万元）'), one('行政事业性收费', '万元', 8)]
    const report = await read([line('', WORDS), ...NAMES.map((name) => line(name, [1, 0, 0, 0, 0, 0, 1]))], before)
    expect(['rules.issued', 'rules.in-force', 'documents.issued', 'documents.repealed', 'documents.in-force', 'fees.amount'].map((id) => report.cells.get(id as never)?.cell)).toMatchObject([11, 95, 18, 7, 56, 8].map((value) => ({ value })))
  })

  it('a zero of the last organisation is not the sum of organisations where that is blank', async () => {
    const eight = [30, 36, 42, 48, 54, 60, 66, 72]
    const heads = line('', [...WORDS.slice(0, 6), '小计', '总计'], eight)
    const rows = NAMES.map((_, at): Cells => (at % 4 < 3 ? [at + 2, 1, 0, 0, 0, 2, 3, at + 5] : [at + 2, 0, 0, 0, 0, 0, '', at + 2]))
    const report = await read([heads, ...rows.map((cells, at) => line(NAMES[at]!, cells, eight))])
    expect(IDS.map((id) => rowOf(report, id))).toEqual(rows.map((cells) => cells.toSpliced(6, 1)))
  })
})

it('a table of the year before that stands first is none of the report, though a line of its headings begins like that of a part', async () => {
  const table = (cells: Cells): string[] => ['申请人情况申请情况 法人或其他组织', line('', WORDS), ...NAMES.map((name) => line(name, cells))]
  const report = await read(['表1：2022年度收到和处理政府信息公开申请情况', ...table([4, 1, 0, 0, 0, 0, 5]), '表2：2023年度收到和处理政府信息公开申请情况', ...table([7, 1, 0, 0, 0, 0, 8])])
  expect(rowOf(report, 'refused.deliberative')).toEqual([7, 1, 0, 0, 0, 0, 8])
})
