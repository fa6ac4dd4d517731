import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, html, PLAIN, slots, tablesOf, type Cell, type Rows, type Tables } from './documents'
import { docx } from './docx'

const REPORT = given(7, 'cn-2021')
const TABLES = tablesOf(REPORT, PLAIN)
const encode = (written: string): Uint8Array => new TextEncoder().encode(written)

async function one(name: string, bytes: Uint8Array): Promise<ReadReport> {
  const { reports, refused } = await readReports({ name, bytes })
  expect(refused).toBeNull()
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
/** Read without a wrong cell, and without anything told of rows. */
function isRead(read: ReadReport, changed: Record<string, unknown> = {}): void {
  expect(numbers(read)).toEqual({ ...Object.fromEntries(REPORT.figures), ...changed })
  expect([read.extras, read.problems.filter(({ kind }) => kind.startsWith('row-') || kind === 'numbers-left')]).toEqual([[], []])
}
const page = (tables: Partial<Tables>): Promise<ReadReport> => one('a.html', encode(html(REPORT, { ...TABLES, ...tables }, 'tidy')))
const file = (tables: Partial<Tables>): Promise<ReadReport> => one('a.docx', docx(REPORT, { ...TABLES, ...tables }))
const tabbed = (rows: Rows): string => slots(rows).map((row) => row.map(({ text }) => text.replace(/\n/g, '')).join('\t')).join('\n')
const text = (tables: Partial<Record<keyof Tables, string>>): Promise<ReadReport> =>
  one('a.txt', encode([`${REPORT.agency}${REPORT.year}年政府信息公开工作年度报告`, '二、主动公开政府信息情况', tables.proactive ?? tabbed(TABLES.proactive), '三、收到和处理政府信息公开申请情况', tables.requests ?? tabbed(TABLES.requests), '四、政府信息公开行政复议、行政诉讼情况', tables.reviews ?? tabbed(TABLES.reviews), '五、存在的主要问题及改进情况'].join('\n')))
const figure = (id: string): string => String([...REPORT.figures].find(([own]) => own === id)![1])

const KINDS = [['review', '行政复议'], ['suit-direct', '行政诉讼（未经复议直接起诉）'], ['suit-after-review', '行政诉讼（复议后起诉）']] as const
const RESULTS = [['upheld', '结果维持'], ['corrected', '结果纠正'], ['other', '其他结果'], ['pending', '尚未审结'], ['total', '总计']] as const

describe('rows crammed into one', () => {
  /** Rows of a group as one row, a line in each cell for each of them. */
  const crammed = (rows: Rows, change: (name: string) => string = (name) => name): Rows =>
    rows.flatMap((row) => {
      const group = row.find(({ text: name, rows: high = 1 }) => /^（[三四五六]）/.test(name) && high > 1)
      if (!group) return /^\d/.test(row[0]!.text) && row.length === 8 ? [] : [row.map((cell) => (cell.text.startsWith('三、') ? { ...cell, rows: 7 } : cell))]
      const at = rows.indexOf(row)
      const inside = rows.slice(at, at + group.rows!).map((each) => each.slice(-8))
      const lines = Array.from({ length: 8 }, (_, column) => ({ text: inside.map((each) => (column === 0 ? change(each[column]!.text) : each[column]!.text)).join('\n') }))
      return [[...row.slice(0, -8).map((cell) => (cell === group ? { text: cell.text } : { ...cell, rows: 7 })), ...lines]]
    })

  it('are each by its line', async () => {
    const requests = crammed(TABLES.requests)
    expect(requests).toHaveLength(3 + 2 + 7 + 1)
    isRead(await page({ requests }))
    isRead(await file({ requests }))
  })
  it('are each by its number where a name goes on in the next line', async () => isRead(await page({ requests: crammed(TABLES.requests, (name) => `${name.slice(0, 4)}\n${name.slice(4)}`) })))
  it('are not told apart where a cell has fewer lines', async () => {
    const requests = crammed(TABLES.requests).map((row) => row.map((cell, at): Cell => (at === row.length - 1 && cell.text.includes('\n') ? { text: cell.text.replace(/^\d+\n/, '') } : cell)))
    const { cells } = await page({ requests })
    expect([...cells].filter(([id, { cell }]) => /refused|unavailable|not-processed/.test(id) && 'value' in cell)).toEqual([])
  })
})

describe('table 3 without its column of totals', () => {
  const requests = TABLES.requests.map((row, at): Rows[number] => (at === 0 ? row.map((cell) => (cell.columns === 7 ? { ...cell, columns: 6 } : cell)) : row.filter((cell, place) => cell.text !== '总计' && (at < 3 || place < row.length - 1))))
  const parts = Object.fromEntries([...REPORT.figures].filter(([figure]) => !/^requests\..*\.total$/.test(figure)))
  it('has the numbers of the applicants', async () => {
    for (const read of [await page({ requests }), await file({ requests })]) expect(numbers(read)).toMatchObject(parts)
  })
  it('has them below the end of a page too', async () => {
    const written = html(REPORT, { ...TABLES, requests }, 'tidy')
    const at = written.indexOf('<tr', written.indexOf('本机关不掌握'))
    const read = await one('a.html', encode(`${written.slice(0, at)}</table><p></p><table>${written.slice(at)}`))
    expect(numbers(read)).toMatchObject(parts)
  })
})

describe('table 3 with the number of each name in a cell of its own', () => {
  const wider = (cell: Cell): Cell => ({ ...cell, columns: (cell.columns ?? 1) + 1 })
  /** The form's rows, without numbers where a name has words of `blank`. */
  const parted = (blank: RegExp): Rows =>
    TABLES.requests.map((row, at) => {
      const [, number, words] = /^(\d)．(.*)$/.exec(row.at(-8)?.text ?? '') ?? []
      const values = blank.test(words ?? '') ? row.slice(-7).map(() => ({ text: '' })) : row.slice(-7)
      if (number) return [...row.slice(0, -8), { text: number }, { text: words! }, ...values]
      return at === 0 ? [wider(row[0]!), ...row.slice(1)] : row.length < 8 ? row : [...row.slice(0, -8), wider(row.at(-8)!), ...row.slice(-7)]
    })
  const blank = (row: string): Record<string, string> => Object.fromEntries(['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => [`requests.${row}.${applicant}`, 'blank']))

  it('has its rows, those without a number among them', async () => {
    const requests = parted(/属于国家秘密|没有现成信息|公开出版物/)
    for (const read of [await page({ requests }), await file({ requests })]) isRead(read, { ...blank('refused.state-secret'), ...blank('unavailable.to-be-created'), ...blank('not-processed.publication') })
  })
})

it('table 3 in one line of headings, with blank cells beside names and for the last applicants of its last row', async () => {
  const names = ['自然人', ...['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((name) => `法人或其他组织-${name}`), '总计']
  const rows = slots(TABLES.requests.slice(3)).map((row, at, all) => (at < all.length - 1 ? row : row.map((cell, column) => (column < row.length - 2 ? cell : { text: '' }))))
  const requests = [['', '', '', ...names].map((text) => ({ text })), ...rows.map((row) => row.map((cell, column) => (column < 3 && row.slice(0, column).some(({ text }) => text === cell.text) ? { text: '' } : { text: cell.text })))]
  for (const read of [await page({ requests }), await file({ requests })]) isRead(read, { 'requests.carried-out.other': 'blank', 'requests.carried-out.total': 'blank' })
})

describe('a column of remarks behind the numbers', () => {
  const last = (at: number): string => (at === 0 ? '备注' : at % 4 === 0 ? '见说明1' : '')
  const remarked = TABLES.requests.map((row, at) => (at === 1 || at === 2 ? row : [...row, { text: last(at), rows: at === 0 ? 3 : 1 }]))
  const blanked = (row: number, text: string): Rows => remarked.map((cells, at) => cells.map((cell, column) => (at === row && column >= cells.length - 8 && column < cells.length - 1 ? { text } : cell)))
  const changed = (missing: string): Record<string, string> => Object.fromEntries(['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => [`requests.refused.forbidden-by-law.${applicant}`, missing]))

  it.each([['无', 'not-applicable'], ['', 'blank']] as const)('is none of a row of “%s”', async (written, missing) => {
    const row = TABLES.requests.findIndex((cells) => cells.some(({ text: name }) => name.includes('其他法律行政法规')))
    expect(remarked[row]!.at(-1)!.text).not.toBe('')
    isRead(await file({ requests: blanked(row, written) }), changed(missing))
  })
  it('is none of a row of marks in a text', async () => {
    const row = TABLES.requests.findIndex((cells) => cells.some(({ text: name }) => name.includes('其他法律行政法规')))
    isRead(await text({ requests: tabbed(blanked(row, '无')) }), changed('not-applicable'))
  })
})

describe('table 4', () => {
  const values = (kind: string): Cell[] => RESULTS.map(([result]) => ({ text: figure(`${kind}.${result}`) }))
  const headings = RESULTS.map(([, name]) => ({ text: name }))
  const listed = (behind: (row: number) => readonly Cell[] = () => [], head: readonly Cell[] = [{ text: '数量' }]): Rows => [
    [{ text: '项目', columns: 2 }, ...head],
    ...KINDS.flatMap(([kind, kindName], group) => RESULTS.map(([result, name], at) => [...(at === 0 ? [{ text: kindName, rows: 5 }] : []), { text: name }, { text: figure(`${kind}.${result}`) }, ...behind(group * 5 + at)])),
  ]

  it('in two tables, parted by tabs', async () => {
    const reviews = [
      tabbed([[{ text: '行政复议', columns: 5 }], headings, values('review')]),
      tabbed([[{ text: '行政诉讼', columns: 10 }], [{ text: '未经复议直接起诉', columns: 5 }, { text: '复议后起诉', columns: 5 }], [...headings, ...headings], [...values('suit-direct'), ...values('suit-after-review')]]),
    ]
    isRead(await text({ reviews: reviews.join('\n') }))
  })

  const { year } = REPORT
  it.each([
    [`${year}年`, `${year - 1}年`],
    ['本年度', '上年度'],
  ])('as a list, with “%s” beside “%s”', async (own, before) => {
    const other = (row: number): Cell[] => [{ text: String(row + 40) }]
    isRead(await page({ reviews: listed(other, [{ text: own }, { text: before }]) }))
    isRead(await text({ reviews: tabbed(listed(other, [{ text: own }, { text: before }])) }))
    const swapped = listed(other, [{ text: own }, { text: before }]).map((row) => [...row.slice(0, -2), row.at(-1)!, row.at(-2)!])
    isRead(await page({ reviews: swapped }))
  })

  it('as a list, with a blank cell behind each number in a text', async () => isRead(await text({ reviews: tabbed(listed(() => [{ text: '' }], [{ text: '数量' }, { text: '' }])) })))
})

describe('table 2', () => {
  const TURNED: Rows = [
    [{ text: '第二十条第（一）项', columns: 3 }],
    [{ text: '信息内容' }, { text: '规章' }, { text: '行政规范性文件' }],
    ...([['issued', '本年制发件数'], ['repealed', '本年废止件数'], ['in-force', '现行有效件数']] as const).map(([column, name]) => [{ text: name }, { text: figure(`rules.${column}`) }, { text: figure(`documents.${column}`) }]),
  ]
  const others = TABLES.proactive.slice(4)

  it('with its first items side by side', async () => {
    isRead(await page({ proactive: [...TURNED, ...others] }))
    isRead(await file({ proactive: [...TURNED, ...others] }))
  })

  it('as a list of figures that names each item once, in a text without merged cells', async () => {
    const columns = [['issued', '本年制发件数'], ['repealed', '本年废止件数'], ['in-force', '现行有效件数']] as const
    const listed = ([['rules', '规章'], ['documents', '行政规范性文件']] as const).flatMap(([item, name]) => columns.map(([column, heading], at) => `${at === 0 ? `${name}\t` : ''}${heading}\t件\t${figure(`${item}.${column}`)}`))
    const proactive = ['条款\t信息内容\t指标\t单位\t数量', ...listed, ...([['licences', '行政许可'], ['penalties', '行政处罚'], ['measures', '行政强制']] as const).map(([item, name]) => `${name}\t本年处理决定数量\t件\t${figure(`${item}.decisions`)}`), `行政事业性收费\t本年收费金额\t万元\t${figure('fees.amount')}`]
    isRead(await text({ proactive: proactive.join('\n') }))
    isRead(await text({ proactive: proactive.join('\n\n') }))
  })

  it('as small tables side by side', async () => {
    const part = (rows: Rows): string => `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td colspan="${cell.columns ?? 1}">${cell.text}</td>`).join('')}</tr>`).join('')}</table>`
    const parts = [TABLES.proactive.slice(0, 4), TABLES.proactive.slice(4, 7), TABLES.proactive.slice(7, 11), TABLES.proactive.slice(11)].map(part)
    const frame = `<table><tr><td>${parts[0]}</td><td>${parts[1]}</td></tr><tr><td>${parts[2]}</td><td>${parts[3]}</td></tr></table>`
    isRead(await one('a.html', encode(html(REPORT, TABLES, 'tidy').replace(/<table>(?:(?!<\/table>)[\s\S])*<\/table>/, frame))))
  })
})

describe('rows read out', () => {
  const APPLICANTS = [['natural', '自然人'], ['business', '商业企业'], ['research', '科研机构'], ['nonprofit', '社会公益组织'], ['legal', '法律服务机构'], ['other', '其他'], ['total', '总计']] as const
  /** Rows of table 3 by their own names, with their values in order. */
  const rows = TABLES.requests.slice(3).map((row) => ({ name: row.at(-8)!.text, values: row.slice(-7).map(({ text: value }) => value) }))
  const named = (values: readonly string[]): string => APPLICANTS.map(([, name], at) => `${name}${values[at]}件`).join('，')
  const items = ([['rules', '规章'], ['documents', '行政规范性文件']] as const).map(([item, name]) => `${name}：本年制发件数${figure(`${item}.issued`)}，本年废止件数${figure(`${item}.repealed`)}，现行有效件数${figure(`${item}.in-force`)}`)
  const decided = ([['licences', '行政许可'], ['penalties', '行政处罚'], ['measures', '行政强制']] as const).map(([item, name]) => `${name}：本年处理决定数量${figure(`${item}.decisions`)}件`)
  const proactive = [...items, ...decided, `行政事业性收费：本年收费金额（单位：万元）${figure('fees.amount')}`].join('\n')
  const reviews = KINDS.map(([kind, name]) => `${name}：${RESULTS.map(([result, word]) => `${word}${figure(`${kind}.${result}`)}件`).join('，')}。`).join('\n')

  it('with each value behind its name', async () => isRead(await text({ proactive, requests: rows.map(({ name, values }) => `${name}：${named(values)}`).join('\n'), reviews })))
  it('with the names in any order', async () => isRead(await text({ requests: rows.map(({ name, values }) => `${name}：${named(values).split('，').reverse().join('；')}`).join('\n') })))
  it('with slashes, in the order that is stated', async () => {
    const stated = (order: readonly number[]): string => [`（${order.map((at) => APPLICANTS[at]![1]).join('/')}）`, ...rows.map(({ name, values }) => `${name}：${order.map((at) => values[at]!).join('/')}`)].join('\n')
    isRead(await text({ requests: stated([0, 1, 2, 3, 4, 5, 6]) }))
    isRead(await text({ requests: stated([6, 0, 1, 2, 3, 4, 5]) }))
  })
  it('are not read with slashes where no order is stated', async () => {
    const { cells } = await text({ requests: rows.map(({ name, values }) => `${name}：${values.join('/')}`).join('\n') })
    expect([...cells.keys()].filter((id) => id.startsWith('requests.'))).toEqual([])
  })
  it('are not read where a name is missing', async () => {
    const { cells } = await text({ requests: rows.map(({ name, values }) => `${name}：${named(values).replace(/，科研机构\d+件/, '')}`).join('\n') })
    expect([...cells].filter(([id, { cell }]) => id.startsWith('requests.') && 'value' in cell)).toEqual([])
  })
  it('as lists of a page', async () => {
    const list = rows.map(({ name, values }) => `<dl><dt>${name}</dt>${APPLICANTS.map(([, word], at) => `<dd><i>${word}</i><b>${values[at]}</b></dd>`).join('')}</dl>`).join('')
    let table = 0
    isRead(await one('a.html', encode(html(REPORT, TABLES, 'tidy').replace(/<table>(?:(?!<\/table>)[\s\S])*<\/table>/g, (own) => ((table += 1) === 2 ? list : own)))))
  })
})

describe('text set with its own lines in a page', () => {
  it('is read as such a text is', async () => {
    const table = (rows: Rows): string => {
      const grid = slots(rows).map((row) => row.map(({ text: cell }) => cell.replace(/\n/g, '')))
      const wide = (cell: string): number => [...cell].reduce((sum, letter) => sum + (letter > '\u2e80' || /[“”]/.test(letter) ? 2 : 1), 0)
      const widths = grid[0]!.map((_, column) => Math.max(...grid.map((row) => wide(row[column]!))))
      const rule = `+${widths.map((width) => '-'.repeat(width)).join('+')}+`
      return [rule, ...grid.flatMap((row) => [`|${row.map((cell, column) => cell + ' '.repeat(widths[column]! - wide(cell))).join('|')}|`, rule])].join('\n')
    }
    const written = [TABLES.proactive, TABLES.requests, TABLES.reviews].map((rows, at) => `${['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'][at]!}\n${table(rows)}`).join('\n')
    const title = `<h1>${REPORT.agency}${REPORT.year}年政府信息公开工作年度报告</h1>`
    const set = `<pre>\n${written}\n五、存在的主要问题及改进情况</pre>`
    isRead(await one('a.html', encode(`<html><body>${title}${set}</body></html>`)))
    // Tables that arrange the page: a menu beside the report, which stands below its title and hangs in cells of its own.
    const arranged = `<table><tr><td colspan=2>首页</td></tr><tr><td><table><tr><td>公开指南</td></tr></table></td><td><div>当前位置：首页</div><table><tr><td>${title}</td></tr><tr><td>2024-01-06</td></tr><tr><td>${set}</td></tr></table></td></tr></table>`
    isRead(await one('a.html', encode(`<html><body>${arranged}</body></html>`)))
  })
})

describe('texts', () => {
  it('with the unit apart from each number, a cell a line', async () => {
    const lines = (rows: Rows): string => rows.flatMap((row) => row.map(({ text: cell }) => (/^\d+$/.test(cell) ? `${cell} 件` : cell.replace(/\n/g, '')))).join('\n')
    const { cells } = await text({ requests: lines(TABLES.requests), reviews: lines(TABLES.reviews) })
    expect(Object.fromEntries([...cells].flatMap(([id, { cell }]) => ('value' in cell ? [[id, cell.value]] : [])))).toEqual(Object.fromEntries(REPORT.figures))
  })

  it('with headings of table 4 over two lines and blank cells where its numbers start', async () => {
    const changed = { 'review.upheld': 'blank', 'review.corrected': 'blank' }
    const rows = tabbed(TABLES.reviews.toSpliced(3, 1, TABLES.reviews[3]!.map((cell, at) => (at < 2 ? { text: '' } : cell))))
    isRead(await text({ reviews: rows.replace(/其他结果/g, '其他\n结果').replace(/尚未审结(?=\t[^\t\n]*\n)/g, '尚未\n审结') }), changed)
  })

  it('in Markdown with signs of how columns are set, rows without a number among them', async () => {
    const wide = (cell: string): number => [...cell].reduce((sum, letter) => sum + (letter > '\u2e80' || /[“”]/.test(letter) ? 2 : 1), 0)
    const isBlank = (name: string): boolean => /^[2-7]．/.test(name)
    let group = ''
    const named = (row: readonly Cell[]): string => {
      group = row.find(({ text: name, rows: high = 1 }) => name.startsWith('（') && high > 1)?.text ?? (row.length === 8 && /^\d/.test(row[0]!.text) ? group : '')
      return group === '' ? row.at(-8)!.text : `${group}－${row.at(-8)!.text}`
    }
    const rows = [['项目', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'], ...TABLES.requests.slice(3).map((row) => [named(row), ...row.slice(-7).map(({ text: value }) => (isBlank(row.at(-8)!.text) ? '' : value))])]
    const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => wide(row[column]!))))
    const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell + ' '.repeat(widths[column]! - wide(cell))).join(' | ')} |`
    const rule = `|${widths.map((width) => `:${'-'.repeat(width)}:`).join('|')}|`
    const blank = [...REPORT.figures.keys()].filter((id) => /refused\.(?!state|inquiry)|unavailable\.(?!not-held)|not-processed\.(?!petition)|other\.(?!not-corrected)\w[\w-]*\./.test(id))
    isRead(await text({ requests: [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n') }), Object.fromEntries(blank.map((id) => [id, 'blank'])))
  })
})
