import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given, type Rows, type Tables } from './documents'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']
const flat = (text: string): string => text.replace(/\n/g, '')
const isNumber = (text: string): boolean => /^[+-]?[\d,.]+$/.test(text)
const chunks = (text: string, size: number): string[] => (isNumber(text) ? [text] : (flat(text).match(new RegExp(`.{1,${size}}`, 'gu')) ?? []))

interface Page {
  /** Characters of a label in a line, and of a column of numbers. */
  readonly label: number
  readonly column: number
  /** Columns that a Chinese character takes. */
  readonly han: 1 | 2
  /** Where the numbers of a row stand beside its label. */
  readonly beside: 'middle' | 'top'
}

/** A table as a page with narrow columns is laid out in text: labels broken over lines around their numbers. */
function narrow(rows: Rows, { label, column, han, beside }: Page): string {
  const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? han : 1), 0)
  const labels = Math.max(0, ...slots(rows).map((row) => row.findLastIndex(({ text }) => text !== '' && !isNumber(text)))) < 3 ? 1 : 3
  return slots(rows)
    .flatMap((row) => {
      const cells = row.map(({ text }) => chunks(text, label))
      const high = Math.max(1, ...cells.map(({ length }) => length))
      return Array.from({ length: high }, (_, y) => {
        let line = ''
        cells.forEach((lines, at) => {
          const start = at < labels ? at * (label * han + 1) : labels * (label * han + 1) + (at - labels) * column
          const top = beside === 'top' ? 0 : Math.floor((high - lines.length) / 2)
          const text = lines[y - top]
          if (text !== undefined) line += ' '.repeat(Math.max(line === '' ? 0 : 1, start - widthOf(line))) + text
        })
        return line
      })
    })
    .join('\n')
}

/** Lines of a table's rows as pdftotext sets narrow columns: numbers of neighbouring columns one space apart, a number behind a blank where its column starts. */
const glued = (starts: readonly number[], rows: readonly (readonly [label: string, ...cells: string[]])[]): string =>
  rows
    .map(([label, ...cells]) =>
      cells.reduce((line, text, at) => {
        const behindBlank = at === 0 || cells[at - 1] === ''
        return text === '' ? line : `${behindBlank ? line.padEnd(starts[at]!) : `${line} `}${text}`
      }, label),
    )
    .join('\n')

/** A table in its reading order: the lines of a label, then the row's numbers. */
const flowing = (rows: Rows): string =>
  slots(rows)
    .map((row) => [...row.filter(({ text }) => !isNumber(text)).flatMap(({ text }) => chunks(text, 6)), row.flatMap(({ text }) => (isNumber(text) ? [text] : [])).join(' ')].filter((line) => line !== '').join('\n'))
    .join('\n')

/** A table read column by column. */
const byColumns = (rows: Rows): string => {
  const grid = slots(rows)
  return Array.from({ length: Math.max(...grid.map(({ length }) => length)) }, (_, x) => grid.flatMap((row) => chunks(row[x]?.text ?? '', 6)).join('\n')).join('\n\n')
}

const text = ({ agency, year }: Given, tables: Tables, write: (rows: Rows) => string): string =>
  [`${agency}${year}年政府信息公开工作年度报告`, '', '一、总体情况', '本年度发布政策解读材料12篇。', ...[tables.proactive, tables.requests, tables.reviews].flatMap((rows, at) => [HEADINGS[at]!, write(rows), '']), '五、存在的主要问题及改进情况', '下一步继续做好工作。', agency].join('\n')

async function read(content: string): Promise<ReadReport> {
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(content) })
  expect(reports).toHaveLength(1)
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
const marked = ({ problems }: ReadReport): Set<string> => new Set(problems.flatMap(({ figures = [] }) => figures))

describe('texts of pages with narrow columns', () => {
  const page = fc.record({ label: fc.integer({ min: 5, max: 14 }), column: fc.integer({ min: 8, max: 14 }), han: fc.constantFrom<1 | 2>(1, 2), beside: fc.constantFrom<'middle' | 'top'>('middle', 'top') })

  it('labels broken over several lines around their numbers', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), page, async (seed, how) => {
        const report = given(seed)
        const found = await read(text(report, tablesOf(report, PLAIN, seed), (rows) => narrow(rows, how)))
        expect({ agency: found.agency, year: found.year }).toEqual({ agency: report.agency, year: report.year })
        expect(numbers(found)).toEqual(Object.fromEntries(report.figures))
        expect(found.extras).toEqual([])
      }),
      { numRuns: 25, seed: 3 },
    ))

  it('numbers that stand under their column where others are left out; never in another one unmarked', async () => {
    const report = given(7)
    const tables = tablesOf(report, PLAIN, 7)
    let left = 0
    const blank = (rows: Rows): Rows => rows.map((row) => row.map((cell) => (cell.text === '0' && (left += 1) % 3 === 0 ? { ...cell, text: '' } : cell)))
    const found = await read(text(report, { ...tables, requests: blank(tables.requests) }, (rows) => narrow(rows, { label: 8, column: 9, han: 1, beside: 'middle' })))
    const [cells, told] = [numbers(found), marked(found)]
    let right = 0
    for (const [figure, value] of report.figures) {
      if (cells[figure] === value || (cells[figure] === 'blank' && value === 0)) right += 1
      else expect([figure, told.has(figure)]).toEqual([figure, true])
    }
    expect(right / report.figures.size).toBeGreaterThan(0.9)
  })

  it.each([2, 3, 5, 7])('numbers one space apart stand in neighbouring columns, and the first of them where its column starts (every %ith zero blank)', async (every) => {
    const report = given(7)
    let zeros = 0
    const isBlank = (text: string): boolean => text === '0' && (zeros += 1) % every === 0
    const written = new Map<string, string>()
    const requests = (rows: Rows): string =>
      glued(
        [32, 38, 43, 47, 51, 56, 60],
        slots(rows).flatMap((row) => {
          const label = row.slice(0, 3).map(({ text }) => flat(text)).filter((text, at, all) => text !== '' && all.indexOf(text) === at).join(' ').slice(0, 30)
          const cells = row.slice(3).map(({ text }) => (isBlank(text) ? '' : text))
          if (!row.slice(3).every(({ text }) => isNumber(text))) return [[label]]
          written.set(label, cells.join())
          return [[label, ...cells]]
        }),
      )
    const tables = tablesOf(report, PLAIN, 7)
    const found = await read(text(report, tables, (rows) => (rows === tables.requests ? requests(rows) : narrow(rows, { label: 14, column: 9, han: 1, beside: 'middle' }))))
    const [cells, told] = [numbers(found), marked(found)]
    expect([...written.values()].some((row) => row.includes(',,'))).toBe(true)
    let right = 0
    for (const [figure, value] of report.figures) {
      if (cells[figure] === value || (cells[figure] === 'blank' && value === 0)) right += 1
      else expect([figure, told.has(figure)]).toEqual([figure, true])
    }
    expect(right / report.figures.size).toBeGreaterThan(0.98)
  })

  const ROW_NAMES = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息', '6.属于四类过程性信息']
  const small = (rows: readonly string[], below: readonly string[] = []): string => ['东湖街道办事处2023年政府信息公开工作年度报告', HEADINGS[1], ...ROW_NAMES.map((name, at) => `${name.padEnd(28)}${rows[at] ?? '0  0  0  0  0  0  0'}`), ...below].join('\n')

  it('numbers of table 4 that stand under their headings, others left out', async () => {
    const reviews = ['四、政府信息公开行政复议、行政诉讼情况', '        行政复议                                  行政诉讼', '                              未经复议直接起诉               复议后起诉', '结果    结果    其他    尚未    总计    结果    结果    其他    尚未    总计    结果    结果    其他    尚未    总计', '维持    纠正    结果    审结          维持    纠正    结果    审结          维持    纠正    结果    审结', '2           1     0     3     0           4           4     1     0                 1']
    const found = await read(small([], reviews))
    expect(numbers(found)).toMatchObject({ 'review.upheld': 2, 'review.corrected': 'blank', 'review.other': 1, 'review.total': 3, 'suit-direct.upheld': 0, 'suit-direct.corrected': 'blank', 'suit-direct.other': 4, 'suit-direct.pending': 'blank', 'suit-direct.total': 4, 'suit-after-review.upheld': 1, 'suit-after-review.corrected': 0, 'suit-after-review.other': 'blank', 'suit-after-review.total': 1 })
  })

  it('a mark that touches the number of the next cell is a cell of its own', async () => {
    const found = numbers(await read(small(['5  0  0  0  0  0  5', '0  0  0  0  0  无0', '4  /  0  0  0  —4'])))
    expect([found['requests.carried-in.other'], found['requests.carried-in.total'], found['requests.granted.business'], found['requests.granted.other'], found['requests.granted.total']]).toEqual(['not-applicable', 0, 'not-applicable', 'not-applicable', 4])
  })

  it('numbers of no row make no others doubtful that stand on one line with their name', async () => {
    const found = numbers(await read(small(['5  0  0  0  0  0  5', '1  0        0  0  0  1', '4  0  0  0  0  0  4', '0  0     0  0  0  0\n                              3     3', '0  0  0     0  0  0', '1  0  0  0     0  1', '0  0  0  0  0     0'])))
    expect([found['requests.carried-in.natural'], found['requests.refused.forbidden-by-law.natural'], found['requests.refused.forbidden-by-law.legal'], found['requests.refused.forbidden-by-law.total']]).toEqual([1, 1, 'blank', 1])
  })

  it('zeros alone, which no sum can check, are marked where all of them may stand a column further', async () => {
    const names = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '6.属于四类过程性信息', '7.属于行政执法案卷']
    const row = (name: string, cells: string): string => `${name.padEnd(28)}${cells}`
    const rows = (cells: string): string => [HEADINGS[1], ...names.slice(0, 8).map((name) => row(name, '0 0 0 0 0 0 0')), row('5.属于三类内部事务信息', cells), ...names.slice(8).map((name) => row(name, '0 0 0 0 0 0 0'))].join('\n')
    const found = await read(`东湖街道办事处2023年政府信息公开工作年度报告\n${rows('  0 0     0 0 0')}`)
    expect(found.problems.find(({ kind }) => kind === 'row-doubtful')?.figures).toContain('requests.refused.internal.natural')
  })

  it('a number of table 2 goes on below where no longer one had room next to it, not into the row below', async () => {
    const report = given(7, 'cn-2021')
    const write = (rows: Rows): string => narrow(rows, { label: 14, column: 9, han: 1, beside: 'middle' }).replace(/^(.*行政处罚 +)\d.*$/m, (_, name: string) => `${name}7970\n${' '.repeat(name.length + 1)}9`).replace(/^(.*行政强制 +)\d.*$/m, (_, name: string) => `${name} 0`)
    const found = numbers(await read(text(report, tablesOf(report, PLAIN, 7), write)))
    expect([found['penalties.decisions'], found['measures.decisions']]).toEqual([79709, 0])
  })

  it('a number that went on below is put together where the row adds up, and told where it does not', async () => {
    const rows = (end: string): string => [HEADINGS[1], '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计', '一、本年新收政府信息   100   2   0   0   0   5   107', '  公开申请数量', '二、上年结转政府信息   994   0   0   0   0   0   994', `  公开申请数量          ${end}                       ${end}`, '（一）予以公开          3   0   0   0   0   0     3', '（二）部分公开          1   0   0   0   0   0     1', '1.属于国家秘密          0   0   0   0   0   0     0', '2.其他法律行政法规      0   0   0   0   0   0     0', '禁止公开', '3.危及“三安全一稳定”    0   0   0   0   0   0     0', '4.保护第三方合法权益    0   0   0   0   0   0     0', '5.属于三类内部事务信息  0   0   0   0   0   0     0'].join('\n')
    const at = (report: ReadReport, column: string): unknown => numbers(report)[`requests.carried-in.${column}`]
    const sure = await read(`东湖街道办事处2023年政府信息公开工作年度报告\n${rows('3')}`)
    expect([at(sure, 'natural'), at(sure, 'business'), at(sure, 'total')]).toEqual([9943, 0, 9943])
    const unsure = await read(`东湖街道办事处2023年政府信息公开工作年度报告\n${rows('3').replace(/(公开申请数量 +3 +)3/, '$14')}`)
    expect([at(unsure, 'natural'), at(unsure, 'total')]).toEqual([undefined, undefined])
    expect(marked(unsure)).toContain('requests.carried-in.natural')
  })

  const STARTS = [28, 36, 42, 48, 54, 60, 66]
  const COLUMN_HEADS = ['自然人', '商业', '科研', '社会', '法律', '其他', '总计'].reduce((line, word, column) => line.padEnd(STARTS[column]!) + word, '')
  /** Rows of numbers under their headings, blank where one is left out. */
  const headed = (rows: readonly (readonly string[])[], between: readonly string[] = []): string =>
    ['东湖街道办事处2023年政府信息公开工作年度报告', HEADINGS[1], COLUMN_HEADS, ...rows.map((cells, at) => cells.reduce((line, cell, column) => (cell === '' ? line : line.padEnd(STARTS[column]!) + cell), ROW_NAMES[at]!)), ...between].join('\n')
  const row = (...cells: readonly (number | '')[]): string[] => cells.map(String)

  it('a column that is blank in every row is the one whose heading has no number below it', async () => {
    const rows = [row(5, 2, '', '', 1, '', 8), row(1, '', '', '', '', '', 1), row(3, 1, '', '', '', '', 4), row(1, '', '', '', 1, '', 2), row(1, '', '', '', '', '', 1), row(1, 1, '', '', '', '', 2), row(1, '', '', '', '', '', 1), row('', '', '', '', '', '', '')]
    const found = numbers(await read(headed(rows)))
    expect(rows[0]!.map((_, at) => found[`requests.received.${['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'][at]!}`])).toEqual([5, 2, 'blank', 'blank', 1, 'blank', 8])
  })

  it('a row with a name and no number is blank: borne out by sums, or told', async () => {
    const rows = [row(4, 0, 0, 0, 0, 0, 4), row('', '', '', '', '', '', ''), row(3, 0, 0, 0, 0, 0, 3), row(1, 0, 0, 0, 0, 0, 1), ...Array.from({ length: 6 }, () => row(0, 0, 0, 0, 0, 0, 0))]
    const untold = await read(headed(rows))
    expect([numbers(untold)['requests.carried-in.natural'], marked(untold).has('requests.carried-in.natural')]).toEqual(['blank', true])
    const total = [['（七）总计', 4], ['四、结转下年度继续办理', 0]].map(([name, sum]) => [sum, 0, 0, 0, 0, 0, sum].reduce<string>((line, cell, column) => line.padEnd(STARTS[column]!) + String(cell), String(name)))
    const sure = await read(headed(rows, total))
    expect(sure.cells.get('requests.carried-in.natural')).toMatchObject({ cell: { missing: 'blank' }, settled: 'empty' })
    expect(marked(sure).has('requests.carried-in.natural')).toBe(false)
  })

  it('a line of numbers that no row took is told, and no row next to it is silently blank', async () => {
    const rows = [...Array.from({ length: 7 }, () => row(1, 0, 0, 0, 0, 0, 1)), row('', '', '', '', '', '', '')]
    const stray = [`${' '.repeat(28)}9 9 9 9 9 9 9 9 9`, ...[ROW_NAMES[8]!, ROW_NAMES[9]!].map((name) => `${name.padEnd(28)}0       0     0     0     0     0     0`)]
    const found = await read(headed(rows, stray))
    expect(found.problems.find(({ kind }) => kind === 'numbers-left')).toMatchObject({ text: '9 9 9 9 9 9 9 9 9' })
    expect(marked(found)).toContain('requests.refused.third-party.natural')
  })

  it('a row that leaves cells out is told where hardly another does', async () => {
    const found = await read(headed([...Array.from({ length: 9 }, () => row(1, 0, 0, 0, 0, 0, 1)), row(0, '', '', 0, '', '', 0)]))
    expect(found.problems.filter(({ kind }) => kind === 'row-doubtful').flatMap(({ figures = [] }) => figures[0])).toEqual(['requests.refused.deliberative.natural'])
  })

  it('numbers of two rows that are woven into each other below both names are parted', async () => {
    const rows = Array.from({ length: 7 }, () => row(1, 0, 0, 0, 0, 0, 1))
    const woven = [ROW_NAMES[7]!, ROW_NAMES[8]!, `${' '.repeat(28)}54`, `${' '.repeat(28)}69`, `${' '.repeat(36)}2`, `${' '.repeat(36)}5`, `${' '.repeat(42)}0     0     0     1     57`, `${' '.repeat(66)}74`, `${ROW_NAMES[9]!.padEnd(28)}0       0     0     0     0     0     0`]
    const found = numbers(await read(headed(rows, woven)))
    const cells = (id: string): unknown[] => ['natural', 'business', 'other', 'total'].map((applicant) => found[`requests.refused.${id}.${applicant}`])
    expect([cells('third-party'), cells('internal')]).toEqual([[54, 2, 1, 57], [69, 5, 'blank', 74]])
  })
})

describe('texts without columns', () => {
  it('labels over several lines, and numbers behind them', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (seed) => {
        const report = given(seed)
        const found = numbers(await read(text(report, tablesOf(report, PLAIN, seed), flowing)))
        for (const [figure, value] of report.figures) if (figure.startsWith('requests.')) expect([figure, found[figure]]).toEqual([figure, value])
      }),
      { numRuns: 12, seed: 4 },
    ))

  it.each([PLAIN, { ...PLAIN, misprint: true }])('with the report’s own mistakes in the only rows that are not all zeros keep their order where each row has its whole name, or all rows are there: misprints %#', async (names) => {
    const report = given(7)
    const figures = new Map([...report.figures].map(([figure, value]) => [figure, figure.startsWith('requests.') ? 0 : value]))
    for (const [figure, value] of [['requests.refused.security.total', 2], ['requests.granted.natural', 3], ['requests.granted.total', 4]] as const) figures.set(figure, value)
    const zeros = { ...report, figures }
    const found = await read(text(zeros, tablesOf(zeros, names, 7), flowing))
    expect(numbers(found)).toMatchObject(Object.fromEntries(figures))
    expect(found.problems.some(({ kind, figures: of }) => kind === 'sums-differ' && of!.includes('requests.refused.security.total'))).toBe(true)
  })

  it('say that their order is lost where numbers stand column by column, and read no table but that of one row', async () => {
    const report = given(7)
    const found = await read(text(report, tablesOf(report, PLAIN, 7), byColumns))
    expect(found.problems.map(({ kind }) => kind)).toContain('order-lost')
    const results = [...report.figures].filter(([figure]) => /^(?:review|suit-)/.test(figure))
    expect([...found.cells].map(([figure, { cell }]) => [figure, 'value' in cell && cell.value])).toEqual(results)
    expect(found.problems.filter(({ kind }) => kind === 'row-doubtful').flatMap(({ figures }) => figures)).toEqual(results.map(([figure]) => figure))
    expect(found.narrative.map(({ figure, value }) => [figure, value])).toEqual([['narrative.interpretations', 12]])
    expect({ agency: found.agency, year: found.year }).toEqual({ agency: report.agency, year: report.year })
  })
})
