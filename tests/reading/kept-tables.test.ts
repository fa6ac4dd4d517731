import { describe, expect, it } from 'vitest'
import type { FigureId } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given } from './documents'

type Row = readonly string[]
const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const
const isNumber = (text: string): boolean => /^-?[\d.]+$/.test(text)

/** The rows of the three tables, the cells that merged ones cover left out. */
const rowsOf = (report: Given, seed: number): Row[][] => Object.values(tablesOf(report, PLAIN, seed)).map((rows) => slots(rows).map((row) => row.filter(({ text }) => text !== '').map(({ text }) => text.replace(/\n/g, ''))))
const blank = (row: Row): Row => row.filter((text) => !isNumber(text))

async function read({ agency, year }: Given, tables: readonly (readonly string[])[]): Promise<ReadReport> {
  const lines = [`${agency}${String(year)}年政府信息公开工作年度报告`, '一、总体情况', '本机关按照条例要求开展工作。', ...tables.flatMap((own, at) => [HEADINGS[at]!, ...own]), '五、存在的主要问题及改进情况', '下一步继续做好工作。']
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })).reports[0]!
}
const value = ({ cells }: ReadReport, figure: string): number | string => {
  const cell = cells.get(figure as FigureId)?.cell
  return cell === undefined ? 'lost' : 'value' in cell ? cell.value : cell.missing
}
const told = ({ problems }: ReadReport, figure: string): boolean => problems.some(({ figures }) => figures?.includes(figure as FigureId))
const tableOf = (figure: string): number => (figure.startsWith('requests.') ? 1 : /^(?:review|suit-)/.test(figure) ? 2 : 0)
const figuresOf = (report: Given, table: number): FigureId[] => [...report.figures.keys()].filter((figure) => tableOf(figure) === table)

describe('a table of which all names and no number stand in a text', () => {
  const report = given(7)
  const [proactive, requests, reviews] = rowsOf(report, 7) as [Row[], Row[], Row[]]
  const perLine = (rows: readonly Row[]): string[] => rows.flat()
  const spaced = (rows: readonly Row[]): string[] => rows.map((row) => row.join('  ')).filter((text) => text !== '')

  it.each([['a cell a line', perLine], ['cells between spaces', spaced]])('is blank: %s', async (_, write) => {
    for (const table of [1, 2]) {
      const found = await read(report, [proactive, requests, reviews].map((rows, at) => write(at === table ? rows.map(blank) : rows)))
      for (const figure of report.figures.keys()) expect([figure, value(found, figure)]).toEqual([figure, tableOf(figure) === table ? 'blank' : report.figures.get(figure)])
      expect(found.missingTables).toEqual([])
    }
  })

  it('is not where one of its names is missing, or numbers stand elsewhere', async () => {
    const nameless = requests.map(blank).filter((row) => !row.join('').includes('重复申请'))
    expect((await read(report, [perLine(proactive), perLine(nameless), perLine(reviews)])).missingTables).toEqual(['requests'])
    const behind = [...perLine(reviews), ...perLine(requests.map((row) => row.filter(isNumber)))]
    expect(value(await read(report, [perLine(proactive), perLine(requests.map(blank)), behind]), 'requests.received.total')).not.toBe('blank')
  })
})

describe('a text whose table 3 has lost its order', () => {
  const report = given(7)
  const [proactive, requests, reviews] = rowsOf(report, 7) as [Row[], Row[], Row[]]
  /** All numbers column by column above all names. */
  const lost = [...Array.from({ length: 7 }, (_, column) => requests.flatMap((row) => row.filter(isNumber)[column] ?? [])).flat(), ...requests.map(blank).flat()]

  it.each([
    ['a row a line', (rows: readonly Row[]): string[] => rows.map((row) => row.join(' ')), false],
    ['a cell a line', (rows: readonly Row[]): string[] => rows.flat(), true],
  ])('has its tables 2 and 4 read where names in their order and sums show theirs: %s', async (_, write, inDoubt) => {
    const found = await read(report, [write(proactive), lost, write(reviews)])
    for (const table of [0, 2]) for (const figure of figuresOf(report, table)) expect([figure, value(found, figure), told(found, figure)]).toEqual([figure, report.figures.get(figure), inDoubt])
    expect(value(found, 'requests.received.total')).toBe('lost')
    expect(found.problems.map(({ kind }) => kind)).toContain('order-lost')
  })

  it('has an item without a number blank, with a word of doubt, where all others have theirs beside them', async () => {
    const found = await read(report, [proactive.map((row) => (row[0] === '行政许可' ? row.slice(0, 1) : row).join(' ')), lost, reviews.map((row) => row.join(' '))])
    expect([value(found, 'licences.decisions'), told(found, 'licences.decisions'), value(found, 'penalties.decisions')]).toEqual(['blank', true, report.figures.get('penalties.decisions' as FigureId)])
  })

  it('has none of them read where numbers are missing, stand before the names, or do not add up', async () => {
    const short = proactive.map((row) => (row[0] === '规章' ? row.slice(0, -1) : row).join(' '))
    const before = proactive.flatMap((row) => row.toReversed())
    for (const own of [short, before]) expect(value(await read(report, [own, lost, reviews.flat()]), 'penalties.decisions')).toBe('lost')
    const differing = reviews.map((row) => (isNumber(row[0]!) ? ['9', '0', '0', '0', '1', ...row.slice(5)] : row)).flat()
    expect(value(await read(report, [proactive.flat(), lost, differing]), 'review.total')).toBe('lost')
  })

  it('has it read with a word of doubt where its numbers stand row by row, as all sums show, whatever its names do', async () => {
    const numbers = requests.flatMap((row) => row.filter(isNumber))
    const apart = [...requests.slice(0, 9).map(blank).flat(), ...numbers.slice(0, 70), ...requests.slice(9).map(blank).flat(), ...numbers.slice(70)]
    const found = await read(report, [proactive.flat(), apart, reviews.flat()])
    for (const figure of figuresOf(report, 1)) expect([figure, value(found, figure), told(found, figure)]).toEqual([figure, report.figures.get(figure), true])
  })
})

describe('numbers of table 2 that stand behind the headings of their columns, parted from the names of their items', () => {
  const report = given(7)
  const [, requests, reviews] = rowsOf(report, 7) as [Row[], Row[], Row[]]
  const lost = [...requests.flatMap((row) => row.filter(isNumber)).toReversed(), ...requests.map(blank).flat()]
  const names = ['信息内容', '规章', '行政规范性文件', '信息内容', '行政许可', '信息内容', '行政处罚', '行政强制', '信息内容', '行政事业性收费']
  const text = (figure: string): string => String(report.figures.get(figure as FigureId))
  const numbers = (...figures: string[]): string[] => figures.map(text)
  const issued = ['rules.issued', 'rules.repealed', 'rules.in-force', 'documents.issued', 'documents.repealed', 'documents.in-force']
  const decided = ['第二十条第（五）项', '本年处理决定数量', text('licences.decisions'), '第二十条第（六）项', '本年处理', '决定数量', ...numbers('penalties.decisions', 'measures.decisions')]
  const fees = ['第二十条第（八）项', '本年收费金额（单位：万元）', text('fees.amount')]
  const heads = ['本年制发件数', '本年废止件数', '现行有效件数']
  const byItem = [...names, '第二十条第（一）项', ...heads, ...numbers(...issued), ...decided, ...fees]
  const byColumn = [...names, ...heads.flatMap((head, column) => [head, ...numbers(issued[column]!, issued[column + 3]!)]), ...decided, ...fees]
  const last = [...names, ...heads, ...numbers(...issued), '本年处理决定数量', '本年处理决定数量', '本年收费金额', ...numbers('licences.decisions', 'penalties.decisions', 'measures.decisions', 'fees.amount')]

  it.each([['item by item', byItem], ['column by column', byColumn], ['all headings of several tables before their numbers', last]])('are read with a word of doubt: %s', async (_, own) => {
    for (const order of [lost, requests.flat()]) {
      const found = await read(report, [own, order, reviews.flat()])
      for (const figure of figuresOf(report, 0)) expect([figure, value(found, figure), told(found, figure)]).toEqual([figure, report.figures.get(figure), true])
    }
  })

  it('are not where one is missing or one too many, a heading has another place, or an item no name', async () => {
    const moved = [...names, '本年制发件数', '现行有效件数', '本年废止件数', ...numbers(...issued), ...decided, ...fees]
    for (const own of [byItem.filter((line) => line !== text('fees.amount')), ['7', ...byItem], [...byItem, '7'], moved, byItem.filter((line) => line !== '行政强制')]) expect([value(await read(report, [own, lost, reviews.flat()]), 'rules.issued'), own]).toEqual(['lost', own])
  })

  it('behind the names of several items are not the last one’s', async () => {
    const own = [...names.slice(0, 2), ...heads.slice(0, 2), '0', '2', heads[2]!, '0', ...names.slice(2), '0', '0', ...decided, ...fees]
    const found = await read(report, [own, requests.flat(), reviews.flat()])
    expect([...found.cells.keys()].filter((figure) => figure.startsWith('fees.'))).toEqual([])
  })

  it('one alone behind the last name, all others elsewhere, is told', async () => {
    const own = [...names, text('licences.decisions'), ...heads, ...numbers(...issued), ...decided]
    const found = await read(report, [own, requests.flat(), reviews.flat()])
    expect(value(found, 'fees.amount') === 'lost' || told(found, 'fees.amount')).toBe(true)
  })
})

describe('table 4 with its headings in pieces among its numbers', () => {
  const report = given(7)
  const [proactive, requests] = rowsOf(report, 7) as [Row[], Row[]]
  const lines = (numbers: readonly string[]): string[] => ['行政复议', '行政诉讼', '结果', '维持', '结果', '纠正', '其他', '结果', '尚未', '审结', '总计', ...numbers.slice(0, 5), '结果', '维持', numbers[5]!, '未经复议直接起诉', '结果 其他 尚未', '纠正 结果 审结', ...numbers.slice(6, 9), '总计', numbers[9]!, '结果', '维持', numbers[10]!, '复议后起诉', '结果 其他 尚未', '纠正 结果 审结', ...numbers.slice(11, 14), '总计', numbers[14]!]
  const resultsOf = (found: ReadReport): (number | string)[] => figuresOf(report, 2).map((figure) => value(found, figure))

  it('is read in the order of its numbers where those of each kind add up, with a word of doubt', async () => {
    const found = await read(report, [proactive.flat(), requests.flat(), lines('0 0 0 2 2 1 0 0 0 1 4 0 0 0 4'.split(' '))])
    expect(resultsOf(found)).toEqual([0, 0, 0, 2, 2, 1, 0, 0, 0, 1, 4, 0, 0, 0, 4])
    expect(figuresOf(report, 2).every((figure) => told(found, figure))).toBe(true)
  })

  it('is not where they do not', async () => {
    const found = await read(report, [proactive.flat(), requests.flat(), lines('0 0 0 2 2 1 0 0 0 4 4 0 0 0 4'.split(' '))])
    expect(resultsOf(found)).not.toEqual([0, 0, 0, 2, 2, 1, 0, 0, 0, 4, 4, 0, 0, 0, 4])
  })
})

it('table 4 of a text without columns is in doubt whole where the results of one kind do not add up: they may be another’s', async () => {
  const report = given(7)
  const [proactive, requests, reviews] = rowsOf(report, 7) as [Row[], Row[], Row[]]
  for (const [numbers, inDoubt] of [['0 0 0 0 0 0 0 0 0 0 0 1 1 2 2', true], ['0 0 0 0 0 0 0 0 0 0 0 1 1 2 4', false]] as const) {
    const found = await read(report, [proactive.flat(), requests.flat(), [...reviews.map(blank).flat(), ...numbers.split(' ')]])
    expect([told(found, 'suit-direct.upheld'), value(found, 'suit-direct.upheld')]).toEqual([inDoubt, 0])
  }
})

describe('a row of table 3 without a name, a cell a line', () => {
  const report = given(7)
  const [proactive, requests, reviews] = rowsOf(report, 7) as [Row[], Row[], Row[]]
  const isOf = (row: Row, name: string): boolean => row.some((text) => text.includes(name))

  it.each([['blank lines part rows', 1], ['its numbers stand right behind those of the row before', 0]])('is told by the rows around it, and the row before it stays: %s', async (_, gap) => {
    const lines = requests.flatMap((row) => [...Array.from({ length: gap }, () => ''), ...(isOf(row, '保护第三方') ? row.filter(isNumber) : row)])
    const found = await read(report, [proactive.flat(), lines, reviews.flat()])
    for (const figure of figuresOf(report, 1)) expect([figure, value(found, figure)]).toEqual([figure, report.figures.get(figure)])
    expect([told(found, 'requests.refused.third-party.total'), told(found, 'requests.refused.security.total')]).toEqual([true, false])
  })

  it('so are two, all their numbers of a row on a line, and numbers of a row more are told', async () => {
    const lines = (row: Row): string[] => [row.join(' ')]
    const write = (names: readonly string[]): string[] => requests.flatMap((row) => lines(names.some((name) => isOf(row, name)) ? row.filter(isNumber) : row))
    const one = await read(report, [proactive.flatMap(lines), write(['保护第三方']), reviews.flatMap(lines)])
    for (const figure of figuresOf(report, 1)) expect([figure, value(one, figure)]).toEqual([figure, report.figures.get(figure)])
    for (const unit of ['\n', ' ']) {
      const two = await read(report, [proactive.flat(), write(['保护第三方', '三类内部']).flatMap((line) => (unit === ' ' ? [line] : line.split(' '))), reviews.flat()])
      expect(value(two, 'requests.refused.security.total')).toBe(report.figures.get('requests.refused.security.total'))
      expect([value(two, 'requests.refused.internal.total'), told(two, 'requests.refused.internal.total')]).toEqual(['lost', true])
    }
    const more = await read(report, [proactive.flat(), requests.flatMap((row) => (isOf(row, '保护第三方') ? [...row, ...'5 0 0 0 0 0 5'.split(' ')] : row)), reviews.flat()])
    expect([value(more, 'requests.refused.third-party.total'), more.problems.map(({ kind }) => kind)]).toEqual([report.figures.get('requests.refused.third-party.total'), ['numbers-left']])
  })

  it('where blank lines are blank cells, too', async () => {
    const blanks = requests.flatMap((row) => {
      const [name, numbers] = [row.filter((text) => !isNumber(text)), row.filter(isNumber)]
      const cells = numbers.map((text, at) => (text === '0' && at > 0 && at < 6 ? '' : text))
      return [...(isOf(row, '保护第三方') ? [''] : name), ...cells, ...(numbers.length > 0 ? [''] : [])]
    })
    const found = await read(report, [proactive.flat(), blanks, reviews.flat()])
    expect(figuresOf(report, 1).filter((figure) => ![report.figures.get(figure), 'blank'].includes(value(found, figure)))).toEqual([])
    expect(told(found, 'requests.refused.third-party.total')).toBe(true)
  })
})
