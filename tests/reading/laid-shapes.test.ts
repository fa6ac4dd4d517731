import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { APPLICANT_IDS, REVIEW_KINDS, type FigureId } from '@/domain/figure'
import { dice, given, PLAIN, slots, tablesOf, text, type Given, type TextStyle } from './documents'

async function read(lines: readonly string[]): Promise<ReadReport> {
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })).reports[0]!
}

/** What is read differently; zeros of these figures were left blank. */
function differing(report: ReadReport, { figures }: Given, blank = /^$/): unknown[] {
  return [...figures].flatMap(([figure, value]) => {
    const cell = report.cells.get(figure)?.cell
    const found = cell === undefined ? 'none' : 'value' in cell ? cell.value : cell.missing
    return found === (value === 0 && blank.test(figure) ? 'blank' : value) ? [] : [`${figure} ${found} for ${value}`]
  })
}

const report = given(10)
const wide = (words: string): number => [...words].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
/** Cells of a line, each at its place. */
const laid = (...cells: readonly (readonly [at: number, words: string | number])[]): string => cells.reduce((line, [at, words]) => `${line}${' '.repeat(Math.max(0, at - wide(line)))}${words}`, '')
const lines = (): string[] => text(report, tablesOf(report, PLAIN, 10), 'layout').split('\n')
/** The report with other lines for one of its tables. */
function withTable(from: string, to: string, own: readonly string[]): string[] {
  const all = lines()
  const [first, last] = [from, to].map((words) => all.findIndex((line) => line.startsWith(words)))
  return [...all.slice(0, first! + 1), ...own, ...all.slice(last)]
}
const withReviews = (own: readonly string[]): string[] => withTable('四、政府', '五、', own)
const number = (figure: string): number => report.figures.get(figure as never)!
const RESULTS = ['upheld', 'corrected', 'other', 'pending', 'total'] as const
const WORDS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const KINDS = Object.keys(REVIEW_KINDS)
const NAMES = ['行政复议', '未经复议直接起诉', '复议后起诉']
const columns = [30, 46, 62, 78, 94]
const filled = (value: number): string => (value === 0 ? '' : String(value))

describe('table 4 of a text laid out', () => {
  it('a result a line, the name of its kind beside any of the five, blank cells', async () => {
    const own = KINDS.flatMap((kind, index) => RESULTS.map((result, at) => laid(...(at === 2 ? [[10, NAMES[index]!] as const] : []), [40, WORDS[at]!], [60, filled(number(`${kind}.${result}`))])))
    expect(differing(await read(withReviews([laid([10, '类别'], [40, '结果'], [60, '数量']), ...own])), report, /^(?:review|suit)/)).toEqual([])
  })

  it('a row a kind, a note that goes on below the number, blank cells', async () => {
    const rows = KINDS.flatMap((kind, index) => {
      const cells = RESULTS.map((result, at) => [columns[at]!, result === 'total' ? `${number(`${kind}.${result}`)}（其中含` : filled(number(`${kind}.${result}`))] as const)
      return [laid([10, NAMES[index]!], ...cells), laid([columns[4]!, '旧件 1 件）'])]
    })
    const found = await read(withReviews([laid(...columns.map((at, index) => [at, WORDS[index]!] as const)), ...rows]))
    expect(differing(found, report, /^(?:review|suit).*(?<!total)$/)).toEqual([])
  })

  it('the total before its parts, headings broken over lines', async () => {
    const order = ['total', 'upheld', 'corrected', 'other', 'pending']
    const all = KINDS.flatMap((kind) => order.map((result) => `${kind}.${result}`))
    const at = all.map((_, index) => 2 + index * 8)
    const heads = [['总计', '结果', '结果', '其他', '尚未'], ['', '维持', '纠正', '结果', '审结']].map((words) => laid(...at.flatMap((x, index) => (words[index % 5] === '' ? [] : [[x, words[index % 5]!] as const]))))
    expect(differing(await read(withReviews([...heads, laid(...at.map((x, index) => [x, number(all[index]!)] as const))])), report)).toEqual([])
  })

  it('a result a line under the kinds, one of which is left blank', async () => {
    const places = [30, 46, 62]
    const own = RESULTS.map((result, at) => laid([10, WORDS[at]!], ...KINDS.flatMap((kind, index) => (result === 'total' && kind === 'review' ? [] : [[places[index]!, number(`${kind}.${result}`)] as const]))))
    const found = await read(withReviews([laid(...NAMES.map((name, at) => [places[at]! - 4, name] as const)), ...own]))
    expect(differing(found, report, /^review\.total$/)).toEqual([])
  })

  it.each([0, 1])('a row for each of two years, the year broken over lines; the report’s stands in row %i', async (own) => {
    const all = KINDS.flatMap((kind) => RESULTS.map((result) => number(`${kind}.${result}`)))
    const at = all.map((_, index) => 8 + index * 6)
    const heads = [laid([0, '年度'], [8, '行政复议'], [38, '行政诉讼']), laid(...at.map((x, index) => [x, ['维持', '纠正', '其他', '未审', '合计'][index % 5]!] as const))]
    const year = Number(/(\d{4})年/.exec(lines()[0]!)![1])
    const rows = [year - own, year - 1 + own].flatMap((each) => [laid([0, String(each).slice(0, 3)], ...at.map((x, index) => [x, each === year ? all[index]! : index + 1] as const)), `${String(each).slice(3)}年`])
    expect(differing(await read(withReviews([...heads, ...rows])), report)).toEqual([])
  })

  it('notes in narrow cells that begin below their numbers', async () => {
    const all = KINDS.flatMap((kind) => RESULTS.map((result) => `${kind}.${result}`))
    const at = all.map((_, index) => 2 + index * 8)
    const heads = [laid(...at.map((x, index) => [x, ['结果', '结果', '其他', '尚未', '总计'][index % 5]!] as const)), laid(...at.flatMap((x, index) => (index % 5 === 4 ? [] : [[x, ['维持', '纠正', '结果', '审结'][index % 5]!] as const])))]
    const own = [...heads, laid(...at.map((x, index) => [x, index + 1] as const)), laid(...at.map((x, index) => [x, number(all[index]!)] as const)), laid([at[4]!, '（其']), laid([at[4]!, '中旧']), laid([at[4]!, '件1）'])]
    expect(differing(await read(withReviews(own)), report)).toEqual([])
  })
})

describe('a text laid out', () => {
  const items = ['规章', '行政规范性文件', '行政许可', '其他对外管理服务事项', '行政处罚', '行政强制', '行政事业性收费', '政府集中采购']
  const IDS = ['rules', 'documents', 'licences', 'services', 'penalties', 'measures', 'fees', 'procurement']
  const HEADS = [['本年新制作数量', '本年新公开数量', '对外公开总数量'], ['上一年项目数量', '本年增/减', '处理决定数量'], ['上一年项目数量', '本年增/减'], ['采购项目数量', '采购总金额']]
  const valuesOf = (id: string): number[] => [...report.figures].filter(([figure]) => figure.startsWith(`${id}.`)).map(([, value]) => value)
  /** Table 2: `below` adds a line to each row of headings, `name` and `cell` say how cells are written. */
  const table = (below: (count: number) => string[], name = (words: string): string => words, cell = (value: number): string => String(value)): string[] =>
    [[0, 0], [1, 2], [1, 4], [2, 6], [3, 7]].flatMap(([heads, first], section) => [
      '第二十条',
      laid([0, '信息内容'], ...HEADS[heads!]!.map((words, at) => [24 + at * 18, words] as const)),
      ...below(HEADS[heads!]!.length),
      ...IDS.slice(first, first! + (section < 3 ? 2 : 1)).map((id, at) => laid([0, name(items[first! + at]!)], ...valuesOf(id).map((value, index) => [24 + index * 18, cell(value)] as const))),
    ])
  const withItems = (own: readonly string[]): string[] => withTable('二、主动', '三、收到', own)

  it('numbers of the columns below the headings of table 2 are no digits of the numbers under them', async () => {
    expect(report.format).toBe('cn-2019')
    expect(differing(await read(withItems(table((count) => [laid(...Array.from({ length: count }, (_, at) => [24 + at * 18, at + 1] as const))]))), report)).toEqual([])
  })

  it('rows of table 2 above the first headings: those of the other form come with numbers alone', async () => {
    const [, , , ...rest] = table(() => [])
    const found = await read(withItems([laid([0, '规章'], [24, 0], [42, 0], [60, 0]), ...rest]))
    expect(differing(found, report).filter((words) => !String(words).startsWith('rules.'))).toEqual([])
  })

  it('notes whose digits stand apart, and notes and names that a column cuts', async () => {
    const noted = (note: string) => (value: number): string => (Number.isInteger(value) && value > 3 ? `${value}${note}` : String(value))
    expect(differing(await read(withItems(table(() => [], undefined, noted('（含 2 件）')))), report)).toEqual([])
    expect(differing(await read(withItems(table(() => [], (words) => (words.length > 5 ? `${words.slice(0, 4)}…` : words), noted('（其中修')))), report)).toEqual([])
  })
})

it.each<TextStyle>(['lines', 'tabs', 'pipes', 'layout', 'spaced'])('what is left of a text is never refused as damaged (%s)', async (style) => {
  const texts = [3, 10].map((seed) => text(given(seed), tablesOf(given(seed), PLAIN, seed), style).split('\n'))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), fc.integer({ min: 2, max: 9 }), fc.double({ min: 0, max: 0.8, noNaN: true }), fc.nat(), async (all, part, from, roll) => {
      const next = dice(roll)
      const left = all.slice(Math.floor(from * all.length)).filter(() => next(part) > 0)
      const { refused } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(left.join('\n')) })
      expect(refused?.kind).not.toBe('damaged')
    }),
    { numRuns: 30 },
  )
})

describe('table 2 of a text laid out with its items side by side', () => {
  const own = given(11)
  const places = Array.from({ length: 10 }, (_, at) => 2 + at * 12)
  const heads = [['规章', 14], ['行政规范性', 50], ['行政许可', 74], ['行政处罚', 86], ['行政强制', 98], ['行政事业', 110], ['文件', 52], ['性收费', 110]] as const
  const columns = ['本年制发', '本年废止', '现行有效', '本年制发', '本年废止', '现行有效', '本年处理', '本年处理', '本年处理', '本年收费']
  const ends = ['件数', '件数', '件数', '件数', '件数', '件数', '决定数量', '决定数量', '决定数量', '金额']
  const broken = [['规 章', 14], ['行政规范性文件', 50], ['行政许', 74], ['行政处', 86], ['行政强', 98], ['行政事', 110], ['可', 76], ['罚', 88], ['制', 100], ['业性收费', 110]] as const
  const readWide = (values: readonly number[], names: readonly (readonly [string, number])[] = heads, above: readonly string[] = []): Promise<ReadReport> => {
    const all = text(own, tablesOf(own, PLAIN, 11), 'layout').split('\n')
    const [from, to] = ['二、主动', '三、收到'].map((words) => all.findIndex((line) => line.startsWith(words)))
    const rows = [...above, laid(...names.slice(0, 6).map(([words, at]) => [at, words] as const)), laid(...names.slice(6).map(([words, at]) => [at, words] as const)), laid(...places.map((at, index) => [at, columns[index]!] as const)), laid(...places.map((at, index) => [at, ends[index]!] as const)), laid(...values.map((value, index) => [places[index]!, value] as const))]
    return read([...all.slice(0, from! + 1), ...rows, '', ...all.slice(to)])
  }
  const values = [...own.figures.values()].slice(0, 10)

  it('over one row of numbers', async () => {
    expect(differing(await readWide(values), own)).toEqual([])
  })

  it('over one row of numbers, all names but one broken', async () => {
    expect(differing(await readWide(values, broken, [laid([2, '第二十条第（一）项'], [74, '第二十'], [86, '第二十条第（六）'], [110, '第二十']), laid([74, '条第（'], [86, '项'], [110, '条第（']), laid([74, '五）项'], [110, '八）项'])]), own)).toEqual([])
  })

  it('is left out and told where a number is missing', async () => {
    const found = await readWide(values.slice(1))
    expect(found.cells.has('documents.issued')).toBe(false)
    expect(found.missingTables).toContain('proactive')
  })
})

describe('table 3 of a text laid out', () => {
  it('a short name behind that of its group, between names broken around their numbers', async () => {
    const broken = lines().flatMap((line) => {
      const [name, ...cells] = line.trim().split(/ {2,}/)
      const numbers = (words: string): string => laid([0, words], ...cells.map((cell, at) => [60 + at * 10, cell] as const))
      if (name === '2．重复申请') return [numbers('（五）不予处理-2．重复申请')]
      return name === '3．要求提供公开出版物' ? ['（五）不予处理—3．要求提供公', numbers(''), '    开出版物'] : [line]
    })
    expect(broken.length).toBe(lines().length + 2)
    expect(differing(await read(broken), report)).toEqual([])
  })

  it('too wide for its page: all rows with the first columns, and all again with the others', async () => {
    const rows = slots(tablesOf(report, PLAIN, 10).requests).slice(3).map((row) => row.flatMap(({ text: cell, own }) => (own ? [cell] : [])))
    const part = (heads: readonly (readonly string[])[], from: number, to: number): string[] => [...heads.map((words) => laid(...words.map((word, at) => [96 + at * 12, word] as const))), ...rows.map((row) => laid([0, row.slice(0, -7).join('  ')], ...row.slice(-7).slice(from, to).map((cell, at) => [96 + at * 12, cell] as const)))]
    const own = [...part([['申请人情况'], ['自然人', '法人或其他组织'], ['', '商业企业', '科研机构', '社会公益组'], ['', '', '', '织']], 0, 4), '', ...part([['申请人情况'], ['法人或其他组织', '', '总计'], ['法律服务机构', '其他']], 4, 7)]
    const all = lines()
    const [from, to] = [all.findIndex((line) => line.startsWith('三、收到')), all.findIndex((line) => line.startsWith('四、政府信息'))]
    expect(differing(await read([...all.slice(0, from + 1), ...own, '', ...all.slice(to)]), report)).toEqual([])
  })

  it('with hardly a number, and no total: read by its rows, all its zeros in doubt', async () => {
    const all = lines()
    const own = all.slice(all.findIndex((line) => line.startsWith('三、收到')) + 1, all.findIndex((line) => line.startsWith('四、政府')))
    const bare = own.map((row, at) => {
      let column = -1
      return row.replace(/(?<= )\d+(?= |$)/g, (digits) => ((column += 1) === (at % 2 ? 2 : 4) && at % 3 === 1 ? '0'.padEnd(digits.length) : ' '.repeat(digits.length))).trimEnd()
    })
    const found = await read(withTable('三、收到', '四、政府', bare))
    const doubted = new Set(found.problems.flatMap(({ figures }) => figures ?? []))
    const zeros = [...found.cells].filter(([figure, { cell }]) => figure.startsWith('requests') && 'value' in cell)
    expect(zeros.length).toBe(8)
    expect(zeros.filter(([figure]) => !doubted.has(figure))).toEqual([])
  })

  it('a number right behind the name of its row', async () => {
    const glued = lines().map((line) => line.replace(/^(一、本年新收政府信息公开申请数量) {2,}/, '$1'))
    expect(glued).not.toEqual(lines())
    expect(differing(await read(glued), report)).toEqual([])
  })

  it.each([3, 10])('a row of blank cells keeps them: the numbers below stand beside names of their own (report %i)', async (seed) => {
    const own = given(seed)
    const found = await readPlaced(own, seed)
    expect(differing(found, own, /^requests/).filter((words) => String(words).startsWith('requests.'))).toEqual([])
  })

  it.each([1, 3, 5, 9])('a row of blank cells above rows with names that may stand alone stays blank (report %i)', async (seed) => {
    const first = given(seed)
    const figures = new Map(first.figures)
    for (const applicant of APPLICANT_IDS) {
      const [from, to] = ['not-corrected', 'fee-unpaid'].map((row) => `requests.other.${row}.${applicant}` as FigureId)
      figures.set(to!, figures.get(from!)! + figures.get(to!)!).set(from!, 0)
    }
    const own = { ...first, figures }
    const found = await readPlaced(own, seed)
    expect(differing(found, own, /^requests/).filter((words) => String(words).startsWith('requests.'))).toEqual([])
  })

  /** Table 3 by places, its zeros blank. */
  async function readPlaced(own: Given, seed: number): Promise<ReadReport> {
    const tables = tablesOf(own, PLAIN, seed)
    const places = [0, 22, 46, ...Array.from({ length: 7 }, (_, at) => 150 + at * 12)]
    const rows = slots(tables.requests).slice(3).map((row) => laid(...row.flatMap(({ text: cell, own: first }, at) => (first && cell !== '0' ? [[places[at]!, cell] as const] : []))))
    const all = text(own, tables, 'layout').split('\n')
    const [from, to] = ['一、本年新收', '四、政府信息'].map((words) => all.findIndex((line) => line.startsWith(words)))
    const heads = laid([150, '自然人'], [162, '商业企业'], [174, '科研机构'], [186, '社会公益'], [198, '法律服务'], [210, '其他'], [222, '总计'])
    return read([...all.slice(0, from! - 3), heads, ...rows, '', ...all.slice(to)])
  }
})

describe('a text in its reading order', () => {
  it('the line that numbers the columns of table 4, and notes broken over lines', async () => {
    const all = KINDS.flatMap((kind) => RESULTS.map((result) => number(`${kind}.${result}`)))
    const flat = text(report, tablesOf(report, PLAIN, 10), 'spaced').split('\n')
    const values = flat.findIndex((line) => line === all.join(' '))
    const numbers = all.map((_, at) => at + 1).join(' ')
    const broken = [`${all.slice(0, 5).join(' ')}（其`, '中旧', '件 1', `件） ${all.slice(5).join(' ')}`]
    expect(differing(await read([...flat.slice(0, values), numbers, ...broken, ...flat.slice(values + 1)]), report)).toEqual([])
  })
})

describe('a table of a text laid out in which no number stands', () => {
  const ROWS = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '三  （一）予以公开', '、  （二）部分公开（区分处理的，只计这一情', '    形，不计其他情形）']
  const REFUSED = ['1．属于国家秘密', '2．其他法律行政法规禁止公开', '3．危及“三安全一稳定”', '4．保护第三方合法权益', '5．属于三类内部事务信息', '6．属于四类过程性信息', '7．属于行政执法案卷', '8．属于行政查询事项']
  const OTHERS = ['1．本机关不掌握相关政府信息', '2．没有现成信息需要另行制作', '3．补正后申请内容仍不明确', '1．信访举报投诉类申请', '2．重复申请', '3．要求提供公开出版物', '4．无正当理由大量反复申请', '5．要求行政机关确认或重新出具已获取', '信息', '1．申请人无正当理由逾期不补正', '2．申请人逾期未按收费通知要求缴纳费', '用', '3．其他']
  const ENDS = ['    （七）总计', '四、结转下年度继续办理']
  const table = [laid([34, '申请人情况']), laid([34, '自然'], [40, '法人或其他组织'], [60, '总计']), ...ROWS, ...[...REFUSED, ...OTHERS].map((name) => `       ${name}`), ...ENDS]
  const items = [laid([6, '信息内容'], [24, '本年制发件数'], [40, '本年废止件数'], [56, '现行有效件数']), laid([6, '规章'], [28, 0], [44, 0], [60, 3]), laid([6, '行政规范性文件'], [28, 2], [44, 1], [60, 29])]
  const all = ['云梦市水务局2023年政府信息公开工作年度报告', '二、主动公开政府信息情况', ...items, '三、收到和处理政府信息公开申请情况', ...table, '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况']

  it('table 3 is blank, where hardly a line of the text has two numbers, and it is told', async () => {
    const { cells, problems } = await read(all)
    const requests = [...cells].filter(([figure]) => figure.startsWith('requests.')).map(([, { cell }]) => cell)
    expect(requests).toEqual(Array.from({ length: 25 * APPLICANT_IDS.length }, () => ({ missing: 'blank' })))
    expect(problems.map(({ kind }) => kind)).toContain('table-blank')
    expect(cells.get('documents.in-force' as FigureId)?.cell).toEqual({ value: 29 })
  })
})
