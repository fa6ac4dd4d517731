import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, slots, tablesOf, type Given, type Rows, type Tables } from './documents'
import { docxOf } from './docx'

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const isNumber = (text: string): boolean => /^[+-]?[\d,.]+$/.test(text)
const mapped = (rows: Rows, change: (text: string) => string): Rows => rows.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) })))

interface Writer {
  readonly paragraph: (text: string) => string
  readonly table: (rows: Rows) => string
}
const TEXT: Writer = { paragraph: (text) => `${text}\n`, table: (rows) => `${slots(rows).map((row) => row.map(({ text }) => text).join('\t')).join('\n')}\n` }
const span = ({ rows = 1, columns = 1 }: Rows[number][number]): string => `rowspan="${rows}" colspan="${columns}"`
const page = (cell: (text: string) => string): Writer => ({ paragraph: (text) => `<p>${text}</p>`, table: (rows) => `<table>${rows.map((row) => `<tr>${row.map((each) => `<td ${span(each)}>${cell(each.text)}</td>`).join('')}</tr>`).join('')}</table>` })
const PAGE = page((text) => text)
const tabbed = (text: string): string => `<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr>${text.split('\t').map((part) => `<w:r><w:t xml:space="preserve">${part}</w:t></w:r>`).join('<w:r><w:tab/></w:r>')}</w:p>`
const WORD: Writer = { paragraph: tabbed, table: (rows) => `${slots(rows).map((row) => tabbed(row.map(({ text }) => text.replace(/\n/g, '')).join('\t'))).join('')}` }

/** The report's parts; `around`: what stands before and behind each table. */
const written = ({ agency, year }: Given, { paragraph, table }: Writer, tables: Tables, around: (at: number, table: string) => string = (_, own) => own): string =>
  [paragraph(`${agency}${year}年政府信息公开工作年度报告`), ...[tables.proactive, tables.requests, tables.reviews].flatMap((rows, at) => [paragraph(HEADINGS[at]!), around(at, table(rows))]), paragraph('五、存在的主要问题及改进情况')].join('\n')

async function read(name: string, bytes: Uint8Array): Promise<ReadReport> {
  const { reports } = await readReports({ name, bytes })
  expect(reports).toHaveLength(1)
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
async function isRead(report: Given, name: string, bytes: Uint8Array): Promise<ReadReport> {
  const found = await read(name, bytes)
  expect({ agency: found.agency, year: found.year, ...numbers(found) }).toEqual({ agency: report.agency, year: report.year, ...Object.fromEntries(report.figures) })
  return found
}

const DIGITS = '零一二三四五六七八九'
/** A number below a hundred in Chinese characters; others as they are. */
function inCharacters(text: string): string {
  const [tens, ones] = [Math.floor(Number(text) / 10), Number(text) % 10]
  if (!/^\d{1,2}$/.test(text)) return text
  return tens === 0 ? (ones === 0 ? '〇' : DIGITS[ones]!) : `${tens === 1 ? '' : DIGITS[tens]!}十${ones === 0 ? '' : DIGITS[ones]!}`
}

const report = given(7)
const tables = tablesOf(report, PLAIN, 7)
const lastYear = tablesOf({ ...report, figures: given(21).figures }, PLAIN, 7)

describe('numbers in Chinese characters', () => {
  const changed: Tables = { ...tables, requests: mapped(tables.requests, inCharacters), reviews: mapped(tables.reviews, inCharacters) }
  const lines: Writer = { ...TEXT, table: (rows) => rows.flatMap((row) => row.map(({ text }) => `${text.replace(/\n/g, '')}\n`)).join('') }
  it.each([['a.html', PAGE], ['a.txt', TEXT], ['lines.txt', lines]] as const)('%s', async (name, writer) => {
    const { cells } = await isRead(report, name, encode(written(report, writer, changed)))
    const [, read] = [...cells].find(([figure, { cell }]) => figure.startsWith('requests.') && 'value' in cell && cell.value > 10 && cell.value < 100)!
    if (name === 'a.html') expect(read.cell).toMatchObject({ raw: expect.stringMatching(/十/) as string })
  })
  it('is a zero where the letter O stands alone, and says so', async () => {
    const { cells } = await isRead(report, 'a.html', encode(written(report, PAGE, { ...tables, requests: mapped(tables.requests, (text) => (text === '0' ? 'O' : text)) })))
    const letters = [...cells].filter(([, { settled }]) => settled === 'letter')
    expect(letters.length).toBeGreaterThan(50)
    for (const [figure, { cell }] of letters) expect([figure.split('.')[0], cell]).toEqual(['requests', { value: 0, raw: 'O' }])
  })
})

it.each([['a.html', PAGE], ['a.txt', TEXT]] as const)('letters among digits are the digits that they look like, and that is said: %s', async (name, writer) => {
  const lettered: Tables = { ...tables, requests: mapped(tables.requests, (text) => (/^\d{2,}$/.test(text) ? text.replace('1', 'l').replace(/0$/, 'O') : text)) }
  const { cells } = await isRead(report, name, encode(written(report, writer, lettered)))
  const letters = [...cells].filter(([, { settled }]) => settled === 'letter')
  if (name === 'a.html') expect(letters.length).toBeGreaterThan(3)
})

describe('the character 一 where no other number is in characters', () => {
  const struck: Tables = { ...tables, requests: mapped(tables.requests, (text) => (text === '0' ? '一' : text)), reviews: mapped(tables.reviews, (text) => (text === '0' ? '一' : text)) }
  const lines: Writer = { ...TEXT, table: (rows) => rows.flatMap((row) => row.map(({ text }) => `${text.replace(/\n/g, '')}\n`)).join('') }
  it.each([['a.html', PAGE], ['a.txt', TEXT], ['lines.txt', lines]] as const)('is typed for a dash, and no one: %s', async (name, writer) => {
    const { reports } = await readReports({ name, bytes: encode(written(report, writer, struck)) })
    const cells = [...reports[0]!.cells].filter(([figure]) => report.figures.get(figure) === 0 && /^requests|^review|^suit/.test(figure))
    expect(cells.length).toBeGreaterThan(100)
    for (const [figure, { cell, settled }] of cells) expect([figure, 'missing' in cell && cell.missing, settled === (name === 'a.html' ? 'stroke' : undefined)]).toEqual([figure, 'not-applicable', true])
  })
})

describe('last year’s table beside this year’s', () => {
  const HEADS = [[`${report.year - 1}年`, `${report.year}年`], ['上一年度情况：', '本年度情况：'], [`（一）${report.year - 1}年收到和处理申请情况`, `（二）${report.year}年收到和处理申请情况`]] as const
  for (const [kind, writer] of [['html', PAGE], ['txt', TEXT]] as const) {
    it.each(HEADS)(`${kind}: %s before %s`, async (before, own) => {
      const found = await isRead(report, `a.${kind}`, encode(written(report, writer, tables, (at, table) => (at === 1 ? [writer.paragraph(before), writer.table(lastYear.requests), writer.paragraph(own), table].join('\n') : table))))
      const told = found.problems.map(({ kind: problem }) => problem)
      expect(told).toContain('year-other')
      expect(told).not.toContain('row-twice')
    })
  }
  const APPENDED = `附件：${report.year - 1}年收到和处理政府信息公开申请情况（供对照）`
  const outcomes = (rows: Rows): Rows => rows.toSpliced(rows.findIndex((cells) => cells.some(({ text }) => text.includes('予以公开'))), 0, [{ text: '三、本年度办理结' }])
  it.each<[string, string, string, (rows: Rows) => Rows]>([
    ['with the words beside its outcomes on a row of their own', '', '', outcomes],
    ['behind the headings of its columns', '', PAGE.paragraph('申请人情况'), (rows) => rows],
    ['behind the heading of the part of the report', '', PAGE.paragraph(HEADINGS[1]), (rows) => rows],
    ['headed behind the date', `${report.year + 1}年1月31日`, '', (rows) => rows],
  ])('appended, %s: fills no blank of this year’s', async (_, before, behind, change) => {
    const blank = mapped(tables.requests, (text) => (text === '0' ? '' : text))
    const page = `${written(report, PAGE, { ...tables, requests: blank })}${PAGE.paragraph(`${before}${APPENDED}`)}${behind}${PAGE.table(change(lastYear.requests))}`
    const found = await read('a.html', encode(page))
    expect(numbers(found)).toEqual(Object.fromEntries([...report.figures].map(([figure, value]) => [figure, figure.startsWith('requests.') && value === 0 ? 'blank' : value])))
    expect(found.problems.map(({ kind }) => kind)).toContain('year-other')
    expect(found.problems.map(({ kind }) => kind)).not.toContain('row-twice')
  })
  it('is read where a heading left over from last year is all there is', async () => void (await isRead(report, 'a.html', encode(written(report, PAGE, tables, (at, table) => `${at === 1 ? PAGE.paragraph(`${report.year - 1}年`) : ''}${table}`)))))
})

describe('a table of contents', () => {
  it.each(['\t', '……………………', '    ', ' ...... '])('with %j before its page numbers is no table, and parts no title', async (leader) => {
    const parts = ['一、总体情况', ...HEADINGS, '五、存在的主要问题及改进情况', '六、其他需要报告的事项'].map((part, at) => `${part}${leader}${at + 1}`)
    const title = `${report.agency}${report.year}年政府信息公开工作年度报告`
    const body = written(report, TEXT, tables).replace(title, `${title.slice(0, -6)}\n${title.slice(-6)}\n目  录\n${parts.join('\n')}`)
    const found = await isRead(report, 'a.txt', encode(body))
    expect([found.complete, found.problems]).toEqual([true, []])
  })
})

describe('a picture of several years before the tables', () => {
  it.each(['{a}年—{b}年申请数量对比图', '{a}—{b}年申请数量对比图', '{a}年申请数量对比图'])('%s: its caption says of no table what year it is of', async (caption) => {
    const words = caption.replace('{a}', String(report.year - 1)).replace('{b}', String(report.year))
    const found = await isRead(report, 'a.html', encode(written(report, PAGE, tables, (at, table) => (at === 0 ? `${PAGE.paragraph(words)}${table}` : table)).replace(/[二三四]、/g, '')))
    expect(found.problems.map(({ kind }) => kind)).not.toContain('year-other')
  })
})

describe('tables of pages', () => {
  it('with a row whose name lost a column, and a blank cell at its end: the last number is not the blank below its heading', async () => {
    const at = tables.requests.findIndex((row) => row.some(({ text }) => text.replace(/\n/g, '').includes('部分公开')))
    const moved = tables.requests.map((row, y): Rows[number] => (y === at ? [...row.map((cell, x) => (x === row.length - 8 ? { ...cell, columns: (cell.columns ?? 1) - 1 } : cell)), { text: '' }] : row))
    expect(moved[at]!.at(-9)!.columns).toBeGreaterThan(0)
    await isRead(report, 'a.html', encode(written(report, PAGE, { ...tables, requests: moved })))
  })
  it('in what a script shows when all is loaded, as the page was saved', async () => {
    const shown = (style: string): Uint8Array => encode(`<body><div id="js_content" style="${style}">${written(report, PAGE, tables)}</div></body>`)
    await isRead(report, 'a.html', shown('visibility: hidden; opacity: 0;'))
    expect((await readReports({ name: 'a.html', bytes: shown('display: none') })).refused?.kind).toBe('not-a-report')
  })
  it.each([['4', true], ['3', false]])('with the name of the row above again, behind the number %s', async (number, isRead4) => {
    const named = tables.requests.map((row) => row.map((cell) => (cell.text.replace(/\n/g, '').endsWith('大量反复申请') ? { ...cell, text: `${number}.要求提供公开出版物` } : cell)))
    const { cells, problems } = await read('a.html', encode(written(report, PAGE, { ...tables, requests: named })))
    const figure = 'requests.not-processed.excessive.total'
    const cell = cells.get(figure)?.cell
    expect(cell && 'value' in cell && cell.value).toBe(isRead4 ? report.figures.get(figure) : undefined)
    expect(problems.find(({ kind }) => kind === (isRead4 ? 'label-guessed' : 'row-missing'))?.figures).toContain(figure)
  })
  it('with the article behind the names of table 2', async () => {
    const named = tables.proactive.map((row) => row.map((cell) => (/^(?:规章|行政规范性文件|规范性文件)$/.test(cell.text) ? { ...cell, text: `${cell.text}（第二十条第（一）项）` } : cell)))
    expect(named.flat().filter(({ text }) => text.includes('（第二十条')).length).toBe(2)
    await isRead(report, 'a.html', encode(written(report, PAGE, { ...tables, proactive: named })))
  })
  it('with a table in each cell', async () => void (await isRead(report, 'a.html', encode(written(report, page((text) => `<table><tr><td>${text}</td></tr></table>`), tables)))))
  it('with the kinds of table 4 as tables side by side', async () => {
    const [kinds, results, ...rest] = tables.reviews
    const part = (from: number, to: number): string => `<table><tr>${rest[0]!.slice(0, 5).map(({ text }) => `<td>${text}</td>`).join('')}</tr><tr>${rest[1]!.slice(from, to).map(({ text }) => `<td>${text}</td>`).join('')}</tr></table>`
    const nested = `<table><tr><td>${kinds![0]!.text}</td>${results!.slice(5).map(({ text }) => `<td>${text}</td>`).join('')}</tr><tr>${[0, 5, 10].map((from) => `<td>${part(from, from + 5)}</td>`).join('')}</tr></table>`
    await isRead(report, 'a.html', encode(written(report, PAGE, tables, (at, table) => (at === 2 ? nested : table))))
  })
  it('with one value for the three rows of 其他处理: that of the group', async () => {
    const rows = tables.requests.map((row) => [...row])
    const first = rows.findIndex((row) => row.some(({ text }) => text === '（六）其他处理'))
    rows[first] = rows[first]!.map((cell) => (isNumber(cell.text) ? { text: '4', rows: 3 } : cell))
    for (const below of [first + 1, first + 2]) rows[below] = rows[below]!.filter(({ text }) => !isNumber(text))
    const found = numbers(await read('a.html', encode(written(report, PAGE, { ...tables, requests: rows }))))
    expect(found['requests.other.total']).toBe(4)
    expect(Object.keys(found).filter((figure) => figure.startsWith('requests.other.') && figure.split('.').length === 4)).toEqual([])
  })
  it('made of list items, those of few numbers too', async () => {
    const list = (rows: Rows): string => `<ul>${rows.map((row) => `<li>${row.map(({ text }) => `<span>${text}</span>`).join('')}</li>`).join('')}</ul>`
    await isRead(report, 'a.html', encode(written(report, { ...PAGE, table: list }, tables)))
  })
  it('with a blank row of table 2 beside what heads its part', async () => {
    const page = '<table><tr><td rowspan=3>第二十条第（一）项</td><td>信息内容</td><td>本年新制作数量</td><td>本年新公开数量</td><td>对外公开总数量</td></tr><tr><td>规<br>章</td><td></td><td></td><td></td></tr><tr><td>行政规范性文件</td><td>2</td><td>2</td><td>9</td></tr></table>'
    const { cells } = await read('a.html', encode(`<html><body><h1>云梦市水务局2019年政府信息公开工作年度报告</h1><p>${HEADINGS[0]}</p>${page}</body></html>`))
    expect([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing])).toEqual([['rules.newly-made', 'blank'], ['rules.newly-published', 'blank'], ['rules.public-total', 'blank'], ['documents.newly-made', 2], ['documents.newly-published', 2], ['documents.public-total', 9]])
  })
  it('with a row of blank cells at the end, as word processors write', async () => {
    const blank = tables.reviews.at(-1)!.map(() => ({ text: '' }))
    const found = await isRead(report, 'a.html', encode(written(report, PAGE, { ...tables, reviews: [...tables.reviews, blank] })))
    expect(found.problems).toEqual([])
  })
  it('with blank columns beside table 4, and headings over two rows in it', async () => {
    const values = tables.reviews.at(-1)!.map(({ text }) => (text === '0' ? '' : text))
    const row = (cells: string): string => `<tr><td></td>${cells}<td></td></tr>`
    const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const table = `<table>${row(`<td colspan=5>行政复议</td><td colspan=10>行政诉讼</td>`)}${row(`${five.map((text) => `<td rowspan=2>${text}</td>`).join('')}<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td>`)}${row([...five, ...five].map((text) => `<td>${text}</td>`).join(''))}${row(values.map((text) => `<td>${text}</td>`).join(''))}<tr>${'<td></td>'.repeat(16)}</tr></table>`
    const found = await read('a.html', encode(written(report, PAGE, tables, (at, own) => (at === 2 ? table : own))))
    expect(numbers(found)).toEqual(Object.fromEntries([...report.figures].map(([figure, value]) => [figure, /^(?:review|suit)/.test(figure) && value === 0 ? 'blank' : value])))
  })
  it('in traditional characters', async () => {
    const letters = new Map([...'东東县縣区區应應厅廳财財务務业業农農术術环環报報关關开開复復议議诉訴讼訟办辦理理结結转轉计計总總据據为為数數无無国國会會规規费費购購项項现現类類处處织織协協团團机機构構请請资資讯訊维維纠糾审審废廢强強与與确確认認举舉类類贵貴过過'].flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1]!] as const] : [])))
    const page = written(report, PAGE, tables)
    await isRead(report, 'a.html', encode([...page].map((letter) => letters.get(letter) ?? letter).join('')))
  })
  it('in traditional characters with their readings behind some', async () => {
    const letters = new Map([...'县縣区區应應厅廳财財务務业業农農术術环環报報关關开開复復议議诉訴讼訟办辦结結转轉总總据據为為无無国國会會规規费費项項现現类類处處织織协協机機请請资資讯訊维維纠糾审審废廢与與确確认認贵貴过過'].flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1]!] as const] : [])))
    const page = written(report, PAGE, tables)
    await isRead(report, 'a.html', encode([...page].map((letter) => letters.get(letter) ?? letter).join('').replaceAll('應', '應(yīng)').replaceAll('機', '機(jī)').replaceAll('結', '結(jié)')))
  })
  it.each(['visibility:hidden', 'font-size:0', 'color:#000; font-size: 0px;', 'opacity:0'])('with numbers that nobody sees: %s', async (style) => void (await isRead(report, 'a.html', encode(written(report, page((text) => (isNumber(text) ? `<span style="${style}">7</span>${text}` : text)), tables)))))
  it('with a note behind a row’s name that has the words of another', async () => void (await isRead(report, 'a.html', encode(written(report, PAGE, { ...tables, requests: mapped(tables.requests, (text) => text.replace('予以公开', '予以公开（含已主动公开）').replace('不予以', '不予')) })))))
})

describe('tables of texts', () => {
  it('parted by tabs in a Word file that names a style it does not have', async () => void (await isRead(report, 'a.docx', docxOf(written(report, WORD, tables)))))
  it('with the numbers of a row on the line below its name, parted by tabs', async () => {
    const lines = (rows: Rows): string => rows.map((row) => [...row.filter(({ text }) => !isNumber(text)).map(({ text }) => text.replace(/\n/g, '')), row.filter(({ text }) => isNumber(text)).map(({ text }) => text).join('\t')].filter((line) => line !== '').join('\n')).join('\n')
    const found = numbers(await read('a.txt', encode(written(report, { ...TEXT, table: lines }, tables))))
    for (const [figure, value] of report.figures) if (figure.startsWith('requests.')) expect([figure, found[figure]]).toEqual([figure, value])
  })
  it('parted by tabs, with a row that has lost its name below the blank rest of one that is broken', async () => {
    const lines = (rows: Rows): string => `${slots(rows).map((row) => row.map(({ text }) => text.replace(/\n/g, '')).join('\t').replace(/(\d．危及“)(三安全一稳定”)((?:\t\d+)+)$/, '$1$3\n\t\t$2\t\t\t\t\t\t\t').replace(/\d．保护第三方合法权益/, '')).join('\n')}\n`
    const own = given(7, 'cn-2021')
    const text = written(own, { ...TEXT, table: lines }, tablesOf(own, PLAIN, 7))
    expect(text).toMatch(/\t\d．危及“\t\d.*\n\t\t三安全一稳定”\t{7}\n\t\t\t\d/)
    const found = numbers(await read('a.txt', encode(text)))
    for (const [figure, value] of own.figures) expect([figure, found[figure]]).toEqual([figure, value])
  })
  it('never takes the end of a number for the number', async () => {
    const found = numbers(await read('a.txt', encode(written(report, { ...TEXT, table: (rows) => `${rows.map((row) => row.map(({ text }) => text).join(' ')).join('\n').replace(/行政处罚 \S+/, '行政处罚31 196')}\n` }, tables))))
    expect(found['penalties.decisions']).not.toBe(196)
  })
  it('parted by semicolons', async () => void (await isRead(report, 'a.txt', encode(written(report, { ...TEXT, table: (rows) => `${slots(rows).map((row) => row.map(({ text }) => text).join(';')).join('\n')}\n` }, tables)))))
  it('with bars between cells only, and blank ones at the ends', async () => {
    const found = await read('a.txt', encode(written(report, { ...TEXT, table: (rows) => `${slots(rows).map((row) => row.map(({ text }) => text).join(' | ')).join('\n')}\n` }, { ...tables, reviews: mapped(tables.reviews, (text) => (isNumber(text) ? '' : text)) })))
    const expected = [...report.figures].map(([figure, value]) => [figure, /^(?:review|suit)/.test(figure) ? 'blank' : value])
    expect(numbers(found)).toEqual(Object.fromEntries(expected))
  })
  it('with bars between cells only, rows of two cells too', async () => {
    const own = given(7, 'cn-2021')
    await isRead(own, 'a.txt', encode(written(own, { ...TEXT, table: (rows) => `${rows.map((row) => row.map(({ text }) => text.replace(/\n/g, '')).join('|')).join('\n')}\n` }, tablesOf(own, PLAIN, 7))))
  })
  it('with rows of blank cells above rows whose names are the form’s', async () => {
    const own = given(7, 'cn-2021')
    const blank = (rows: Rows): Rows => rows.map((row) => (/^规章$|国家秘密|禁止公开|重复申请|^3．其他$/.test(row.filter(({ text }) => !isNumber(text)).at(-1)?.text ?? '') ? row.map((cell) => (isNumber(cell.text) ? { ...cell, text: '' } : cell)) : row))
    const plain = tablesOf(own, PLAIN, 7)
    const { cells } = await read('a.txt', encode(written(own, { ...TEXT, table: (rows) => `${rows.map((row) => row.map(({ text }) => text.replace(/\n/g, '')).join('\t')).join('\n')}\n` }, { ...plain, proactive: blank(plain.proactive), requests: blank(plain.requests) })))
    const blanks = [...cells].filter(([, { cell }]) => 'missing' in cell && cell.missing === 'blank').map(([figure]) => figure)
    expect(cells.size).toBe(own.figures.size)
    expect(blanks.filter((figure) => figure.endsWith('.total') || figure === 'rules.issued')).toEqual(['rules.issued', ...['refused.state-secret', 'refused.forbidden-by-law', 'not-processed.duplicate', 'other.other'].map((row) => `requests.${row}.total`)])
  })
  it('copied from a page whose cells hold paragraphs, some of which are empty', async () => {
    const own = given(7, 'cn-2021')
    const plain = tablesOf(own, PLAIN, 7)
    const blank = mapped(plain.requests, (text) => (text === '0' ? '' : text))
    const copied = (rows: Rows): string => rows.map((row) => row.map(({ text }) => text.replace(/\n/g, '')).join('\n\n\t\n\n')).join('\n\n\n\n')
    const found = numbers(await read('a.txt', encode(written(own, { ...TEXT, table: (rows) => `${copied(rows)}\n\n\n\n` }, { ...plain, requests: blank }))))
    expect(found).toEqual(Object.fromEntries([...own.figures].map(([figure, value]) => [figure, figure.startsWith('requests.') && value === 0 ? 'blank' : value])))
  })
  it('a cell a line, with a note in the words of the other form', async () => {
    const own = given(7, 'cn-2019')
    const lines = (rows: Rows): string => `${rows.map((row) => row.map(({ text }) => text.replace(/\n/g, '')).filter((text) => text !== '').join('\n')).join('\n\n')}\n`
    const plain = tablesOf(own, PLAIN, 7)
    const issued = String(own.figures.get('documents.newly-made'))
    const noted = plain.proactive.map((row) => (row.some(({ text }) => text === '行政规范性文件' || text === '规范性文件') ? row.map((cell) => (cell.text === issued ? { ...cell, text: `${issued}（含废止后重新制定）` } : cell)) : row))
    expect(noted).not.toEqual(plain.proactive)
    const read = await isRead(own, 'a.txt', encode(written(own, { ...TEXT, table: lines }, { ...plain, proactive: noted })))
    expect(read.format).toBe('cn-2019')
  })
  it('a cell a line, with one wrong sum of few rows that are not zero', async () => {
    const own = given(7, 'cn-2021')
    const kept = /^requests\.(?:received|granted|processed)\./
    const figures = new Map([...own.figures].map(([figure, value]) => [figure, figure.startsWith('requests.') && !kept.test(figure) ? 0 : value]))
    figures.set('requests.processed.total', (figures.get('requests.processed.total') as number) + 1)
    const few = { ...own, figures }
    const lines = (rows: Rows): string => `${rows.map((row) => row.map(({ text }) => text.replace(/\n/g, '')).filter((text) => text !== '').join('\n')).join('\n\n')}\n`
    await isRead(few, 'a.txt', encode(written(few, { ...TEXT, table: lines }, tablesOf(few, PLAIN, 7))))
  })
  it.each([['（一）公开', PAGE, 'a.html'], ['（一）公开', TEXT, 'a.txt'], ['公开', PAGE, 'a.html']])('with %s for 予以公开', async (words, writer, name) => {
    await isRead(report, name, encode(written(report, writer, { ...tables, requests: mapped(tables.requests, (text) => (text === '（一）予以公开' ? words : text)) })))
  })
  const broken = (rows: Rows): Rows => mapped(rows, (text) => text.replace(/\n/g, '').replace(/^(本年新|对外公开|商业|科研|社会|法律|结果|其他(?=结果)|尚未)(?=.)/, '$1\n'))
  it('with headings broken within their cells, parted by tabs', async () => {
    const own = given(7, 'cn-2019')
    const { problems } = await isRead(own, 'a.txt', encode(written(own, { ...TEXT, table: (rows) => `${broken(rows).map((row) => row.map(({ text }) => text).join('\t')).join('\n')}\n` }, tablesOf(own, PLAIN, 7))))
    expect(problems).toEqual([])
  })
  it('with row names broken before words that name another row or the row itself, and a misprint between', async () => {
    const own = given(7, 'cn-2021')
    const write = (text: string): string => text.replace(/\n/g, '').replace(/(不计(?=其他情形)|属于三类|^3．危及|^3\.危及)/, '$1\n').replace('国家秘密', '国家密秘')
    const { problems, extras } = await isRead(own, 'a.txt', encode(written(own, { ...TEXT, table: (rows) => `${mapped(rows, write).map((row) => row.map(({ text }) => text).join('\t')).join('\n')}\n` }, tablesOf(own, PLAIN, 7))))
    expect(extras).toEqual([])
    expect(problems.map(({ kind }) => kind)).toEqual(['label-guessed'])
  })
  describe('with a cell a line, blank lines for blank cells', () => {
    const blank = (rows: Rows): Rows => mapped(rows, (text) => (text === '0' ? '' : text.replace(/\n/g, '')))
    const own = given(7, 'cn-2019')
    const lines = (row: Rows[number]): string => row.map(({ text }) => text).join('\n')
    const expected = Object.fromEntries([...own.figures].map(([figure, value]) => [figure, value === 0 ? 'blank' : value]))
    const plain = tablesOf(own, PLAIN, 7)
    const of = (table: Writer['table'], reviews = plain.reviews): Uint8Array => encode(written(own, { ...TEXT, table }, { ...plain, reviews }))
    it('and one between rows', async () => expect(numbers(await read('a.txt', of((rows) => `${blank(rows).map(lines).join('\n\n')}\n`)))).toEqual(expected))
    it('and rows parted by now one, now five', async () => {
      const parted = (rows: Rows): string => blank(rows).map((row, at) => `${lines(row)}${'\n'.repeat(2 + (rows.length > 10 ? (at % 3) * 2 : 0))}`).join('')
      expect(numbers(await read('a.txt', of(parted)))).toEqual(expected)
    })
    it('and headings broken', async () => expect(numbers(await read('a.txt', of((rows) => `${broken(blank(rows)).map(lines).join('\n')}\n`)))).toEqual(expected))
    it('in one row alone', async () => {
      const one = (rows: Rows): Rows => rows.map((row) => row.map((cell) => (row.some(({ text }) => text.includes('国家秘密')) && isNumber(cell.text) ? { text: '' } : { ...cell, text: cell.text.replace(/\n/g, '') })))
      const found = numbers(await read('a.txt', of((rows) => `${one(rows).map(lines).join('\n')}\n`)))
      expect(found).toEqual(Object.fromEntries([...own.figures].map(([figure, value]) => [figure, figure.includes('state-secret') ? 'blank' : value])))
    })
    it('but table 4 is not read where its numbers may stand in several columns', async () => {
      const reviews = [...plain.reviews.slice(0, -1), plain.reviews.at(-1)!.map((_, at) => ({ text: [0, 4, 5, 9, 10, 14].includes(at) ? '' : '7' }))]
      const { cells, problems } = await read('a.txt', of((rows) => `${blank(rows).map(lines).join('\n')}\n\n\n`, reviews))
      expect([...cells.keys()].filter((figure) => /^(?:review|suit)/.test(figure))).toEqual([])
      expect(problems.some(({ kind, figures }) => kind === 'row-unclear' && figures?.includes('review.upheld'))).toBe(true)
    })
  })
  it.each([['tabs', '\t'], ['lines', '\n'], ['spaces', '  ']])('with reviews in a table of five columns and suits in one of ten: %s', async (_, sign) => {
    const [, , results, values] = tables.reviews.map((row) => row.map(({ text }) => text))
    const five = results!.slice(0, 5)
    const blocks = [['行政复议'], five, values!.slice(0, 5), ['行政诉讼'], ['未经复议直接起诉', '复议后起诉'], [...five, ...five], values!.slice(5)].map((row) => row.join(sign)).join('\n')
    const table = (rows: Rows): string => `${(sign === '\t' ? slots(rows) : rows).map((row) => row.map(({ text }) => text.replace(/\n/g, '')).filter((text) => sign === '\t' || text !== '').join(sign)).join('\n')}\n`
    await isRead(report, 'a.txt', encode(written(report, { ...TEXT, table }, tables, (at, own) => (at === 2 ? `${blocks}\n` : own))))
  })
})
