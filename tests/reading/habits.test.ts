import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { dice, given, html, PLAIN, slots, tablesOf, type Given, type Rows, type Tables } from './documents'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const flat = (text: string): string => text.replace(/\n/g, '')
const isNumber = (text: string): boolean => /^[+-]?[\d,.]+$/.test(text)

/** The grid of rows with merged cells written once, or in each slot that they cover. */
function grid(rows: Rows, repeated: boolean): string[][] {
  const own = slots(rows)
  if (!repeated) return own.map((row) => row.map(({ text }) => flat(text)))
  const filled: string[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const { text, rows: high = 1, columns = 1 } of row) {
      while (filled[y]![x] !== undefined) x += 1
      for (let dy = 0; dy < high && y + dy < rows.length; dy += 1) for (let dx = 0; dx < columns; dx += 1) filled[y + dy]![x + dx] = flat(text)
      x += columns
    }
  })
  return filled
}

/** A cell as spreadsheets write one with a line break: long labels have one. */
const quoted = (cell: string): string => (cell.length > 9 ? `"${cell.slice(0, 5)}\n${cell.slice(5).replaceAll('"', '""')}"` : cell)

/** A number in full-width digits, with its thousands parted. */
const wide = (text: string): string => text.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** A table drawn with bars at the same places in each line, labels in a few letters a line; those of merged cells in the middle of their rows where rules show where these end. */
function boxed(rows: Rows, rules: boolean): string {
  const LABEL = 8
  const wideOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' || /[“”]/.test(letter) ? 2 : 1), 0)
  const cells = grid(rows, false)
  const widths = cells[0]!.map((_, column) => Math.max(LABEL, ...cells.map((row) => (isNumber(row[column]!) ? row[column]!.length : 0))))
  const bar = (parts: readonly string[]): string => `│${parts.map((part, column) => part + ' '.repeat(widths[column]! - wideOf(part))).join('│')}│`
  const rule = `├${widths.map((width) => '─'.repeat(width)).join('┼')}┤`
  return cells
    .flatMap((row) => {
      const lines = row.map((cell) => (isNumber(cell) ? [cell] : (cell.match(/.{1,4}/gu) ?? [''])))
      const high = Math.max(...lines.map(({ length }) => length))
      const top = (own: readonly string[]): number => (rules ? Math.floor((high - own.length) / 2) : 0)
      return [...Array.from({ length: high }, (_, y) => bar(lines.map((own) => own[y - top(own)] ?? ''))), ...(rules ? [rule] : [])]
    })
    .join('\n')
}

/** How editors, converters and style sheets leave the tables. */
const HABITS: Readonly<Record<string, (rows: Rows) => string>> = {
  'merged cells repeated in each column': (rows) => grid(rows, true).map((row) => `| ${row.join(' | ')} |`).join('\n'),
  'tabs at the line’s end dropped': (rows) => grid(rows, false).map((row) => row.join('\t').trimEnd()).join('\n'),
  'a cell a line, with the blanks of merged cells between tabs behind some names': (rows) => rows.flatMap((row, y) => row.flatMap((cell, x) => [flat(cell.text), ...(!isNumber(cell.text) && isNumber(row[x + 1]?.text ?? '') && y % 3 !== 1 ? ['\u00a0\t\u3000\t'] : [])])).join('\n'),
  'a cell a line, each moved in by a tab': (rows) => rows.flatMap((row) => row.map((cell) => `\t${flat(cell.text)}`)).join('\n'),
  'a cell a line, some numbers moved in by a tab': (rows) => rows.flatMap((row, y) => row.map((cell, x) => `${isNumber(cell.text) && (x + y) % 3 === 0 ? '\t' : ''}${flat(cell.text)}`)).join('\n'),
  'copied from a page whose cells hold paragraphs': (rows) => grid(rows, false).map((row) => row.map((cell) => (isNumber(cell) ? `\n\n${cell}\n\n` : cell)).join('\t').replace(/^\n+/, '').replace(/\t+$/, '')).join('\n'),
  'copied from a page with line breaks in labels': (rows) => grid(rows, false).map((row) => row.map((cell) => cell.replace(/^(（二）部分公开|\d．.{4})/, '$1\n')).join('\t').trimEnd()).join('\n'),
  'copied from a page whose cells hold blocks, long labels in two': (rows) =>
    grid(rows, false)
      .map((row) => row.map((cell) => (cell === '' ? '' : `\n${cell.length > 9 ? `${cell.slice(0, 5)}\n${cell.slice(5)}` : cell}\n`)).join('\t').replace(/^\n|\n$/g, ''))
      .join('\n\n\n'),
  'copied from a page whose cells hold paragraphs, labels in two lines or two paragraphs': (rows) =>
    grid(rows, false)
      .map((row) => row.map((cell, at) => (cell.length > 9 ? `${cell.slice(0, 5)}${at === 0 ? '\n\n' : '\n'}${cell.slice(5)}` : cell || '\u00a0')).join('\n\n\t\n\n'))
      .join('\n\n\n\n'),
  'copied from a PDF, labels a few letters a line, their number above its point': (rows) =>
    grid(rows, false)
      .map((row) => row.filter((cell) => cell !== '').map((cell) => (isNumber(cell) ? cell : cell.replace(/^(\d)[.．]/, '$1\n．\n').replace(/(?<=[^\d\n．]{4})(?=[^\n])/g, '\n'))).join('\n'))
      .join('\n'),
  'parted by bars between cells alone': (rows) => grid(rows, false).map((row) => row.join('|')).join('\n'),
  'a cell a line, the name at the side a letter a line with its number': (rows) =>
    grid(rows, false)
      .map((row) => row.filter((cell) => cell !== '').map((cell) => (/本年度办理结果/.test(cell) ? [...cell.replace('、', '．')].join('\n') : cell)).join('\n'))
      .join('\n'),
  'copied from a spreadsheet, labels with line breaks in quotes': (rows) => grid(rows, false).map((row) => row.map(quoted).join('\t')).join('\n'),
  'saved by a spreadsheet, labels with line breaks in quotes': (rows) => grid(rows, false).map((row) => row.map((cell) => (/[,"]/.test(quoted(cell)) && cell === quoted(cell) ? `"${cell}"` : quoted(cell))).join(',')).join('\n'),
  'copied from a word processor, labels and headings in several lines, the name at the side a letter a line': (rows) =>
    grid(rows, false)
      .map((row) => row.map((cell) => (/本年度办理结果/.test(cell) ? [...cell].join('\n') : isNumber(cell) ? cell : cell.replace(/(?<=^.{2,3})(?=.)|(?<=^.{9})(?=.)/g, '\n'))).join('\t').trimEnd())
      .join('\n'),
  'numbers in full-width digits, some signed or with thousands': (rows) => grid(rows, false).map((row) => row.filter((cell) => cell !== '').map((cell) => (isNumber(cell) ? wide(cell) : cell)).join(' ')).join('\n'),
  'Markdown, labels in several lines, bars of a cell’s own': (rows) => {
    const [head, ...rest] = grid(rows, false).map((row) => `| ${row.map((cell) => (isNumber(cell) || cell === '' ? cell : `${cell.slice(0, 4)}<br>${cell.slice(4)} \\|`)).join(' | ')} |`)
    return [head, head!.replace(/(?<!\\)\|[^|]*(?:\\\|[^|]*)*(?=\|)/g, '| --- '), ...rest].join('\n')
  },
  'commas, those at the line’s end dropped': (rows) => grid(rows, false).map((row) => row.map((cell) => (/[,"]/.test(cell) ? `"${cell}"` : cell)).join(',').replace(/,+$/, '')).join('\n'),
  'drawn in a fixed width, cells over several lines, rules between rows': (rows) => boxed(rows, true),
  'drawn in a fixed width, cells over several lines, no rules between rows': (rows) => boxed(rows, false),
  'drawn with lines': (rows) => grid(rows, false).map((row) => `│${row.join('│')}│\n├${row.map(() => '──').join('┼')}┤`).join('\n'),
  'commas': (rows) => grid(rows, false).map((row) => row.map((cell) => (/[,"]/.test(cell) ? `"${cell}"` : cell)).join(',')).join('\n'),
  'columns parted by one space': (rows) =>
    grid(rows, false)
      .map((row) => {
        const cells = row.filter((cell) => cell !== '')
        const labels = cells.filter((cell) => !isNumber(cell))
        return `${labels.join('  ').padEnd(44)}  ${cells.filter(isNumber).join(' ')}`
      })
      .join('\n'),
}

const text = ({ agency, year }: Given, tables: Tables, write: (rows: Rows) => string): string =>
  [`${agency}${year}年政府信息公开工作年度报告`, '', '一、总体情况', '本机关按照条例要求开展工作。', ...[tables.proactive, tables.requests, tables.reviews].flatMap((rows, at) => [HEADINGS[at]!, '', write(rows), '']), '五、存在的主要问题及改进情况', '下一步继续做好工作。', agency].join('\n')

const styled = (report: Given, tables: Tables, classes: boolean): string => {
  const table = (rows: Rows): string => grid(rows, false).map((row) => `<div${classes ? ' class="line"' : ''}>${row.map((cell) => `<div${classes ? ' class="slot"' : ''}>${cell}</div>`).join('')}</div>`).join('')
  return `<html><head><style>.frame{display:table} .line { display : table-row; } .slot,.other{display:table-cell;border:1px solid} .secret{display:none}</style></head><body><p class="secret">99</p>${text(report, tables, (rows) => `<div${classes ? ' class="frame"' : ''}>${table(rows)}</div>`).split('\n').map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('')}</body></html>`
}

async function read(name: string, bytes: Uint8Array): Promise<ReadReport> {
  const { reports } = await readReports({ name, bytes })
  expect(reports).toHaveLength(1)
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
const expected = (report: Given): unknown => ({ agency: report.agency, year: report.year, ...Object.fromEntries(report.figures) })

describe('habits of editors and converters', () => {
  const holds = (write: (report: Given, tables: Tables) => readonly [name: string, content: string]) =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (seed) => {
        const report = given(seed)
        const [name, content] = write(report, tablesOf(report, PLAIN, seed))
        const found = await read(name, encode(content))
        expect({ agency: found.agency, year: found.year, ...numbers(found) }).toEqual(expected(report))
        expect(found.extras).toEqual([])
      }),
      { numRuns: 10, seed: 11 },
    )

  it.each(Object.entries(HABITS))('text: %s', (_, write) => holds((report, tables) => ['a.txt', text(report, tables, write)]))
  it('a page whose style sheet makes rows and cells of classes', () => holds((report, tables) => ['a.html', styled(report, tables, true)]))

  it('a grid of elements that styles elsewhere make a table of: table 3 as it stands', async () => {
    const report = given(7)
    const found = numbers(await read('a.html', encode(styled(report, tablesOf(report, PLAIN, 7), false))))
    for (const [figure, value] of report.figures) if (figure.startsWith('requests.')) expect([figure, found[figure]]).toEqual([figure, value])
  })

  it('blank lines are blank cells where each line is a cell', async () => {
    const report = given(7)
    const tables = tablesOf(report, PLAIN, 7)
    const blank = (rows: Rows): Rows => rows.map((row) => row.map((cell) => (cell.text === '0' ? { ...cell, text: '' } : cell)))
    const found = numbers(await read('a.txt', encode(text(report, { ...tables, requests: blank(tables.requests) }, (rows) => rows.flatMap((row) => row.map((cell) => flat(cell.text))).join('\n')))))
    for (const [figure, value] of report.figures) if (figure.startsWith('requests.')) expect([figure, found[figure]]).toEqual([figure, value === 0 ? 'blank' : value])
  })

  it('tabs alone on lines are blank cells where each cell is moved in by one', async () => {
    const report = given(7)
    const tables = tablesOf(report, PLAIN, 7)
    const write = (rows: Rows): string => rows.map((row) => row.map(({ text: cell }) => `\t${cell === '0' ? '' : flat(cell)}`).join('\n')).join('\n\n')
    const found = numbers(await read('a.txt', encode(text(report, tables, write))))
    for (const [figure, value] of report.figures) if (figure.startsWith('requests.')) expect([figure, found[figure]]).toEqual([figure, value === 0 ? 'blank' : value])
  })

  it('says that a blank among the numbers of table 2 may be a column off, and a blank total checks nothing', async () => {
    const report = given(7)
    const tables = tablesOf(report, PLAIN, 7)
    const shifted = tables.proactive.map((row) => (row[0]!.text === '规章' ? [row[0]!, { ...row[1]!, text: '' }, ...row.slice(2)] : row))
    const reviews = tables.reviews.map((row) => (row.length === 15 && isNumber(row[0]!.text) ? [{ text: '' }, ...row.slice(0, 14)] : row))
    const { problems } = await read('a.txt', encode(text(report, { ...tables, proactive: shifted, reviews }, HABITS['drawn with lines']!)))
    expect(problems.find(({ kind }) => kind === 'row-doubtful')?.figures).toContain('rules.issued')
    const marked = problems.flatMap(({ figures = [] }) => figures)
    for (const [figure, value] of report.figures) if (/^(?:review|suit)/.test(figure) && value !== 0) expect(marked).toContain(figure)
    // In a page each cell has its own bounds, below its heading: a blank one is blank, one that is not there leaves the others anywhere.
    const doubted = async (rows: Rows): Promise<readonly string[]> => (await read('a.html', encode(html(report, { ...tables, proactive: rows }, 'tidy')))).problems.flatMap(({ kind, figures = [] }) => (/^row-/.test(kind) ? figures : []))
    expect(await doubted(shifted)).toEqual([])
    expect(await doubted(tables.proactive.map((row) => (row[0]!.text === '规章' ? [row[0]!, { ...row[1]!, text: '' }, row[2]!] : row)))).toContain('rules.issued')
  })

  it.each([
    ['on a line of its own', (row: string[]) => `${row[0]}\t\n${row[1]}\t\t`],
    ['with a remark behind', (row: string[]) => `${row.slice(0, 2).join('\t')}\t\t\t（单位：万元）`],
  ])('an amount between tabs, %s', async (_, write) => {
    const report = given(7, 'cn-2021')
    const table = (rows: Rows): string => grid(rows, false).map((row) => (row[0] === '行政事业性收费' ? write(row) : row.join('\t'))).join('\n')
    expect(numbers(await read('a.txt', encode(text(report, tablesOf(report, PLAIN, 7), table))))).toEqual(Object.fromEntries(report.figures))
  })

  it.each([7, 12, 31])('rows whose numbers only follow each other stand in no columns: none is placed by where its numbers stand (%i)', async (seed) => {
    const report = given(seed, 'cn-2021')
    const table = (rows: Rows): string => grid(rows, false).map((row) => row.filter((cell) => cell !== '' && cell !== '0').join('  ')).join('\n')
    const found = numbers(await read('a.txt', encode(text(report, tablesOf(report, PLAIN, seed), table))))
    const requests = Object.entries(found).filter(([figure, value]) => figure.startsWith('requests.') && typeof value === 'number' && value !== report.figures.get(figure as never))
    expect(requests).toEqual([])
  })

  it('zeros alone are settled in no column: they fit every sum', async () => {
    const report = given(7, 'cn-2021')
    const table = (rows: Rows): string => grid(rows, false).map((row) => (row.some((cell) => cell.includes('属于国家秘密')) ? [row.find((cell) => cell.includes('属于国家秘密'))!, '0'] : row).join('\t')).join('\n')
    const { reports } = await readReports({ name: 'a.txt', bytes: encode(text(report, tablesOf(report, PLAIN, 7), table)) })
    expect([...reports[0]!.cells.keys()].filter((figure) => figure.startsWith('requests.refused.state-secret'))).toEqual([])
    expect(reports[0]!.problems.some(({ kind }) => kind === 'row-unclear')).toBe(true)
  })

  it('never throws for what is left of a document', async () => {
    const pages = [3, 7, 8].map((seed) => encode(styled(given(seed), tablesOf(given(seed), PLAIN, seed), true)))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 }), fc.nat(), fc.nat(), async (which, from, roll) => {
        const bytes = pages[which]!.slice(0, (from % pages[which]!.length) + 1)
        const next = dice(roll)
        for (let count = 0; count < 20; count += 1) bytes[next(bytes.length)] = next(256)
        const { reports, refused } = await readReports({ name: 'a.html', bytes })
        expect(reports.length > 0 || refused !== null).toBe(true)
      }),
      { numRuns: 40, seed: 5 },
    )
  })
})
