import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { IDS, line, NAMES, readRows as read, rowOf, STARTS, type Row } from './laid-rows'

const ROWS: readonly Row[] = [[17, 3, 0, 1, 0, 0, 21], [1, 0, 0, 0, 0, 0, 1], [2, 0, 0, 1, 0, 0, 3], [1, 1, 0, 0, 0, 0, 2], [1, 0, 0, 0, 0, 0, 1], [0, 2, 0, 0, 0, 0, 2], [0, 0, 0, 0, 0, 3, 3], [4, 0, 0, 0, 0, 0, 4], [5, 0, 0, 0, 0, 0, 5], [13, 3, 0, 1, 0, 3, 20], [5, 0, 0, 0, 0, 0, 5]]
const NONE: Row = ['', '', '', '', '', '', '']
const LINES = ROWS.map((cells, at) => line(NAMES[at]!, cells))
/** The lines with those of some rows written another way. */
const written = (from: number, count: number, ...lines: string[]): string[] => [...LINES.slice(0, from), ...lines, ...LINES.slice(from + count)]
const expectAll = (report: ReadReport): void => IDS.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...ROWS[at]!]))
const toldOf = (report: ReadReport, id: string): string[] => report.problems.flatMap(({ kind, figures }) => (figures?.includes(`requests.${id}.natural` as never) ? [kind] : []))

describe('names of rows that a layout has put out of order', () => {
  it('the number of a row stands below its name, on the line of its numbers', async () => {
    const report = await read(written(5, 2, '    其他法律行政法规禁止公开', line('    2.', ROWS[5]!), '      危及“三安全', line('    3.', ROWS[6]!), '      一稳定”'))
    expectAll(report)
    expect(toldOf(report, IDS[5]!)).toEqual([])
  })

  it('the number alone, below a name that the line above ends, is that of the name which goes on below', async () => {
    expectAll(await read(written(5, 2, line('  2.其他法律行政', ROWS[5]!), '    法规禁止公开', '  3.', line('    危及“三安全一稳定”', ROWS[6]!))))
  })

  it.each(['5.属于益', '5.益属于'])('the end of a name stands within the beginning of the next: %s', async (woven) => {
    expectAll(await read(written(7, 2, '    4.保护第三方', '      合法权', line('', ROWS[7]!), '', `    ${woven}`, line('      三类内部', ROWS[8]!), '      事务信息')))
  })
})

describe('numbers without a name', () => {
  it('between two rows that have but one between them are that row’s, and told', async () => {
    const report = await read(written(7, 1, line('', ROWS[7]!)))
    expectAll(report)
    expect(toldOf(report, IDS[7]!)).toContain('label-guessed')
  })

  it('between two rows that have several between them are nobody’s', async () => {
    const report = await read(written(6, 2, line('', ROWS[7]!)))
    expect([rowOf(report, IDS[6]!)[0], rowOf(report, IDS[7]!)[0]]).toEqual([undefined, undefined])
    expect(report.problems.map(({ kind }) => kind)).toContain('numbers-left')
  })

  it('near a name that has none are those of the row below, and so on to that name: all are told', async () => {
    const report = await read(written(4, 4, NAMES[4]!, line('', ROWS[4]!), line('', ROWS[5]!), line(NAMES[5]!, ROWS[6]!), line(NAMES[6]!, ROWS[7]!), NAMES[7]!))
    expectAll(report)
    IDS.slice(5, 8).forEach((id) => expect([id, toldOf(report, id).length > 0]).toEqual([id, true]))
  })

  it('beside the name of a group, below a name that has none, are those of that, and told', async () => {
    const report = await read(written(6, 1, NAMES[6]!, line('（三）不予公开', ROWS[6]!)))
    expectAll(report)
    expect(toldOf(report, IDS[6]!)).toContain('row-between')
  })

  it('those between names without numbers on both sides are nobody’s', async () => {
    const report = await read(written(5, 3, NAMES[5]!, line('（三）不予公开', ROWS[6]!), NAMES[7]!))
    expect([rowOf(report, IDS[5]!)[0], rowOf(report, IDS[7]!)[0]]).not.toContain(0)
    expect(toldOf(report, IDS[5]!).length).toBeGreaterThan(0)
  })

  it('of a row whose name a blank one follows: the two halves of the name are one, and the second numbers those of the row behind it', async () => {
    const more: Row[] = [[6, 0, 0, 0, 0, 0, 6], [7, 0, 0, 0, 0, 0, 7], [8, 0, 0, 0, 0, 0, 8]]
    const report = await read(written(9, 0, line('6.属于四类', more[0]!), '过程性信息', line('', more[1]!), line('8.属于行政查询事项', more[2]!)))
    expect(['refused.deliberative', 'refused.enforcement-file', 'refused.inquiry'].map((id) => rowOf(report, id))).toEqual(more)
    expect(toldOf(report, 'refused.enforcement-file')).toContain('label-guessed')
  })
})

it('thousands broken over three lines are one number, with a full comma that stands a column beside it', async () => {
  const [first, second]: Row[] = [['，2', 0, 0, 0, 0, 0, '，2'], [79, ...NONE.slice(1, 6), 79]]
  const starts = [STARTS[0]! - 2, ...STARTS.slice(1, 6), STARTS[6]! - 1]
  const report = await read([line('', ['1', ...NONE.slice(1, 6), '1']), line(NAMES[0]!, first!, starts), line('', second!), ...LINES.slice(1)], [])
  expect(rowOf(report, 'received')).toEqual([1279, 0, 0, 0, 0, 0, 1279])
})

/** Table 2 whose headings are broken over two lines, beside columns of the year before; `gap` parts the ends of the last two. */
async function besideLastYear(gap: string, more: readonly string[]): Promise<ReadReport> {
  const text = ['鱼峰区文化旅游局2023年政府信息公开工作年度报告', '二、主动公开政府信息情况', '                         第二十条第（一）项', '   信息        本年制         本年废       现行有', '   内容        发件数         止件数       效件数', '   规章          2            0           3', '  行政规', '  范性文件        0            0          81', '                         第二十条第（五）项', '   信息       本年处理        上年处', '   内容       决定数量       理决定数量', ' 行政许可        10601        301', '                         第二十条第（六）项', '   信息       本年处理        上年处理', '   内容       决定数量        决定数量', ' 行政处罚        15856         74', ' 行政强制          0          173', '                         第二十条第（八）项', '   信息       本年收费        上年收费', `   内容    金额（单位：万元）${gap}金额（单位：万元）`, ' 行政事业性收费    0           103', ...more].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}

it('headings of table 2 that go on below in their columns show the form, also beside those of the year before', async () => {
  const report = await besideLastYear('    ', ['三、收到和处理政府信息公开申请情况', ...LINES])
  const value = (figure: string): unknown => report.cells.get(figure as never)?.cell
  expect([report.format, value('rules.issued'), value('documents.in-force'), value('licences.decisions'), value('penalties.decisions'), value('fees.amount')]).toEqual(['cn-2021', { value: 2 }, { value: 81 }, { value: 10601 }, { value: 15856 }, { value: 0 }])
})

it('of numbers of two years that stand in other columns than their headings none is the report’s without a word', async () => {
  const { cells, problems } = await besideLastYear(' ', [])
  expect([cells.has('fees.amount'), problems.some(({ kind, figures }) => kind === 'row-doubtful' && figures?.includes('fees.amount'))]).toEqual([true, true])
})

describe('table 4 of a text laid out with its kinds in another order than the form', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const starts = Array.from({ length: 15 }, (_, at) => 2 + at * 9)
  const heads = (kinds: readonly (readonly [number, string])[], suits: readonly (readonly [number, string])[]): string[] => [kinds, suits].map((own) => own.reduce((words, [column, name]) => words.padEnd(starts[column]!) + name, ''))
  const [REVIEW, DIRECT, AFTER] = [[1, 0, 5, 0, 6], [5, 1, 2, 0, 8], [0, 1, 0, 10, 11]]

  it.each([
    ['suits behind reviews first of suits', heads([[2, '行政复议'], [10, '行政诉讼']], [[7, '复议后起诉'], [12, '未经复议直接起诉']]), [...REVIEW!, ...AFTER!, ...DIRECT!]],
    ['suits first of all', heads([[4, '行政诉讼'], [12, '行政复议']], [[2, '未经复议直接起诉'], [7, '复议后起诉']]), [...DIRECT!, ...AFTER!, ...REVIEW!]],
  ])('%s: by their headings, and told', async (_, kinds, numbers) => {
    const report = await read([...LINES, '四、政府信息公开行政复议、行政诉讼情况', ...kinds, line('', [...results, ...results, ...results], starts), line('', numbers, starts), '五、存在的主要问题及改进情况'])
    const own = (kind: string): unknown[] => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => report.cells.get(`${kind}.${result}` as never)?.cell).map((cell) => cell && 'value' in cell && cell.value)
    expect([own('review'), own('suit-direct'), own('suit-after-review')]).toEqual([REVIEW, DIRECT, AFTER])
    expect(report.problems.some(({ kind, figures }) => kind === 'row-doubtful' && figures?.includes('suit-direct.total' as never))).toBe(true)
  })

  it('a result a line, the kinds abreast in another order: by their headings, and told', async () => {
    const kinds = line('', ['行政复议', '复议后起诉', '未经复议直接起诉'], [20, 40, 60])
    const rows = results.map((result, at) => line(result, [REVIEW![at]!, AFTER![at]!, DIRECT![at]!], [22, 43, 66]))
    const report = await read([...LINES, '四、政府信息公开行政复议、行政诉讼情况', kinds, ...rows, '五、存在的主要问题及改进情况'])
    const own = (kind: string): unknown[] => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => report.cells.get(`${kind}.${result}` as never)?.cell).map((cell) => cell && 'value' in cell && cell.value)
    expect([own('review'), own('suit-direct'), own('suit-after-review')]).toEqual([REVIEW, DIRECT, AFTER])
    expect(report.problems.some(({ kind, figures }) => kind === 'row-doubtful' && figures?.includes('suit-direct.upheld' as never))).toBe(true)
  })
})

describe('table 3 of a text laid out with its columns in another order than the form', () => {
  const [NATURAL, TOTAL] = [0, 6]
  const moved = (cells: Row): Row => [...cells.slice(1, TOTAL), cells[NATURAL]!, cells[TOTAL]!]

  it.each([
    ['natural persons stand behind organisations', line('', ['商业', '科研', '社会', '法律', '其他', '自然', '总计']), moved],
    ['two kinds of organisations have changed places, each heading whole', line('', ['自然人', '商业企业', '科研机构', '法律服务机构', '社会公益组织', '其他', '总计'], [30, 36, 42, 48, 56, 64, 70]), (cells: Row): Row => [...cells.slice(0, 3), cells[4]!, cells[3]!, cells[5]!, cells[6]!]],
  ])('%s: by their headings, and told', async (_, heading, written) => {
    const report = await read(ROWS.map((cells, at) => line(NAMES[at]!, written(cells))), [heading])
    expectAll(report)
    expect(toldOf(report, IDS[0]!)).toContain('row-doubtful')
  })

  it('headings of which lines leave only the beginnings show no other order', async () => {
    const report = await read(LINES, [line('', ['', '', '法人或', '', '其他组织'], STARTS), line('', ['自', '商', '科', '社', '法', '其', '总'])])
    expectAll(report)
    expect(toldOf(report, IDS[0]!)).toEqual([])
  })
})

it('columns of table 2 whose headings stand in another order than the form’s are told: no sum can show whose the numbers are', async () => {
  const columns = [20, 36, 52]
  const items = [['规章', 4, 0, 1], ['行政规范性文件', 20, 2, 3]] as const
  const told = async (headings: readonly string[]): Promise<boolean> => {
    const text = ['东湖街道办事处2023年政府信息公开工作年度报告', '二、主动公开政府信息情况', line('信息内容', headings, columns), ...items.map(([name, ...cells]) => line(name, cells, columns)), line('信息内容', ['本年处理决定数量'], columns), line('行政许可', [5], columns), line('行政处罚', [6], columns), '三、收到和处理政府信息公开申请情况', ...LINES].join('\n')
    const { problems } = (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
    return problems.some(({ kind, figures }) => kind === 'row-doubtful' && figures?.includes('documents.issued' as never))
  }
  expect([await told(['现行有效件数', '本年制发件数', '本年废止件数']), await told(['本年制发件数', '本年废止件数', '现行有效件数'])]).toEqual([true, false])
})
