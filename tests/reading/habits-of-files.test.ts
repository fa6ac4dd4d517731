import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, html, PLAIN, tablesOf, type Cell, type Rows, type Tables } from './documents'
import { docxOf } from './docx'

const REPORT = given(7, 'cn-2021')
const TABLES = tablesOf(REPORT, PLAIN)
const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']
const encode = (written: string): Uint8Array => new TextEncoder().encode(written)
const isNumber = (text: string): boolean => /^\d/.test(text)

async function one(name: string, bytes: Uint8Array): Promise<ReadReport> {
  const { reports, refused } = await readReports({ name, bytes })
  expect(refused).toBeNull()
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
const expected = (blank?: (figure: string, value: number) => boolean): Record<string, unknown> => Object.fromEntries([...REPORT.figures].map(([figure, value]) => [figure, blank?.(figure, value) ? 'blank' : value]))
/** Read without a wrong cell, and without anything told of rows. */
async function isRead(read: ReadReport, figures = expected()): Promise<void> {
  expect(numbers(read)).toEqual(figures)
  expect([read.extras, read.problems.filter(({ kind }) => kind.startsWith('row-') || kind === 'sums-differ')]).toEqual([[], []])
}
const page = (tables: Partial<Tables>): Promise<ReadReport> => one('a.html', encode(html(REPORT, { ...TABLES, ...tables }, 'tidy')))
const mapped = (rows: Rows, change: (cells: readonly Cell[], row: number) => readonly Cell[]): Rows => rows.map(change)
/** Where a row of table 3 has its seven numbers; negative for its headings. */
const numbersFrom = (cells: readonly Cell[]): number => (cells.length >= 8 && cells.slice(-7).every(({ text }) => text === '' || isNumber(text)) ? cells.length - 7 : -1)

describe('tables of pages', () => {
  it('with a number for each line between its name and its numbers', async () => {
    let line = 0
    const rows = mapped(TABLES.requests, (cells, row) => (numbersFrom(cells) > 0 ? cells.toSpliced(-7, 0, { text: String(++line) }) : row === 0 ? cells.toSpliced(1, 0, { text: '行次', rows: 3 }) : cells))
    await isRead(await page({ requests: rows }))
  })

  it('with a number for each line, parted by tabs with no column for the sides, below table 2', async () => {
    let line = 0
    const rows = (table: Rows): string => table.map((cells) => (numbersFrom(cells) > 0 && table === TABLES.requests ? cells.toSpliced(-7, 0, { text: String(++line) }) : cells).map(({ text }) => text.replace(/\n/g, '')).join('\t')).join('\n')
    const lines = [`${REPORT.agency}${REPORT.year}年政府信息公开工作年度报告`, HEADINGS[0], rows(TABLES.proactive), rows(TABLES.requests), HEADINGS[2], rows(TABLES.reviews)]
    await isRead(await one('a.txt', encode(lines.join('\n'))))
  })

  it('of another year, there for comparison: not taken for this year’s where that is missing', async () => {
    const written = html(REPORT, TABLES, 'tidy').replace(/三、收到和处理政府信息公开申请情况/g, `附：${REPORT.year - 1}年收到和处理政府信息公开申请情况（供对比）`)
    const { cells, problems } = await one('a.html', encode(written))
    expect([...cells.keys()].filter((figure) => figure.startsWith('requests.'))).toEqual([])
    expect(problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['year-other', 'table-missing']))
  })

  it('with a row that numbers the columns', async () => {
    const first = TABLES.requests.findIndex((cells) => numbersFrom(cells) > 0)
    for (const name of ['甲', '栏次', '']) await isRead(await page({ requests: TABLES.requests.toSpliced(first, 0, [{ text: name, columns: 3 }, ...Array.from({ length: 7 }, (_, at) => ({ text: String(at + 1) }))]) }))
  })

  it('with a column behind them that holds nothing, and goes on without headings', async () => {
    const blank = (rows: Rows): Rows => rows.map((cells) => [...cells.map((cell) => (cell.text === '0' ? { ...cell, text: '' } : cell)), { text: '' }])
    await isRead(await page({ requests: blank(TABLES.requests), reviews: blank(TABLES.reviews) }), expected((figure, value) => /^(?:requests|review|suit)/.test(figure) && value === 0))
    const split = html(REPORT, { ...TABLES, requests: blank(TABLES.requests) }, 'tidy').replace(/(<\/tr>)(\s*<tr[^>]*>(?:(?!<\/tr>)[\s\S])*（七）总计)/, '$1</table><p></p><table>$2')
    expect(split.match(/<table/g)).toHaveLength(4)
    await isRead(await one('a.html', encode(split)), expected((figure, value) => figure.startsWith('requests') && value === 0))
  })

  it('with the totals first, in two tables of which one has no headings', async () => {
    const rows = TABLES.requests.map((cells) => {
      const from = numbersFrom(cells)
      return from < 0 ? cells : [...cells.slice(0, from), cells.at(-1)!, ...cells.slice(from, -1)]
    })
    const first = rows.findIndex((cells) => numbersFrom(cells) > 0)
    const seven = ['总计', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
    const headed: Rows = [[{ text: '', columns: 3 }, ...seven.map((text) => ({ text }))], ...rows.slice(first)]
    const split = html(REPORT, { ...TABLES, requests: headed }, 'tidy').replace(/(<\/tr>)(\s*<tr[^>]*>(?:(?!<\/tr>)[\s\S])*（七）总计)/, '$1</table><table>$2')
    expect(split.match(/<table/g)).toHaveLength(4)
    await isRead(await one('a.html', encode(split)))
  })

  it.each(['', 'totals'])('with the sum of all organisations in a column of its own, which is no total where that is blank %s', async (totals) => {
    const rows = TABLES.requests.map((cells) => {
      const from = numbersFrom(cells)
      if (from < 0) return cells.some(({ text }) => text === '其他') ? [...cells, { text: '小计' }] : cells.map((cell) => (cell.columns === 5 || cell.columns === 7 ? { ...cell, columns: cell.columns + 1 } : cell))
      const organisations = cells.slice(from + 1, -1).reduce((sum, { text }) => sum + Number(text), 0)
      return [...cells.slice(0, -1), { text: String(organisations) }, totals ? cells.at(-1)! : { text: '' }]
    })
    const read = await page({ requests: rows })
    expect(numbers(read)).toEqual(expected((figure) => totals === '' && /^requests.*total$/.test(figure)))
  })

  it('with the group and the row in one label, a sign between them', async () => {
    const signs = ['—', '：', '-', ' － ']
    const rows = TABLES.requests.map((cells, row) => cells.map((cell) => ({ ...cell, text: cell.text.replace(/^(\d)．(.*其他|信访.*|属于国家秘密)$/, (name, number: string) => `${number === '3' ? '（六）其他处理' : name.includes('信访') ? '（五）不予处理' : '（三）不予公开'}${signs[row % 4]!}${name}`) })))
    await isRead(await page({ requests: rows }))
  })

  it('in the fields of a form', async () => {
    const fields = html(REPORT, TABLES, 'tidy').replace(/(<td[^>]*>)(\d[\d.]*)(<\/td>)/g, '$1<input type="text" value="$2"><input type="hidden" value="9">$3')
    expect(fields).toContain('<input')
    await isRead(await one('a.html', encode(fields)))
  })

  it.each([['减1', -1], ['减少12个', -12], ['增35', 35], ['↓2', -2], ['↑3', 3]])('with a change in words: %s', async (written, value) => {
    const old = given(8, 'cn-2019')
    const tables = tablesOf(old, PLAIN)
    const proactive = tables.proactive.map((cells) => (cells[0]!.text === '行政许可' ? cells.with(2, { ...cells[2]!, text: written }) : cells))
    const read = await one('a.html', encode(html(old, { ...tables, proactive }, 'tidy')))
    expect(numbers(read)).toMatchObject({ 'licences.items-before': old.figures.get('licences.items-before'), 'licences.change': value, 'licences.decisions': old.figures.get('licences.decisions') })
  })

  it('with a heading of table 2 that stands alone on its row: the projects of the year before are this report’s', async () => {
    const old = given(8, 'cn-2019')
    const tables = tablesOf(old, PLAIN)
    const at = tables.proactive.findIndex((cells) => cells[0]!.text === '行政许可')
    const read = await one('a.html', encode(html(old, { ...tables, proactive: tables.proactive.toSpliced(at, 0, [{ text: '上一年项目数量', columns: 4 }]) }, 'tidy')))
    expect(numbers(read)).toMatchObject(Object.fromEntries([...old.figures].filter(([figure]) => figure.startsWith('licences.'))))
    expect(read.problems.map(({ kind }) => kind)).not.toContain('year-other')
  })

  it('with what the form says of a fee or a correction left out, or after a shorter name', async () => {
    const rows = TABLES.requests.map((cells) => cells.map((cell) => ({ ...cell, text: cell.text.replace(/申请人逾期未按.*/, '逾期未缴费、行政机关不再处理其政府信息公开申请').replace(/申请人无正当理由逾期不补正.*/, '申请人逾期不补正、行政机关不再处理其政府信息公开申请') })))
    await isRead(await page({ requests: rows }))
  })
})

describe('a Word file', () => {
  const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const file = (cell: (text: string) => string): Uint8Array => {
    const paragraph = (text: string): string => `<w:p>${run(text)}</w:p>`
    const table = (rows: Rows): string => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(({ text, columns = 1 }) => `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p>${isNumber(text) ? cell(text) : run(text.replace(/\n/g, ''))}</w:p></w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
    return docxOf([paragraph(`${REPORT.agency}${REPORT.year}年政府信息公开工作年度报告`), ...[TABLES.proactive, TABLES.requests, TABLES.reviews].flatMap((rows, at) => [paragraph(HEADINGS[at]!), table(rows)])].join(''))
  }
  const placeholder = `<w:sdt><w:sdtPr><w:id w:val="1"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入文字。')}</w:sdtContent></w:sdt>`

  it.each([
    ['struck out numbers', (text: string) => `${run('93', '<w:strike/>')}${run(text)}${run('4', '<w:dstrike w:val="true"/>')}`],
    ['words that say they are not struck', (text: string) => run(text, '<w:strike w:val="0"/>')],
    ['a number in a simple field', (text: string) => `<w:fldSimple w:instr=" =SUM(LEFT) ">${run(text)}</w:fldSimple>`],
    ['a raised mark of a note', (text: string) => `${run(text)}${run('1', '<w:position w:val="8"/>')}`],
    ['a content control', (text: string) => `<w:sdt><w:sdtPr><w:id w:val="2"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`],
  ])('with %s', async (_, cell) => isRead(await one('a.docx', file(cell))))

  it('with content controls that nobody filled in', async () => {
    await isRead(await one('a.docx', file((text) => (text === '0' ? placeholder : run(text)))), expected((_, value) => value === 0))
  })
})

describe('agency and year', () => {
  const named = async (title: string, ...lines: string[]): Promise<unknown[]> => {
    const { agency, year } = await one('a.html', encode(html(REPORT, TABLES, 'tidy').replaceAll(`${REPORT.agency}${REPORT.year}年政府信息公开工作年度报告`, title).replaceAll(REPORT.agency, '本机关').replace('</body>', `${lines.map((line) => `<p>${line}</p>`).join('')}</body>`)))
    return [agency, year]
  }

  it.each([
    ['云梦市水务局政府信息公开工作2023年度报告', ['云梦市水务局', 2023]],
    ['2023年政府信息公开工作年度报告（云梦市东湖街道办事处）', ['云梦市东湖街道办事处', 2023]],
    ['云梦市水务局二0二三年度政府信息公开年报', ['云梦市水务局', 2023]],
    ['云梦海关2023年政府信息公开工作年度报告', ['云梦海关', 2023]],
    ['云梦市第一中学2023年政府信息公开工作年度报告', ['云梦市第一中学', 2023]],
    ['云梦市总工会2023年政府信息公开工作年度报告', ['云梦市总工会', 2023]],
  ])('%s', async (title, who) => {
    expect(await named(title, `如对本报告有疑问，请与${String(who[0])}办公室联系（电话：000-0000000）。`)).toEqual(who)
  })

  it('is that of the text where the title begins with what kind of place it is', async () => {
    expect(await named('县城市管理局2023年政府信息公开工作年度报告', '现公布青阳县城市管理局2023年政府信息公开工作年度报告。')).toEqual(['青阳县城市管理局', 2023])
  })
})
