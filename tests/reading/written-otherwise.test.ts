import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, html, PLAIN, slots, tablesOf, text, type Cell, type Given, type Rows, type Tables } from './documents'
import { placed, type Placed } from './pdf'
import { centred, FIRST, requests as unruled, ROW, rowsOf, START, STEP, wanted, width } from './unruled-requests'

// Whole reports written in ways of their own: each figure is read, and nothing is told that is none of the document's faults.

const report = given(8)
const tables = tablesOf(report, PLAIN, 7)
const old = given(8, 'cn-2019')

async function read(name: string, document: string | Uint8Array): Promise<ReadReport> {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document
  const { reports, refused } = await readReports({ name, bytes })
  expect(refused).toBeNull()
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, number> => Object.fromEntries([...cells].flatMap(([figure, { cell }]) => ('value' in cell ? [[figure, cell.value]] : [])))
const all = ({ figures }: Given): Record<string, number> => Object.fromEntries(figures)
const requestsOf = (own: Given): Record<string, number> => Object.fromEntries([...own.figures].filter(([figure]) => figure.startsWith('requests.')))
const told = ({ problems }: ReadReport): string[] => problems.map(({ kind }) => kind)
const changed = (own: Tables, change: (cell: Cell) => Cell): Tables => ({ proactive: own.proactive.map((row) => row.map(change)), requests: own.requests.map((row) => row.map(change)), reviews: own.reviews.map((row) => row.map(change)) })

/** The report as text, one of its tables written by `write`. */
const withTable = (own: Given, table: keyof Tables, lines: readonly string[], style: 'tabs' | 'lines' | 'layout' = 'tabs'): string => {
  const marked = text(own, { ...tablesOf(own, PLAIN, 7), [table]: [[{ text: '@' }]] }, style)
  return marked.replace(/^@ *$/m, lines.join('\n'))
}
const flat = (rows: Rows): string[][] => slots(rows).map((row) => row.map((slot) => slot.text.replace(/\n/g, '')))

describe('a text', () => {
  it('with wide commas between its cells, names with commas of their own in quotes', async () => {
    const lines = (rows: Rows): string => flat(rows).map((row) => row.map((cell) => (cell.includes('，') ? `"${cell}"` : cell)).join('，')).join('\n')
    const whole = ['proactive', 'requests', 'reviews'] as const
    const written = whole.reduce((page, table) => page.replace(new RegExp(`^@${table} *$`, 'm'), lines(tables[table])), text(report, Object.fromEntries(whole.map((table) => [table, [[{ text: `@${table}` }]]])) as unknown as Tables, 'tabs'))
    const found = await read('a.txt', written)
    expect([numbers(found), told(found)]).toEqual([all(report), []])
  })

  const COLUMNS: Readonly<Record<string, readonly [article: string, item: string, column: string]>> = {
    'rules.issued': ['一', '规章', '本年制发件数'],
    'rules.repealed': ['一', '规章', '本年废止件数'],
    'rules.in-force': ['一', '规章', '现行有效件数'],
    'documents.issued': ['一', '行政规范性文件', '本年制发件数'],
    'documents.repealed': ['一', '行政规范性文件', '本年废止件数'],
    'documents.in-force': ['一', '行政规范性文件', '现行有效件数'],
    'licences.decisions': ['五', '行政许可', '本年处理决定数量'],
    'penalties.decisions': ['六', '行政处罚', '本年处理决定数量'],
    'measures.decisions': ['六', '行政强制', '本年处理决定数量'],
    'fees.amount': ['八', '行政事业性收费', '本年收费金额（单位：万元）'],
  }
  it.each([
    ['a cell a line', (rows: string[][]) => rows.flat(), 'lines'],
    ['wide spaces between', (rows: string[][]) => rows.map((row) => row.join('    ')), 'tabs'],
    ['commas between', (rows: string[][]) => rows.map((row) => row.join(',')), 'tabs'],
  ] as const)('with table 2 as a list, %s', async (_, write, style) => {
    const own = given(7)
    const list = Object.entries(COLUMNS).map(([figure, [article, item, column]]) => [`第二十条第（${article}）项`, item, column, String(own.figures.get(figure as never))])
    const found = await read('a.txt', withTable(own, 'proactive', write([['条款', '信息内容', '指标', '数量'], ...list]), style))
    expect(numbers(found)).toEqual(all(own))
  })

  const NAMES = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他组织', '总计']
  const readOut = (between: string): string[] => tables.requests.slice(3).map((row) => `${row.slice(0, -7).at(-1)!.text.replace(/\n/g, '')}${between}${row.slice(-7).map((cell, at) => `${NAMES[at]!}${cell.text}件`).join('，')}。`)
  it.each([
    ['behind a space', ' ', 'tabs'],
    ['behind a colon', '：', 'tabs'],
    ['beside tables laid out in columns', ' ', 'layout'],
  ] as const)('that reads the rows of table 3 out, each %s', async (_, between, style) => {
    const found = await read('a.txt', withTable(report, 'requests', readOut(between), style))
    expect(numbers(found)).toEqual(all(report))
  })

  it('whose cells stand behind tabs, a line each, the headings of table 2 on two', async () => {
    const halves = changed(tablesOf(old, PLAIN, 7), (cell) => (/^(?:本年新|上一年|对外公|处理决|本年增)/.test(cell.text) && cell.text.length > 4 ? { ...cell, text: `${cell.text.slice(0, 3)}\n${cell.text.slice(3)}` } : cell))
    const written = text(old, halves, 'indented').replace(/^\t(.{2,6})\n(?=[^\t\n])/gm, '\t$1\n\t')
    expect(written).toMatch(/\t上一年\n\t项目数量/)
    expect(numbers(await read('a.txt', written))).toEqual(all(old))
  })

  it('with circles for zeros, also of two columns and right behind a name', async () => {
    const circled = (line: string): string => line.replace(/(?<=\s)0(?=\s|$)/g, '○').replace(/(?<=其他情形）)\s*○/, '○')
    const written = text(old, changed(tablesOf(old, PLAIN, 7), (cell) => cell), 'layout').split('\n').map(circled).join('\n')
    expect(written).toContain('○')
    expect(numbers(await read('a.txt', written))).toEqual(all(old))
  })
})

describe('counts behind a word that changes nothing of them', () => {
  it.each(['计', '共', '共计', '合计'])('%s', async (word) => {
    const counted = changed(tables, (cell) => (/^[1-9]\d*$/.test(cell.text) ? { ...cell, text: `${word}${cell.text}件` } : cell))
    const found = await read('a.html', html(report, { ...counted, proactive: tables.proactive }, 'tidy'))
    expect([numbers(found), told(found)]).toEqual([all(report), []])
  })
})

it('digits set apart over a cell are one number, and that is said; two numbers on two lines are none', async () => {
  const wide = (own: string): string => own.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const apart = changed(tables, (cell) => (/^[1-9]\d+$/.test(cell.text) ? { ...cell, text: [...(cell.text.length > 2 ? cell.text : wide(cell.text))].join(' ') } : cell))
  const found = await read('a.html', html(report, apart, 'tidy'))
  expect(numbers(found)).toEqual(all(report))
  const settled = [...found.cells].filter(([, cell]) => cell.settled === 'apart').map(([figure]) => figure)
  expect(settled.toSorted()).toEqual([...report.figures].filter(([, value]) => Number.isInteger(value) && value > 9).map(([figure]) => figure).toSorted())
  const stacked = await read('a.html', html(report, changed(tables, (cell) => (/^[1-9]\d+$/.test(cell.text) ? { ...cell, text: [...cell.text].join('\n') } : cell)), 'tidy'))
  expect([...stacked.cells].filter(([, cell]) => cell.settled === 'apart')).toEqual([])
})

it('（一）全部公开 is 予以公开', async () => {
  const named = changed(tables, (cell) => (cell.text === '（一）予以公开' ? { ...cell, text: '（一）全部公开' } : cell))
  expect(numbers(await read('a.html', html(report, named, 'tidy')))).toEqual(all(report))
})

describe('two tables 3 beside each other in a table that arranges the page', () => {
  const LAST = tablesOf({ ...report, figures: new Map([...report.figures].map(([figure, value]) => [figure, value + 3])) }, PLAIN, 7).requests
  const table = (rows: Rows): string => `<table>${rows.map((row) => `<tr>${row.map(({ text: own, rows: high = 1, columns = 1 }) => `<td rowspan="${String(high)}" colspan="${String(columns)}">${own}</td>`).join('')}</tr>`).join('')}</table>`
  const both = { own: [`${String(report.year)}年度`, tables.requests], last: [`附表 上年度（${String(report.year - 1)}年）收到和处理政府信息公开申请情况`, LAST] } as const
  const counted = (rows: Rows): Rows => rows.map((row, at) => (at === 0 ? [{ text: '序号', rows: 3 }, ...row] : at < 3 ? row : [{ text: String(at - 2) }, ...row]))
  it.each([['own', 'last', false], ['last', 'own', false], ['own', 'last', true]] as const)('%s, %s, the rows counted: %s: this year’s is read, and the other told', async (first, second, isCounted) => {
    const cells = [first, second].map((which) => `<td valign="top"><p>${both[which][0]}</p>${table(isCounted ? counted(both[which][1]) : both[which][1])}</td>`).join('')
    const page = `<h1>${report.agency}${String(report.year)}年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p>${table(tables.proactive)}<p>三、收到和处理政府信息公开申请情况</p><table><tr>${cells}</tr></table><p>四、政府信息公开行政复议、行政诉讼情况</p>${table(tables.reviews)}<p>五、存在的主要问题及改进情况</p>`
    const found = await read('a.html', page)
    expect([numbers(found), told(found)]).toEqual([all(report), ['year-other']])
  })
})

describe('a grid of divs', () => {
  const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const rows = flat(tables.requests).slice(3).map((row) => [...row.slice(0, -7), ...row.slice(-7)])
  const div = (cells: readonly (readonly [string, number])[]): string => `<div class="tr">${cells.map(([own, share]) => `<div class="td" style="flex:${String(share)}">${own}</div>`).join('')}</div>`
  const page = (grid: string): string => `<h1>${report.agency}${String(report.year)}年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><div class="tbl">${grid}</div><p>五、存在的主要问题及改进情况</p>`
  it('whose headings reach over several columns by their share of the width, a column of shares behind the totals', async () => {
    const grid = [div([['办理情况', 3], ...heads.map((head) => [head, 1] as const), ['占比', 1]]), ...rows.map((row) => div([...row.map((own) => [own, 1] as const), ['12.5%', 1]]))].join('')
    expect(numbers(await read('a.html', page(grid)))).toEqual(requestsOf(report))
  })
  it('whose rows are counted, their names repeated in all columns of names', async () => {
    const beside: string[] = ['', '']
    const names = (row: readonly string[]): string[] => {
      const [side, group, name] = row.slice(0, 3) as [string, string, string]
      if (side !== '') beside.splice(0, 2, side, '')
      if (group !== '') beside[1] = group
      const own = [beside[0]!, beside[1]! || beside[0]!, name || beside[1]! || beside[0]!]
      return [...own, ...row.slice(3)]
    }
    const grid = [div([['序号', 1], ['办理情况', 3], ...heads.map((head) => [head, 1] as const)]), ...rows.map((row, at) => div([[String(at + 1), 1], ...names(row).map((own) => [own, 1] as const)]))].join('')
    expect(numbers(await read('a.html', page(grid)))).toEqual(requestsOf(report))
  })
})

it.each([['this year’s first', 0, 1], ['last year’s first, its name that of both', 1, 0]] as const)('rows that stand once for each year give this year’s numbers: %s', async (_, first, second) => {
  const rows = flat(tables.requests)
  const year = (which: number): string => `${String(report.year - which)}年`
  const doubled = rows.flatMap((row, at) => (at < 3 ? [[...row.slice(0, 3), at === 0 ? '年度' : '', ...row.slice(3)]] : [first, second].map((which, line) => [...(line === 0 ? row.slice(0, 3) : ['', '', '']), year(which), ...row.slice(3).map((value) => String(Number(value) + 5 * which))])))
  const found = await read('a.txt', withTable(report, 'requests', doubled.map((row) => row.join('\t'))))
  expect([numbers(found), told(found)]).toEqual([all(report), ['year-other']])
})

describe('pages of which each text has a place', () => {
  /** As programs make pages of the sheets of a PDF: each piece at its place. */
  const page = (pieces: readonly Placed[], size: string): string => `<div style="position:relative;width:892px;height:1263px;">${pieces.map(([own, x, y]) => `<p style="position:absolute;top:${String(Math.round(y))}px;left:${String(Math.round(x))}px;white-space:nowrap" class="ft10">${own}</p>`).join('\n')}</div>`.replace('<div', `<style type="text/css"><!-- .ft10{font-size:${size};font-family:Times;} --></style><div`)
  const shown = (pieces: readonly Placed[]): string => `<html><head><title>a</title></head><body>${page(pieces, '9px')}</body></html>`

  it.each([8, 11])('are read by these: report %i', async (seed) => {
    const own = given(seed)
    const found = await read('a.html', shown(unruled(own)))
    expect([found.agency, found.year]).toEqual([own.agency, own.year])
    expect(Object.fromEntries([...found.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))).toEqual(wanted(own))
  })

  it('in any order of the columns, whose headings stand over them', async () => {
    const own = given(8)
    const found = await read('a.html', shown(unruled(own, undefined, [1, 2, 3, 4, 5, 0, 6])))
    expect(Object.fromEntries([...found.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))).toEqual(wanted(own))
  })
})

describe('a table of a PDF', () => {
  const behind = (say: (row: number) => string, heading: string): Placed[] => [centred(heading, START + 7 * STEP, 100), ...rowsOf(report).map((_, row) => centred(say(row), START + 7 * STEP, FIRST + row * ROW))]
  it.each([['shares', (row: number): string => `${String(row + 2)}.5%`, '占比'], ['marks where there is no remark', (): string => '/', '备注']] as const)('without rulings, %s behind its totals', async (_, say, heading) => {
    const page = [...unruled(report), ...behind(say, heading)].map(([own, x, y]): Placed => [own, x > 200 ? x - 36 : x, y])
    const found = await read('a.pdf', placed([page]))
    const whole = rowsOf(report).filter(({ cells }) => !cells.includes('')).flatMap(({ figures }) => figures)
    expect(whole.length).toBeGreaterThan(0)
    for (const figure of whole) expect([figure, numbers(found)[figure]]).toEqual([figure, wanted(report)[figure]])
  })

  it('with a stroke of division for none, and a note that fills its cell right before the next number', async () => {
    const dashed = unruled(report).map(([own, x, y]): Placed => [own === '0' ? '\u2215' : own, x, y])
    const rows = rowsOf(report)
    const at = rows.findIndex(({ cells }) => !cells.includes('') && cells[2] !== '0' && cells[3] !== '0')
    const row = rows[at]!
    const y = FIRST + at * ROW
    const noted = dashed.map(([own, x, top]): Placed => (top === y && own === row.cells[2] && Math.abs(x + width(own) / 2 - (START + 2 * STEP)) < 1 ? [`${own}（含修订）`, START + 3 * STEP - width(row.cells[3]!) / 2 - width(`${own}（含修订）`) - 0.5, top] : [own, x, top]))
    const found = await read('a.pdf', placed([noted]))
    expect(row.figures.map((figure) => numbers(found)[figure] ?? 0)).toEqual(row.cells.map(Number))
  })
})
