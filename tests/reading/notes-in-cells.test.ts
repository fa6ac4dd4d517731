import { expect, it } from 'vitest'
import { readReports } from '@/reading'
import { gridOf, type Block } from '@/reading/document'
import { recognise } from '@/reading/recognise'
import { given, PLAIN, tablesOf, type Cell } from './documents'
import { pdf, placed, type Placed } from './pdf'

// Notes below the numbers of their cells, with and without brackets.

const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 9 : 4.5), 0)
const centred = (text: string, middle: number, y: number): Placed => [text, middle - width(text) / 2, y]
const PLACES = [250, 350, 450]
const HEADS = ['本年制发件数', '本年废止件数', '现行有效件数']
const cells = async (name: string, bytes: Uint8Array): Promise<Record<string, unknown>> => {
  const { reports } = await readReports({ name, bytes })
  return Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? { value: cell.value, note: cell.note } : cell.missing]))
}

it('a note in words is that of the number above it in its cell', async () => {
  const row = (label: string, numbers: readonly string[]): string => `<tr><td>${label}</td>${numbers.map((text) => `<td>${text}</td>`).join('')}</tr>`
  const html = `<h1>云梦市水务局2021年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>${row('信息内容', HEADS)}${row('规章', ['0', '440<p>注：含联合答复3件</p>', '278'])}${row('行政规范性文件', ['12<br>其中修订4件（含1件废止）', '0', '9<br/>包括往年2件'])}</table>`
  expect(await cells('a.html', new TextEncoder().encode(html))).toMatchObject({ 'rules.repealed': { value: 440, note: '注：含联合答复3件'.normalize('NFKC') }, 'rules.in-force': { value: 278 }, 'documents.issued': { value: 12 }, 'documents.in-force': { value: 9, note: '包括往年2件' } })
})

it('a mark behind a note points to another, below the table', async () => {
  const row = (label: string, numbers: readonly string[]): string => `<tr><td>${label}</td>${numbers.map((text) => `<td>${text}</td>`).join('')}</tr>`
  const html = `<h1>云梦市水务局2021年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>${row('信息内容', HEADS)}${row('规章', ['0', '0', '0'])}${row('行政规范性文件', ['4（其中修订1件）①', '2件（含失效1件）*', '9（含修订3件）[1]'])}</table>`
  expect(await cells('a.html', new TextEncoder().encode(html))).toMatchObject({ 'documents.issued': { value: 4, note: '其中修订1件' }, 'documents.repealed': { value: 2, note: '含失效1件' }, 'documents.in-force': { value: 9, note: '含修订3件' } })
})

it.each([
  ['a mark that points to a note', '〔注〕'],
  ['a stop', '。'],
  ['a point', '.'],
  ['a comma of a list', '、'],
])('%s behind a number is no part of it', async (_, mark) => {
  const report = given(7)
  const tables = tablesOf(report, PLAIN, 7)
  const marked = (text: string): string => (/^[1-9]\d*$/.test(text) ? `${text}${mark}` : text)
  const table = (rows: typeof tables.requests): string => `<table>${rows.map((row) => `<tr>${row.map(({ text, rows: down = 1, columns = 1 }) => `<td rowspan="${down}" colspan="${columns}">${marked(text)}</td>`).join('')}</tr>`).join('')}</table>`
  const found = await cells('a.html', new TextEncoder().encode(`<h1>${report.agency}${report.year}年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p>${table(tables.proactive)}<p>三、收到和处理政府信息公开申请情况</p>${table(tables.requests)}<p>四、政府信息公开行政复议、行政诉讼情况</p>${table(tables.reviews)}`))
  expect(Object.fromEntries(Object.entries(found).map(([figure, cell]) => [figure, (cell as { value?: number }).value]))).toEqual(Object.fromEntries(report.figures))
})

/** Table 2 without rulings: rows of a name and numbers, each number on a line with its note below. */
const page = (rows: readonly (readonly [name: string, at: number, numbers: readonly (readonly [text: string, y: number])[]])[]): Uint8Array =>
  placed([[['云梦市水务局2021年政府信息公开工作年度报告', 60, 40], ['二、主动公开政府信息情况', 60, 60], ['信息内容', 60, 84], ...HEADS.map((text, at) => centred(text, PLACES[at]!, 84)), ...rows.flatMap(([name, at, numbers]): Placed[] => [[name, 60, at], ...numbers.map(([text, y], column) => [text, y, PLACES[column]!] as const).flatMap(([text, y, middle]) => text.split('|').map((line, below) => centred(line, middle, y + below * 12)))]), ['三、收到和处理政府信息公开申请情况', 60, 190], ['无。', 60, 206]]])

it.each([
  ['in brackets, of two numbers that stand as high', '（其中4件|为上年结转）'],
  ['in words', '注：含联合|答复4件'],
])('notes below numbers in a table without rulings: %s', async (_, note) => {
  const found = await cells('a.pdf', page([['规章', 102, [['163', 102], ['731', 102], ['0', 102]]], ['行政规范性文件', 142, [[`95|${note}`, 118], ['440', 142], [`92|${note}`, 118]]]]))
  expect(found).toMatchObject({ 'rules.issued': { value: 163 }, 'rules.repealed': { value: 731 }, 'rules.in-force': { value: 0 }, 'documents.issued': { value: 95 }, 'documents.repealed': { value: 440 }, 'documents.in-force': { value: 92 } })
})

it('a note that the end of a page cuts is whole, in the first row of its group too', async () => {
  const report = given(7)
  const tables = tablesOf(report, PLAIN, 7)
  const at = tables.requests.findIndex((row) => row.some(({ text }) => text.includes('予以公开')))
  const [side, label, first, ...others] = tables.requests[at]! as [Cell, Cell, Cell, ...Cell[]]
  const blank = (cell: Cell): Cell => ({ ...cell, text: '' })
  const halves = [[{ ...side, rows: 1 }, label, { ...first, text: `${first.text}（含5件` }, ...others], [{ ...side, text: '\f' }, blank(label), { ...first, text: '联合答复）' }, ...others.map(blank)]]
  const found = await cells('a.pdf', pdf(report, { ...tables, requests: tables.requests.toSpliced(at, 1, ...halves) }))
  expect(found['requests.granted.natural']).toEqual({ value: report.figures.get('requests.granted.natural'), note: '含5件联合答复' })
  expect(Object.fromEntries(Object.entries(found).map(([figure, cell]) => [figure, (cell as { value: number }).value]))).toEqual(Object.fromEntries(report.figures))
})

it('a note below all of a table without rulings is none of the number above it', async () => {
  const rows: Placed[] = [['信息内容', 60, 130], centred('本年收费金额（单位：万元）', 350, 130), ['行政事业性收费', 60, 146], centred('0', 350, 146), centred('注：以上数据含9家下属单位，统计截至2021年12月31日，另有说明的除外，不再逐一列出。', 300, 160)]
  const found = await cells('a.pdf', placed([[['云梦市水务局2021年政府信息公开工作年度报告', 60, 40], ['二、主动公开政府信息情况', 60, 60], ['信息内容', 60, 84], ...HEADS.map((text, at) => centred(text, PLACES[at]!, 84)), ['规章', 60, 102], ...['1', '2', '3'].map((text, at) => centred(text, PLACES[at]!, 102)), ...rows, ['三、收到和处理政府信息公开申请情况', 60, 190], ['无。', 60, 206]]]))
  expect(found).toMatchObject({ 'rules.issued': { value: 1 }, 'rules.in-force': { value: 3 }, 'fees.amount': { value: 0, note: undefined } })
})

it('no blank remark stands for a number before it that cannot be read; that is told', () => {
  const title = '云梦市水务局2023年政府信息公开工作年度报告'
  const rows = [['信息内容', '本年处理决定数量', '备注'], ['行政许可', '5 0件', ''], ['行政处罚', '7', ''], ['行政强制', '2', '']]
  const text = (words: string): Block => ({ kind: 'text', text: words, place: {} })
  const table: Block = { kind: 'table', rows: gridOf(rows.map((row) => row.map((words) => ({ text: words })))), place: { page: 1, table: 1 } }
  const [report] = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [title], problems: [], blocks: [text(title), text('二、主动公开政府信息情况'), table] }])
  expect([report!.cells.has('licences.decisions' as never), report!.cells.get('penalties.decisions' as never)?.cell]).toEqual([false, { value: 7 }])
  expect(report!.problems.some(({ figures }) => figures?.includes('licences.decisions' as never))).toBe(true)
})

it.each([5, 6, 8])('a mark raised behind a number is none of its digits, hardly smaller neither (size %i of 9)', async (size) => {
  const row = (name: string, y: number, mark: readonly Placed[] = []): Placed[] => [[name, 60, y], ...['3', '1', '26'].flatMap((text, at) => [centred(text, PLACES[at]!, y), ...(at === 1 ? mark : [])])]
  const bytes = placed([[['云梦市水务局2021年政府信息公开工作年度报告', 60, 40], ['二、主动公开政府信息情况', 60, 60], ['信息内容', 60, 84], ...HEADS.map((text, at) => centred(text, PLACES[at]!, 84)), ...row('规章', 102, [['1', PLACES[1]! + 2.25, 97, size]]), ...row('行政规范性文件', 120), ['三、收到和处理政府信息公开申请情况', 60, 190], ['无。', 60, 206]]])
  expect(await cells('a.pdf', bytes)).toMatchObject({ 'rules.issued': { value: 3 }, 'rules.repealed': { value: 1 }, 'rules.in-force': { value: 26 }, 'documents.repealed': { value: 1 } })
})

it.each([
  ['with a number before it', ['66', '', '36', '较上年增加3件'], { 'penalties.items-before': 66, 'penalties.change': 'blank', 'penalties.decisions': 36 }],
  ['with one number', ['', '', '30', '较上年增加3件'], { 'penalties.items-before': 'blank', 'penalties.change': 'blank', 'penalties.decisions': 30 }],
])('a remark behind a row with blank cells moves none of its numbers: %s', (_, numbers, expected) => {
  const rows = [['信息内容', '上一年项目数量', '本年增/减', '处理决定数量', '备注'], ['行政许可', '5', '1', '50', ''], ['行政处罚', ...numbers]]
  const text = (words: string): Block => ({ kind: 'text', text: words, place: {} })
  const table: Block = { kind: 'table', rows: gridOf(rows.map((row) => row.map((words) => ({ text: words })))), place: { table: 1 } }
  const [report] = recognise([{ file: 'a.txt', kind: 'text', titles: [], problems: [], blocks: [text('云梦市水务局2020年政府信息公开工作年度报告'), text('二、主动公开政府信息情况'), table] }])
  expect(Object.fromEntries([...report!.cells].flatMap(([figure, { cell }]) => (figure.startsWith('penalties.') ? [[figure, 'value' in cell ? cell.value : cell.missing]] : [])))).toEqual(expected)
})
