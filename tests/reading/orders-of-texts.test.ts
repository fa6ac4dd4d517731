import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given, type Rows } from './documents'

type Row = readonly string[]
const flat = (rows: Rows): Row[] => slots(rows).map((row) => row.map(({ text }) => text.replace(/\n/g, '')))
const single = (rows: readonly Row[]): string[] => rows.flatMap((row) => row.filter((text) => text !== ''))
const tabbed = (rows: readonly Row[]): string[] => rows.map((row) => row.filter((text) => text !== '').join('\t'))
const isNumbers = (row: Row): boolean => row.slice(-7).every((text) => /^\d/.test(text))
const isZeros = (row: Row): boolean => row.slice(-7).every((text) => text === '0')

async function read(report: Given, requests: readonly string[], heading: string | null = '三、收到和处理政府信息公开申请情况'): Promise<ReadReport> {
  const { proactive, reviews } = tablesOf(report, PLAIN, 7)
  const text = [`${report.agency}${String(report.year)}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', '二、主动公开政府信息情况', ...single(flat(proactive)), '', ...(heading === null ? [] : [heading]), ...requests, '', '四、政府信息公开行政复议、行政诉讼情况', ...single(flat(reviews)), '', '五、存在的主要问题及改进情况', '公开内容有待加强。'].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))
const all = ({ figures }: Given): Record<string, number> => Object.fromEntries(figures)
const requestsOf = (report: Given): Row[] => flat(tablesOf(report, PLAIN, 7).requests)

/** Table 3 with the sums of its organisations before its totals, each cell of numbers once. */
const summed = (rows: readonly Row[]): Row[] =>
  rows.map((row) => {
    const own = row.slice(-6, -1)
    const sum = isNumbers(row) ? String(own.reduce((all, text) => all + Number(text), 0)) : row.includes('商业企业') ? '小计' : ''
    return [...row.slice(0, -1), sum, row.at(-1)!]
  })

describe('a cell a line', () => {
  it.each([7, 8, 15])('a column 小计 of all organisations before the totals is none of the form’s: report %i', async (seed) => {
    const report = given(seed)
    expect(numbers(await read(report, single(summed(requestsOf(report)))))).toEqual(all(report))
  })

  it('where a row has lost a number beside such sums, none is read for another without a word', async () => {
    const report = given(7)
    const rows = summed(requestsOf(report))
    const at = rows.findIndex((row) => /予以公开/.test(row.join('')))
    const found = await read(report, single(rows.map((row, y) => (y === at ? row.toSpliced(-3, 1) : row))))
    const told = new Set(found.problems.flatMap(({ figures }) => figures ?? []))
    expect(Object.entries(numbers(found)).filter(([figure, value]) => all(report)[figure] !== value && !told.has(figure as never))).toEqual([])
  })

  it('a heading of the totals before those of organisations alone moves none: merged cells stand so, and hardly a row’s sum says where the totals are', async () => {
    const requests = [['received', '一、本年新收政府信息公开申请数量', [8, 0, 0, 0, 0, 1, 7]], ['carried-in', '二、上年结转政府信息公开申请数量', [0, 0, 0, 0, 0, 0, 0]], ['granted', '（一）予以公开', [1, 0, 0, 0, 0, 0, 1]], ['unavailable.not-held', '1.本机关不掌握相关政府信息', [2, 0, 0, 0, 0, 1, 3]], ['processed', '（七）总计', [5, 0, 0, 0, 0, 1, 6]], ['carried-out', '四、结转下年度继续办理', [1, 0, 0, 0, 0, 0, 1]]] as const
    const blank = ['（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息', '6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确', '1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请', '5.要求行政机关确认或重新出具已获取信息', '（六）其他处理'].map((name) => `${name} 0 0 0 0 0 0 0`)
    const named = requests.map(([, name, cells]) => `${name} ${cells.join(' ')}`)
    const letters = (words: string): string[] => [...words]
    const heads = ['申请人情况', ...letters('自然人'), '法人或其他组织', ...['总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].flatMap(letters)]
    const found = await read(given(8), [...heads, ...named.slice(0, 3), ...blank.slice(0, 9), named[3]!, ...blank.slice(9), ...named.slice(4)])
    for (const [id, , cells] of requests) expect([id, ...['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => found.cells.get(`requests.${id}.${applicant}` as never)?.cell)]).toMatchObject([id, ...cells.map((value) => ({ value }))])
  })

  it('last year’s table at the end, whose numbers have lost their order, takes nothing of this year’s with it', async () => {
    const report = given(7)
    const lost = requestsOf(given(8)).map((row) => (isNumbers(row) ? [...row.slice(0, -7), ...Array.from({ length: 7 }, (_, at) => String((at * 5 + row.join('').length) % 7))] : row))
    const { proactive, reviews } = tablesOf(report, PLAIN, 7)
    const text = [`${report.agency}${String(report.year)}年政府信息公开工作年度报告`, '二、主动公开政府信息情况', ...single(flat(proactive)), '三、收到和处理政府信息公开申请情况', ...requestsOf(report).flatMap((row) => [...single([row]), '']), '四、政府信息公开行政复议、行政诉讼情况', ...single(flat(reviews)), '五、存在的主要问题及改进情况', '公开内容有待加强。', `附：${String(report.year - 1)}年收到和处理政府信息公开申请情况`, '', ...lost.flatMap((row) => [...single([/公开出版物/.test(row.join('')) ? row.slice(-7) : row]), ''])].join('\n')
    const found = (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
    expect(numbers(found)).toEqual(all(report))
    expect(found.problems.map(({ kind }) => kind)).not.toContain('order-lost')
  })

  it('sums of organisations that are blank where a row has no organisation', async () => {
    const report = given(7)
    const rows = summed(requestsOf(report)).map((row) => (isNumbers(row) && row.at(-2) === '0' ? row.toSpliced(-2, 1, '') : row))
    expect(numbers(await read(report, single(rows)))).toEqual(all(report))
  })

  it('a table of few rows, those that open and close it among them', async () => {
    const report = given(7)
    const kept = requestsOf(report).filter((row) => !isNumbers(row) || /新收|结转|（一）|（七）/.test(row.join('')))
    const found = numbers(await read(report, single(kept)))
    expect(Object.entries(found).filter(([figure, value]) => all(report)[figure] !== value)).toEqual([])
    expect(Object.keys(found).filter((figure) => figure.startsWith('requests.'))).toHaveLength(35)
  })

  it.each([7, 8])('小计 below the rows of each group, a row without numbers above it and the next group’s name behind: report %i', async (seed) => {
    const report = given(seed)
    const sums = new Map<string, number[]>()
    for (const [figure, value] of report.figures) {
      const [, group, , applicant] = /^requests\.(refused|unavailable|not-processed)(\.)[a-z-]+\.([a-z]+)$/.exec(figure) ?? []
      const at = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].indexOf(applicant ?? '')
      if (group && at >= 0) sums.set(group, Object.assign(sums.get(group) ?? Array.from({ length: 7 }, () => 0), { [at]: (sums.get(group)?.[at] ?? 0) + value }))
    }
    const sumOf = (group: string): string[] => ['小计', ...(sums.get(group) ?? []).map(String)]
    const lines = single(requestsOf(report)).flatMap((line) => (/^（四）/.test(line) ? [...sumOf('refused'), line] : /^（五）/.test(line) ? ['申请人主动撤回申请', ...sumOf('unavailable'), line] : /^（六）/.test(line) ? [...sumOf('not-processed'), line] : [line]))
    const found = numbers(await read(report, lines))
    expect(['refused', 'unavailable', 'not-processed'].map((group) => found[`requests.${group}.total`])).toEqual(['refused', 'unavailable', 'not-processed'].map((group) => sums.get(group)!.at(-1)))
    expect(Object.entries(all(report)).filter(([figure, value]) => found[figure] !== value)).toEqual([])
  })

  it.each([7, 8, 15])('rows that the report leaves out are no lost order: report %i', async (seed) => {
    const report = given(seed)
    const kept = requestsOf(report).filter((row) => !/\d[.．]/.test(row.join('')) || !/国家秘密|三安全|第三方|内部事务|行政执法|重复申请|出版物|大量反复|没有现成/.test(row.join('')))
    const left = /refused\.(?:state-secret|security|third-party|internal|enforcement-file)|duplicate|publication|excessive|to-be-created/
    expect(numbers(await read(report, single(kept)))).toEqual(Object.fromEntries(Object.entries(all(report)).filter(([figure]) => !left.test(figure))))
  })

  it.each([7, 8])('rows of blanks alone, a blank line behind each row: report %i', async (seed) => {
    const whole = given(seed)
    const isBlank = (row: Row): boolean => isNumbers(row) && isZeros(row)
    const report = { ...whole, figures: new Map([...whole.figures].map(([figure, value]) => [figure, /^requests\.(?:refused|not-processed|unavailable\.un)/.test(figure) ? 0 : value])) }
    const rows = requestsOf(report)
    const lines = rows.flatMap((row) => [...row.slice(0, -7).filter((text) => text !== ''), ...(isBlank(row) ? Array.from({ length: 7 }, () => '') : row.slice(-7).filter((text) => text !== '')), ...(isNumbers(row) ? [''] : [])])
    const filled = Object.entries(all(report)).filter(([figure]) => !figure.startsWith('requests.') || Object.entries(all(report)).some(([other, value]) => other.startsWith(figure.replace(/[a-z]+$/, '')) && value > 0))
    expect(numbers(await read(report, lines))).toEqual(Object.fromEntries(filled))
  })

  it.each([7, 15])('one blank line behind each row, and one for each name that goes on from above: report %i', async (seed) => {
    const report = given(seed)
    const isZero = (figure: string, value: number): boolean => value === 0 && /^requests\./.test(figure)
    const rows = requestsOf(report)
    const lines = rows.flatMap((row, y) => {
      if (!isNumbers(row)) return [...row.filter((text) => text !== ''), '']
      const name = row.findIndex((text) => text !== '')
      return [...(y < 5 ? row.slice(0, -7).filter((text) => text !== '') : [...row.slice(0, name), ...row.slice(name, -7).filter((text) => text !== '')]), ...row.slice(-7).map((text) => (text === '0' ? '' : text)), '']
    })
    expect(numbers(await read(report, lines))).toEqual(Object.fromEntries(Object.entries(all(report)).filter(([figure, value]) => !isZero(figure, value))))
  })

  it('a misprinted first row is one below the headings of columns, where the table has none of its own', async () => {
    const report = given(7)
    const lines = single(requestsOf(report)).map((line) => line.replace('公开申请数量', '公开请申数量'))
    expect(numbers(await read(report, lines, null))).toEqual(all(report))
  })

  it('below a short heading of the table a misprinted first row is still one', async () => {
    const report = given(7)
    const lines = single(requestsOf(report)).map((line) => line.replace('公开申请数量', '公申开请数量'))
    expect(numbers(await read(report, lines, '三、政府信息公开申请情况'))).toEqual(all(report))
  })
})

describe('a row a line', () => {
  it.each([' ', '—', '：'])('the name of the group and that of the row in one cell, parted by “%s”', async (sign) => {
    const report = given(7)
    let group = ''
    const joined = requestsOf(report).map((row) => {
      group = row.find((text) => /^（[三四五六]）/.test(text)) ?? group
      const name = row.at(-8)!
      return isNumbers(row) && /^\d/.test(name) ? [`${group}${sign}${name.replace(/^\d[.．]/, '')}`, ...row.slice(-7)] : row
    })
    const named = joined.map((row) => row.filter((text) => !/^三、本年度办理结果/.test(text)))
    const numbered = named.map((row, at) => (isNumbers(row) ? [String(at), ...row] : row))
    expect(numbers(await read(report, tabbed(named)))).toEqual(all(report))
    expect(numbers(await read(report, tabbed(numbered)))).toEqual(all(report))
  })

  it('cells whose edges differ from row to row, as worksheets copy them: a number for each applicant, blanks between', async () => {
    const report = given(7)
    const rows = requestsOf(report)
    const ragged = rows.filter(isNumbers).map((row, y) => [...row.slice(0, -7), ...row.slice(-7).flatMap((text, x) => [...Array.from({ length: (x * 3 + y) % 4 }, () => ''), text, '']), ''])
    const wide = rows.filter((row) => !isNumbers(row)).map((row) => row.flatMap((text, x) => [row.indexOf(text) === x ? text : '', '', '']))
    expect(numbers(await read(report, [...wide, ...ragged].map((row) => row.join('\t'))))).toEqual(all(report))
  })

  it.each([
    ['totals first', [6, 0, 1, 2, 3, 4, 5], ['总计', '自然人', '法人或其他组织']],
    ['totals behind natural persons', [0, 6, 1, 2, 3, 4, 5], ['自然人', '总计', '法人或其他组织']],
    ['natural persons last', [1, 2, 3, 4, 5, 0, 6], ['法人或其他组织', '自然人', '总计']],
  ])('headings in another order, merged cells written once: %s', async (_, order, over) => {
    const report = given(7)
    const rows = requestsOf(report).filter(isNumbers)
    const heads = [['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'], over, ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']]
    expect(numbers(await read(report, tabbed([...heads, ...rows.map((row) => [...row.slice(0, -7), ...order.map((at) => row.at(at - 7)!)])])))).toEqual(all(report))
  })

  it('the common heading of organisations on a line above that of natural persons, a cell a line: their order is the form’s', async () => {
    const report = given(7)
    const heads = ['申请人情况', '（本列数据的勾稽关系为：第一项', '法人或其他组织', '加第二项之和，等于第三项加第四 自然人 商业企 科研机 社会公 法律服', '总计', '项之和）', '其他', '业 构 益组织 务机构']
    const rows = requestsOf(report).filter(isNumbers).flatMap((row) => [`${row.slice(0, -7).filter((text) => !/^三、本/.test(text)).join('')} ${row.at(-7)!}`, ...row.slice(-6)])
    expect(numbers(await read(report, [...heads, ...rows]))).toEqual(all(report))
  })

  describe('headings of organisations in another order', () => {
    const report = given(7)
    const kinds = ['科研机构', '商业企业', '社会公益组织', '法律服务机构', '其他']
    const rows = requestsOf(report).filter(isNumbers).map((row) => row.toSpliced(-6, 2, row.at(-5)!, row.at(-6)!))
    const over = ['自然人', '法人或其他组织', '总计']
    it.each([
      ['below their common one', [over, kinds]],
      ['on one line with it', [[...over, ...kinds]]],
    ])('between tabs they are those of the columns: %s', async (_, heads) => {
      expect(numbers(await read(report, tabbed([['申请人情况'], ...heads, ...rows])))).toEqual(all(report))
    })

    it('a cell a line they are taken for those of the columns, with a word of doubt', async () => {
      const found = await read(report, single([['申请人情况'], over, kinds, ...rows]))
      expect(numbers(found)).toEqual(all(report))
      expect(found.problems.some(({ kind, figures }) => kind === 'row-doubtful' && figures?.includes('requests.received.business'))).toBe(true)
    })
  })
})

it('a misprinted name as like another row’s is told by the rows beside it, also before blank cells of a merged one', async () => {
  const report = given(7)
  const lines = requestsOf(report).map((row) => row.map((text) => text.replace('上年结转', '上年转结')).join(' | '))
  expect(numbers(await read(report, lines))).toEqual(all(report))
})

describe('a sign behind a number that points to a note', () => {
  it.each(['[1]', '①', '①②', '注1', '*'])('%s, digits in half and full width', async (sign) => {
    const report = given(7)
    const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    for (const write of [(text: string) => text, wide]) {
      const rows = requestsOf(report).map((row, at) => (isNumbers(row) ? [...row.slice(0, -7), ...row.slice(-7).map((text, x) => `${write(text)}${(at + x) % 9 === 0 ? sign : ''}`)] : row))
      expect(numbers(await read(report, tabbed(rows)))).toEqual(all(report))
    }
  })
})
