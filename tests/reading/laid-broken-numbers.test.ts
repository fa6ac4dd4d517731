import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { IDS, line, NAMES, readRows as read, rowOf, STARTS, type Row } from './laid-rows'

const ROWS: readonly Row[] = [[549, 38, 0, 0, 0, 0, 587], [24, 0, 1, 0, 0, 1, 26], [230, 6, 0, 0, 0, 0, 236], [47, 5, 0, 0, 0, 1, 53], [3, 1, 0, 0, 0, 0, 4], [3, 0, 0, 0, 0, 0, 3], [4, 0, 0, 0, 0, 0, 4], [22, 0, 0, 0, 0, 0, 22], [18, 2, 0, 0, 0, 0, 20], [573, 38, 1, 0, 0, 1, 613], [0, 0, 0, 0, 0, 0, 0]]
const written = (rows: readonly Row[] = ROWS): string[] => rows.map((cells, at) => line(NAMES[at]!, cells))
const expectRows = (report: ReadReport, rows: readonly Row[]): void => rows.forEach((row, at) => expect([IDS[at], ...rowOf(report, IDS[at]!)]).toEqual([IDS[at], ...row]))
/** The lines with those of one row replaced. */
const instead = (at: number, ...own: readonly string[]): string[] => [...written().slice(0, at), ...own, ...written().slice(at + 1)]
const wide = (value: number): string => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

describe('numbers that narrow columns of a text laid out break', () => {
  it('a letter of what stands beside the table is no number before full-width digits', async () => {
    const own = [line('三', [wide(23), '', '', '', '', '', wide(23)]), line('  （一）予以公开', ['', wide(6), wide(0), wide(0), wide(0), wide(0)]), line('、', [wide(0), '', '', '', '', '', wide(6)])]
    expectRows(await read(instead(2, ...own)), ROWS)
  })

  it('nor behind the number that counts the rows', async () => {
    const counted = ROWS.map((cells, at) => [line(`${at + 1}   ${NAMES[at]!}`, cells)])
    counted[3] = ['    （二）部分公开（区分处理的，只计这', line('4  三', [47, 5, 0, 0, 0, 1, 53]), '    一情形，不计其他情形）']
    expectRows(await read(counted.flat()), ROWS)
  })

  it('a numeral with its point beside the table is no second row’s name', async () => {
    const own = [line('三、', ['230', '', '', '', '', '', '236']), line('  （一）予以公开', ['', '6件', '0件', '0件', '0件', '0件']), line('本', ['件', '', '', '', '', '', '件'])]
    expectRows(await read(instead(2, ...own)), ROWS)
  })

  it.each([',', '，'])('the end of thousands on the line below begins with their %s', async (comma) => {
    const rows = ROWS.with(0, [4325, 408, 35, 44, 110, 0, 4922])
    const own = [line(NAMES[0]!.slice(0, 8), [4, '', '', '', '', '', 4]), line('', ['', 408, 35, 44, 110, 0]), line(NAMES[0]!.slice(8), [`${comma}325`, '', '', '', '', '', `${comma}922`])]
    expectRows(await read(instead(0, ...own)), rows)
  })

  it('go on below their row, whose sum is wrong, where the next has all its numbers on its own line', async () => {
    const own = [line('', [57, '', '', '', '', '', 62]), line('（七）总计', ['', 38, 1, 0, 0, 1]), line('', [3, '', '', '', '', '', 3])]
    const report = await read(instead(9, ...own))
    expect(rowOf(report, 'carried-out')).toEqual(ROWS[10])
    expect(report.problems.map(({ kind }) => kind)).toContain('row-unclear')
  })
})

it('numbers in pieces of two digits above and below their row, next to one that has none, are those that columns have room for', async () => {
  const rows = ROWS.with(0, [3081, 0, 0, 0, 0, 0, 3081]).with(1, [0, 0, 0, 0, 0, 0, 0]).with(2, [873, 0, 0, 0, 0, 0, 873]).with(3, [57, 0, 0, 0, 0, 0, 57]).with(4, [344, 0, 0, 0, 0, 0, 344])
  const ends = (value: number): string => line('', [value, '', '', '', '', '', value])
  const own = rows.flatMap(([natural], at) => {
    const digits = String(natural)
    return at < 5 && digits.length > 2 ? [ends(Number(digits.slice(0, 2))), line(NAMES[at]!, ['', 0, 0, 0, 0, 0]), ends(Number(digits.slice(2)))] : [line(NAMES[at]!, rows[at]!)]
  })
  expectRows(await read(own), rows)
})

describe('numbers of which a row’s own sum says nothing, as it holds either way', () => {
  const ends = (natural: number | string, total = natural): string => line('', [natural, '', '', '', '', '', total])
  const from = (at: number, ...own: readonly string[]): string[] => [...written().slice(0, at), ...own, ...written().slice(at + 2)]

  it('begin above the others of their row where those of another row can only do so', async () => {
    // 526 and 216 begin above, as no row stands over the first; so 34 and 4 are 344, and not the end of 57.
    const rows = ROWS.with(0, [526, 0, 0, 0, 0, 0, 526]).with(6, [57, 0, 0, 0, 0, 0, 57]).with(7, [344, 0, 0, 0, 0, 0, 344])
    const own = [ends(52), line(NAMES[0]!, [6, 0, 0, 0, 0, 0, 6]), ...written(rows).slice(1, 7), ends(34), line(NAMES[7]!, [4, 0, 0, 0, 0, 0, 4]), ...written(rows).slice(8)]
    expectRows(await read(own), rows)
  })

  it('are no thousands of four digits: those above 39 are the beginning of 1,139', async () => {
    const rows = ROWS.with(9, [1139, 48, 0, 0, 4, 0, 1191])
    const own = [...written(rows).slice(0, 9), ends('1,1'), line(NAMES[9]!, [39, 48, 0, 0, 4, 0, 91]), ...written(rows).slice(10)]
    expectRows(await read(own), rows)
  })

  it('nor more digits on a second line than there was room for on the first', async () => {
    const rows = ROWS.with(8, [0, 1, 0, 0, 0, 0, 1]).with(9, [554, 4, 0, 0, 1, 0, 559])
    expectRows(await read(from(8, line(NAMES[8]!, rows[8]!), ends(55), line(NAMES[9]!, [4, 4, 0, 0, 1, 0, 9]))), rows)
  })
})

it('numbers of a row whose last ones stand on a line below, from where the first ones end', async () => {
  // The end of a page: there pdftotext counts a Chinese character as one.
  const own = ROWS.flatMap((cells, at) => (at < 3 ? [written()[at]!] : [line(NAMES[at]!, cells.slice(0, 3)), line('', ['', '', ...cells.slice(3)], [0, 0, STARTS[2]!, STARTS[2]! + 5, STARTS[2]! + 7, STARTS[2]! + 16])]))
  expectRows(await read(['\f', ...own]), ROWS)
})

it('numbers between the lines of a name, where others stand on one of them, may be those of a row beside it that has none: it is told', async () => {
  const [upper, lower] = [line('（二）部分公开（区分处理的，', ROWS[3]!), '只计这一情形，不计其他情形）']
  const rows = [...written().slice(0, 3), upper, lower, ...written().slice(4, 6), NAMES[6]!, '4.保护第三方', line('', ROWS[7]!), '合法权益', ...written().slice(8)]
  const { problems } = await read(rows)
  expect(problems.filter(({ kind }) => kind === 'row-between').flatMap(({ figures = [] }) => figures.map((figure) => figure.split('.').slice(0, -1).join('.')))).toContain('requests.refused.third-party')
})

it('numbers a line below their name, beside what is left of the names of its group and of the table’s side', async () => {
  const named = (at: number): string => `${' '.repeat(13)}${NAMES[at]!}`
  const own = ROWS.flatMap((cells, at) => (at === 7 ? [`三、本年度 （三）不 ${NAMES[at]!}`, line(' 办理结果  予公开', cells)] : [line(named(at), cells)]))
  expectRows(await read(own), ROWS)
})

describe('rows of a text laid out that are woven into each other', () => {
  const at = (column: number, ...values: Row): string => line('', [...Array<string>(column).fill(''), ...values])
  /** Column by column from one on, the upper row's number over the lower's. */
  const below = (upper: Row, lower: Row, from: number): string[] => upper.flatMap((value, column) => (column < from ? [] : [at(column, value), at(column, lower[column]!)]))
  const among = (...own: readonly string[]): string[] => [...written().slice(0, 7), ...own, ...written().slice(9)]
  const [UPPER, LOWER] = [ROWS[7]!, ROWS[8]!]

  it('the lower has the upper’s first number beside its name, which spaces part', async () => {
    expectRows(await read(among(NAMES[7]!, line('5.属于三类内部 事务信息', [UPPER[0]!]), at(0, LOWER[0]!), ...below(UPPER, LOWER, 1))), ROWS)
  })

  it('each has numbers beside its name, and its last ones again on one line', async () => {
    const parted = below(UPPER, LOWER, 2).slice(0, 6)
    expectRows(await read(among(line(NAMES[7]!, UPPER.slice(0, 2)), line(NAMES[8]!, LOWER.slice(0, 2)), ...parted, at(5, ...UPPER.slice(5)), at(5, ...LOWER.slice(5)))), ROWS)
  })

  it('the lower’s name stands first, and both zeros of the first column on its line', async () => {
    const zeros: Row = [0, 0, 0, 0, 0, 0, 0]
    const own = [line(NAMES[8]!, ['00']), line(NAMES[7]!, ['', 0]), at(1, 0), ...below(zeros, zeros, 2)]
    expectRows(await read(among(...own)), ROWS.map((row, index) => (index === 7 || index === 8 ? zeros : row)))
  })

  it('with what is left of the names of their group and of the table’s side before the numbers of the lower', async () => {
    const own = [NAMES[7]!, `三、本年度  （三）不  ${NAMES[8]!}`, at(0, ...UPPER), '', line('  办理结果  予公开', LOWER)]
    expectRows(await read(among(...own)), ROWS)
  })

  it('marks that none applies alone on their lines are no letters of names', async () => {
    const [upper, lower]: Row[] = [[1, '无', '无', '无', '无', '无', 1], ['无', '无', '无', '无', '无', '无', '无']]
    const report = await read(among(NAMES[7]!, NAMES[8]!, ...below(upper!, lower!, 0)))
    expect([rowOf(report, IDS[7]!), rowOf(report, IDS[8]!)]).toEqual([[1, '', '', '', '', '', 1], Array<string>(7).fill('')])
  })
})

it('the columns of a page with empty ones are not all one too far to the right, so that no natural person asked', async () => {
  const heads = ['                                        申请人情况', '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加 自然        法人或其他组织', '第四项之和）                         人 商业   科研 社会', '                                         公益', '                                             法律', '                                             服务 其他 总计', '                                  企业 机构 组织 机构']
  const lines = [
    '一、本年新收政府信息公开申请数量             3,440 75      1 6 5 3,527',
    '二、上年结转政府信息公开申请数量               118 3                121',
    '\f   (一)予以公开                       1,408   21       2     1,431',
    '   (二)部分公开（区分处理的，只计这一情形，不计其他情      462    9               471',
    '   形）',
    '          1.属于国家秘密                   2                      2',
    '          2.其他法律行政法规禁止 公开            1                      1',
    '          3.危及“三安全一稳定”               4                      4',
    '   (三)不予 4.保护第三方合法权益                16   1                 17',
    '   公开     5.属于三类内部事务信息              21                     21',
    '三、        6.属于四类过程性信息               10   1                 11',
    '本         7.属于行政执法案卷                21   2            2 25',
    '年         8.属于行政查询事项                13                     13',
    '度',
    '办 (四)无法 1.本机关不掌握相关政府信息',
    '          2.没有现成信息需要另行制 作',
    '                                   859',
    '                                    35',
    '                                         33',
    '                                          1',
    '                                                  3   2 897',
    '                                                           36',
    '理 提供',
    '结         3.补正后申请内容仍不明确              8                      8',
    '果         1.信访举报投诉类申请               86   1                 87',
    '          2.重复申请                    26   1                 27',
    '   (五)不予 3.要求提供公开出 版物                0                      0',
    '   处理',
    '          4.无正当理由大量反复申请              3                      3',
    '          5.要求行政机关确认或重新出具已获取信息       0                      0',
    '          1.申请人无正当理由逾期不补正           75   1    1            77',
    '   (六)其他 2.申请人逾期未按收费通知要求缴纳费用        38                     38',
    '   处理',
    '          3.其他                     352    2               354',
    '   (七)合计                         3,440   73   1   5   4 3,523',
    '四、结转下年度继续办理                        118    5       1   1 125',
  ]
  const report = await read(lines, heads)
  expect(IDS.map((id) => rowOf(report, id)[0])).toEqual([3440, 118, 1408, 462, 2, 1, 4, 16, 21, 3440, 118])
  expect(rowOf(report, 'unavailable.not-held')).toEqual([859, 33, '', '', 3, 2, 897])
})

describe('pages of a text laid out whose ends are lost', () => {
  const HEAD = '2025/2/11 17:00          东湖街道办事处2023年政府信息公开工作年度报告'
  const foot = (page: number): string => `http://www.example.gov.cn/zwgk/t20250119_6870794.html          ${page}/3`
  const REVIEWS = ['                    行政复议                                行政诉讼', '        未经复议直接起诉        复议后起诉', '结果维 结果纠 其他结 尚未审 结果维 结果纠 其他结 尚未审 结果维 结果纠 其他结 尚未审', ' 持 正 果 结 总计 持 正 果 结 总计 持 正 果 结 总计']

  it('the title of the page over each sheet names the agency whole', async () => {
    const lines = ['新安镇人民政府2023年', '政府信息公开工作年度报告', '一、总体情况', '本镇按照条例要求开展工作。', '三、收到和处理政府信息公开申请情况', ...written().slice(0, 5), foot(1), ...[2, 3].flatMap((page) => [HEAD.replace('东湖街道办事处', '龙岩市新罗区新安镇人民政府'), ...written().slice(page * 3 - 1, page * 3 + 2), foot(page)])]
    const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })
    expect(reports[0]).toMatchObject({ agency: '龙岩市新罗区新安镇人民政府', year: 2023 })
  })

  it('running lines among the rows, and in a table 4 of which all is blank', async () => {
    const report = await read([HEAD, ...written().slice(0, 5), foot(1), HEAD, ...written().slice(5), '四、政府信息公开行政复议、行政诉讼情况', foot(2), HEAD, ...REVIEWS, '五、存在的主要问题及改进情况', '下一步继续做好工作。', foot(3)])
    expectRows(report, ROWS)
    expect(report.cells.get('review.upheld')?.cell).toEqual({ missing: 'blank' })
    expect(report.cells.get('suit-after-review.total')?.cell).toEqual({ missing: 'blank' })
    expect(report.problems.map(({ kind }) => kind)).toContain('row-empty')
  })
})

it('numbers above those beside the end of a name may be of the row above it: none of them is read for another’s without a word', async () => {
  const [third, internal] = [[2, 0, 0, 0, 0, 0, 2], [1, 1, 0, 0, 0, 0, 2]] as const
  const crossed = [NAMES[7]!, line('5.属于三类内部事务信', [1, '', '', '', '', '', ''], [28]), line('', third), line('息', ['', ...internal.slice(1)])]
  const report = await read([...written().slice(0, 7), ...crossed, ...written().slice(9)])
  const told = new Set(report.problems.flatMap(({ figures }) => figures ?? []))
  const silent = [['refused.third-party', third], ['refused.internal', internal]] as const
  expect(silent.flatMap(([id, cells]) => rowOf(report, id).flatMap((value, at) => (value !== cells[at] && value !== undefined && value !== '' && !told.has(`requests.${id}.${['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'][at]!}` as never) ? [`${id} ${String(at)}`] : [])))).toEqual([])
})
