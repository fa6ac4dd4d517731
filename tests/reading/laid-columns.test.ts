import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'

const NAMES = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息', '（七）总计', '四、结转下年度继续办理']
const IDS = ['received', 'carried-in', 'granted', 'partly-granted', 'refused.state-secret', 'refused.forbidden-by-law', 'refused.security', 'refused.third-party', 'refused.internal', 'processed', 'carried-out']
const ROWS: readonly (readonly (number | '')[])[] = [[7, 3, '', 1, '', '', 11], [1, '', '', '', '', '', 1], [2, '', '', 1, '', '', 3], [1, 1, '', '', '', '', 2], [1, '', '', '', '', '', 1], ['', 1, '', '', '', '', 1], ['', '', '', '', '', '', ''], [1, '', '', '', '', '', 1], [2, '', '', '', '', '', 2], [7, 2, '', 1, '', '', 10], [1, 1, '', '', '', '', 2]]
const WORDS = ['自然人', '商业', '科研', '社会', '法律', '其他', '总计']
const STARTS = [30, 36, 42, 48, 54, 60, 66]

const line = (label: string, cells: readonly (string | number)[], starts = STARTS): string => cells.reduce<string>((text, cell, at) => (cell === '' ? text : text.padEnd(starts[at]!) + String(cell)), label)
const turned = <T>(cells: readonly T[]): T[] => [...cells.slice(-1), ...cells.slice(0, -1)]

async function read(table: readonly string[]): Promise<ReadReport> {
  const text = ['东湖街道办事处2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况', ...table].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const rowOf = (report: ReadReport, id: string): unknown[] =>
  APPLICANT_IDS.map((applicant) => {
    const cell = report.cells.get(`requests.${id}.${applicant}` as never)?.cell
    return cell === undefined ? undefined : 'value' in cell ? cell.value : ''
  })
const expectAll = (report: ReadReport): void => IDS.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...ROWS[at]!]))

describe('columns of table 3 in texts laid out', () => {
  it('totals before their parts are told by sums', async () => expectAll(await read([line('', turned(WORDS)), ...ROWS.map((cells, at) => line(NAMES[at]!, turned(cells)))])))

  it('totals before their parts are told by headings where no row has more than one number', async () => {
    const report = await read([line('', turned(WORDS)), ...NAMES.map((name) => line(name, [5, 5, '', '', '', '', '']))])
    expect(rowOf(report, 'granted')).toEqual([5, '', '', '', '', '', 5])
  })

  it('a line that numbers the columns is no row, and shows where they are', async () => {
    const heads = ['', '', '                              自然人 商业 科研 社会 法律 其他 总计', line('甲', [1, 2, 3, 4, 5, 6, 7])]
    const report = await read([...heads, ...ROWS.map((cells, at) => line(NAMES[at]!, cells))])
    expectAll(report)
    expect(report.extras).toEqual([])
  })

  it('headings that a page repeats within a row are none of its name', async () => {
    const rows = ROWS.map((cells, at) => line(NAMES[at]!, cells))
    const broken = [...rows.slice(0, 7), line('4.保护第三方', ROWS[7]!), `\f${line('', WORDS)}`, '合法权益', ...rows.slice(8)]
    expectAll(await read([line('', WORDS), ...broken]))
  })

  it('are shown by a row that leaves no cell out rather than by headings that stand elsewhere', async () => {
    const [heads, full, others] = [[17, 20, 23, 26, 29, 32, 35], [24, 30, 33, 36, 39, 42, 46], [24, 27, 30, 34, 42, 45, 50]]
    const cells = ROWS.map((own, at) => (at === 0 ? [97, 18, 2, 4, 7, 2, 130] : at === 9 ? [97, 18, 2, 4, 7, 2, 130] : at === 4 ? [31, 5, '', '', 7, 2, 45] : at === 2 ? [2, 1, '', '', '', '', 3] : own))
    const report = await read([line('', WORDS.map((word) => word.slice(0, 2)), heads), ...cells.map((own, at) => line(NAMES[at]!.slice(0, 16), own, own.includes('') ? others : full))])
    IDS.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...cells[at]!]))
  })

  it('a letter written downwards beside the names is no number', async () => {
    const rows = ROWS.map((cells, at) => line(NAMES[at]!, cells))
    expectAll(await read([line('', WORDS), ...rows.slice(0, 2), '    （一）予以', line('三', ROWS[2]!), '    公开', ...rows.slice(3)]))
  })

  it('numerals in a column of their own left of broken names are no numbers', async () => {
    const names = ['属于国家秘密', '其他法律行政法规禁止公开', '危及“三安全一稳定”', '保护第三方合法权益', '属于三类内部事务信息', '属于四类过程性信息', '属于行政执法案卷', '属于行政查询事项', '本机关不掌握相关政府信息', '没有现成信息需要另行制作', '补正后申请内容仍不明确', '信访举报投诉类申请', '重复申请的', '要求提供公开出版物', '无正当理由大量反复申请']
    const own = names.map((_, at) => (at % 3 === 0 ? [1, '', '', '', '', '', 1] : ['', '', '', '', '', '', 0]))
    const broken = names.flatMap((name, at) => [`      ${name.slice(0, 5)}`, line(`   ${at < 8 ? at + 1 : at < 11 ? at - 7 : at - 10}`, own[at]!), `      ${name.slice(5)}`])
    const total = [[5, '', '', '', '', '', 5], ['', '', '', '', '', '', 0]]
    const report = await read([line('', WORDS), '一、本', line('', total[0]!), '年新收申请数量', line(NAMES[1]!, total[1]!), ...broken, line(NAMES[9]!, total[0]!), line(NAMES[10]!, total[1]!)])
    expect(['received', 'refused.state-secret', 'refused.forbidden-by-law', 'refused.inquiry', 'unavailable.not-held', 'unavailable.to-be-created'].map((id) => rowOf(report, id))).toEqual([total[0], own[0], own[1], own[7], own[8], own[9]])
  })

  it('numbers that count the rows in a column of one letter, each of two digits on two lines, are none of theirs', async () => {
    const broken = NAMES.flatMap((name, at) => {
      const [upper, lower] = [`    ${name.slice(0, 6)}`, `    ${name.slice(6)}`]
      const [first = '', second = ' '] = String(at + 1)
      return [`${first}${line(upper, ROWS[at]!).slice(1)}`, `${second}${lower.slice(1)}`, '']
    })
    expectAll(await read([line('', WORDS), ...broken]))
  })

  it('a subtotal is its group’s though no total follows, none of the row without numbers above it, and a remark behind a row leaves it its numbers', async () => {
    const rows = ROWS.map((cells, at) => line(NAMES[at]!, cells.map((cell) => (cell === '' ? 0 : cell))))
    const remarked = [`${rows[0]!}   含上年`, `${' '.repeat(72)}结转`, ...rows.slice(1, 9)]
    const added = ['9.属于工作', '  秘密的', line('小计', [4, 1, 0, 0, 0, 0, 5]), line('1.本机关不掌握相关政府信息', [0, 0, 0, 0, 0, 0, 0])]
    const report = await read([line('', WORDS), ...remarked, ...added, `${rows[10]!}`])
    expect(['received', 'refused'].map((id) => rowOf(report, id))).toEqual([[7, 3, 0, 1, 0, 0, 11], [4, 1, 0, 0, 0, 0, 5]])
    expect(rowOf(report, 'processed').filter((value) => value === 5)).toEqual([])
  })

  it('numbers on two lines, one of them that of the name, are whole rows where all rows are whole or blank', async () => {
    const blank = [4, 6, 7]
    const starts = STARTS.map((start) => start + 10)
    const whole = ROWS.map((cells) => cells.map((cell) => (cell === '' ? 0 : cell)))
    const halves = [0, 1].map((half) => whole.map((cells) => cells.map((cell, at) => (at % 2 === half ? cell : ''))))
    const rows = ROWS.flatMap((_, at) => (blank.includes(at) ? [NAMES[at]!] : [line('', halves[0]![at]!, starts), line('x'.repeat(2 * NAMES[at]!.length), halves[1]![at]!, starts).replace(/^x+/, NAMES[at]!)]))
    const report = await read([line('', WORDS, starts), ...rows])
    IDS.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...(blank.includes(at) ? whole[at]!.map(() => '') : whole[at]!)]))
  })

  it('a column that may as well be the empty one beside it is in doubt on every page, however well all sums hold', async () => {
    const cells = [[7, '', 3, '', '', '', 10], [1, '', '', '', '', '', 1], [2, '', 1, '', '', '', 3], [1, '', 1, '', '', '', 2], [1, '', '', '', '', '', 1], ['', '', 1, '', '', '', 1], ['', '', '', '', '', '', 0], [1, '', '', '', '', '', 1], [2, '', '', '', '', '', 2], [7, '', 3, '', '', '', 10], [1, '', '', '', '', '', 1]]
    const between = STARTS.map((start, at) => (at === 2 ? 39 : start))
    const rows = cells.map((own, at) => `${at === 5 ? '\f' : ''}${line(NAMES[at]!, own, between)}`)
    const report = await read([line('', ['自然人', '', '', '', '', '', '总计']), ...rows])
    const doubted = report.problems.filter(({ kind }) => kind === 'row-doubtful').flatMap(({ figures }) => figures ?? [])
    for (const id of ['received', 'granted', 'processed']) expect(doubted).toContain(`requests.${id}.business`)
  })

  it('totals that stand a column too far to the left in a part of a page are those that rows add up to', async () => {
    const moved = STARTS.map((start, at) => (at === 6 ? 63 : start))
    expectAll(await read([line('', WORDS), ...ROWS.map((cells, at) => line(NAMES[at]!, cells, at > 0 && at < 4 ? moved : STARTS))]))
  })

  it('a dash broken over two lines is one cell', async () => {
    const dashes = ['', '', '—', '', '—', '—', '']
    const rows = ROWS.flatMap((cells, at) => (at === 1 ? [line('', dashes), line(NAMES[at]!, [1, 0, '', 0, '', '', 1]), line('', dashes)] : [line(NAMES[at]!, cells.map((cell) => (cell === '' ? 0 : cell)))]))
    expect(rowOf(await read([line('', WORDS), ...rows]), 'carried-in')).toEqual([1, 0, '', 0, '', '', 1])
  })

  it('a row that stands in none of the columns of the others moves none of them', async () => {
    const spread = [30, 33, 36, 41, 47, 52, 61]
    const at = (cells: readonly (string | number)[], name: string): string => line(name, cells, spread)
    const report = await read([
      at(WORDS.map((word) => word.slice(0, 2)), ''),
      at([12, 2, '', 0, '', '', 14], NAMES[0]!),
      at(['', '', '', '', 0, '', ''], NAMES[1]!),
      at([1, 1, '', 0, '', 0, 2], NAMES[2]!),
      at([1, '', '', '', '', '', 1], NAMES[3]!),
      at(['', '', '', '', '', '', ''], NAMES[4]!),
      at(['', 1, '', '', '', '', 1], NAMES[5]!),
      at(['', 0, '', '', '', '', ''], NAMES[6]!),
      `${NAMES[7]!.padEnd(30)}1${' '.repeat(26)}0 1`,
      at([0, '', '', '', '', '', ''], NAMES[8]!),
      at([12, 2, '', '', '', '', 14], NAMES[9]!),
      at(['', 0, '', '', '', '', ''], NAMES[10]!),
    ])
    expect(['received', 'carried-in', 'granted', 'refused.third-party'].map((id) => rowOf(report, id))).toEqual([
      [12, 2, '', 0, '', '', 14],
      ['', '', '', '', 0, '', ''],
      [1, 1, '', 0, '', 0, 2],
      [1, '', '', '', '', 0, 1],
    ])
  })

  it('a zero that the length of its name may have pushed out of its column is in doubt, a number that adds up is not', async () => {
    const rows = ROWS.map((cells, at) => line(NAMES[at]!, cells))
    const long = '3.危及“三安全一稳定”及其他各种各样的情形的申请一共多少件'
    const report = await read([line('', WORDS), ...rows.slice(0, 6), `${long} 0`, ...rows.slice(7)])
    const doubted = report.problems.filter(({ kind }) => kind === 'row-doubtful').flatMap(({ figures }) => figures ?? [])
    expect(rowOf(report, 'refused.security')[0]).toBe(0)
    expect(doubted).toContain('requests.refused.security.natural')
    expect(doubted).not.toContain('requests.refused.internal.natural')
  })

  it.each([
    ['of a row that the document adds', '其他禁止的', 5, false],
    ['of its group', '（三）不予公开', 4, true],
  ])('numbers beside the name %s are not those of the whole name without numbers next to it', async (_, name, blank, above) => {
    const rows = ROWS.map((cells, at) => line(NAMES[at]!, at === blank ? [] : cells))
    const added = line(name, [4, 1, '', '', '', '', 5])
    const report = await read([line('', WORDS), ...rows.slice(0, blank), ...(above ? [added, rows[blank]!] : [rows[blank]!, added]), ...rows.slice(blank + 1)])
    expect(rowOf(report, IDS[blank]!).filter((value) => typeof value === 'number')).toEqual([])
    expect(rowOf(report, 'refused.third-party')).toEqual(ROWS[7])
  })
})

describe('sentences of texts laid out', () => {
  it.each([
    ['under a table wider than they are', 66],
    ['under a table as wide', 34],
  ])('their lines go on below, however many digits make them longer in letters than others, %s', async (_, total) => {
    const starts = [...STARTS.slice(0, 6).map((start, at) => (total < 60 ? 18 + at * 3 : start)), total]
    const report = await read([
      '一、总体情况',
      '  （一）主动公开。2023 年，本单位通过门户网站主动公开政府',
      '信息 1256 条，较 2022 年增长 12.6%，其中概况类 17 条、动态类信息',
      '263 条。发布政策解读 27 篇，答复 5 件。',
      '  （二）平台建设。本单位开设的政务微信公众号全年发布信',
      '息 894 条。',
      line('', WORDS.map((word) => word.slice(0, 2)), starts),
      ...ROWS.map((cells, at) => line(NAMES[at]!.slice(0, 17), cells, starts)),
      '五、存在的主要问题及改进情况',
    ])
    expect(Object.fromEntries(report.narrative.map(({ figure, value }) => [figure, value]))).toMatchObject({ 'narrative.web-items': 1256, 'narrative.social-posts': 894, 'narrative.interpretations': 27 })
  })
})
