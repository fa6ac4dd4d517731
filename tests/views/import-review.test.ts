import { describe, expect, it } from 'vitest'
import { lookAt } from '@/data/import/import'
import type { TableLook } from '@/data/imports'
import { checkedText } from '@/components/finding-text'
import { checkReport } from '@/domain/checks'
import type { FigureId } from '@/domain/figure'
import { label } from '@/domain/label'
import { wordsOf } from '@/i18n'
import { againCounts, againLines, broughtText } from '@/views/again-text'
import { asListed, documentText, evidenceOf, isDocument, isRead, reviewedDocument, reviewOf, sourcePlace, statedTwice, whoseReport, type DocumentLook } from '@/views/import-review'
import { openOf, openSteps } from '@/views/import-open'
import { finished } from '@/domain/turns'
import { openIn } from '@/domain/checks'
import { given, html, PLAIN, tablesOf } from '../reading/documents'
import { file } from '../data/import/given'
import { tableOf } from '../fixture'

const words = wordsOf('zh-CN')
const REPORT = given(7)
const RECEIVED = 'requests.received.total' as FigureId

const page = (report = REPORT): string => html(report, tablesOf(report, PLAIN, 7), 'tidy', 7)
/** The page without the table of reviews and suits. */
const cut = (): string => html(REPORT, { ...tablesOf(REPORT, PLAIN, 7), reviews: [] }, 'tidy', 7)

async function looked(files: Readonly<Record<string, string>>): Promise<TableLook[]> {
  const looks = await lookAt(Object.entries(files).map(([name, content]) => file(name, content)))
  return looks.map((look) => ({ ...look, suggestions: {}, lines: 0 }))
}

async function documentIn(files: Readonly<Record<string, string>>): Promise<{ all: TableLook[]; document: DocumentLook }> {
  const all = await looked(files)
  return { all, document: all.find(isRead)! }
}

describe('what the checks of a report come to', () => {
  const cells = (total: string) => ({ 'review.upheld': 1, 'review.corrected': 2, 'review.other': 0, 'review.pending': 0, 'review.total': total })
  const told = (total: string): string => checkedText(words, checkReport(tableOf([{ agency: '甲局', year: 2023, cells: cells(total) }]), 0).filter(({ check }) => check === 'H4')).text

  it('is not that all pass where a total is blank: it is counted', () => {
    expect(told('3')).not.toContain('总计未填')
    expect(told('')).toContain('另有 1 项总计未填')
    expect(told('')).not.toContain('全部相符')
  })
})

describe('a document among the files', () => {
  it('is reviewed in the place it has in the list; one that came since comes last', () => {
    const named = ['a', 'b', 'new', 'c'].map((name) => ({ name }))
    expect(asListed(named, ['c', 'unread', 'a', 'b']).map(({ name }) => name)).toEqual(['c', 'a', 'b', 'new'])
  })

  it('is read in full, in part with what is missing, or not with why and what to do', async () => {
    const all = await looked({ 'a.html': page(), 'b.html': cut(), 'c.html': '<p>hello</p>', 'd.csv': '机关,年度,本年新收\n甲局,2023,5\n' })
    const texts = all.filter(isDocument).map((table) => documentText(words, table, {}))
    const of = (name: string) => texts.find((text) => text.name === name)!
    expect(texts).toHaveLength(3)
    expect(of('a.html')).toMatchObject({ state: 'full', report: `${REPORT.agency} ${REPORT.year} 年年报`, marks: [] })
    expect(of('b.html')).toMatchObject({ state: 'part', text: expect.stringMatching(/没有读到 15 格：.*行政复议.* 15 格（全表）$/) })
    expect(of('c.html')).toMatchObject({ state: 'unread', text: expect.stringMatching(/./) })
  })

  it('stands before another where its gravest mark is graver: one sum that does not fit before a second version that is also corrected', async () => {
    const { document } = await documentIn({ 'a.html': page() })
    const edited = (text: string) => ({ 'a.html': { edits: { [RECEIVED]: { text, remark: '' } } } })
    const failing = documentText(words, document, edited('987654'), { open: openOf(document, [], edited('987654')) })
    const twice = documentText(words, document, edited(String(REPORT.figures.get(RECEIVED))), { open: openOf(document, [], {}), twice: { kind: 'again', others: ['b.html'] } })
    expect(failing.marks[0]).toBe('2 项检验不符')
    expect(twice.marks).toEqual(['与 b.html 是同一机关同一年度，读出的数字不尽相同：不同的成为版本', '更正 1 格'])
    expect(failing.gravest).toBeLessThan(twice.gravest)
    expect(twice.gravest).toBeLessThan(documentText(words, document, {}).gravest)
  })

  it('says of another one of its agency and year whether it states the same', async () => {
    const other = { ...REPORT, figures: new Map(REPORT.figures).set(RECEIVED, 987654) }
    expect([...statedTwice(await looked({ 'a.html': page(), 'b.html': page(), 'c.html': page({ ...given(7), year: REPORT.year - 1 }) }), {})]).toEqual([['a.html', { kind: 'copy', others: ['b.html'] }], ['b.html', { kind: 'copy', others: ['a.html'] }]])
    const all = await looked({ 'a.html': page(), 'b.html': page(other) })
    expect([...statedTwice(all, {}).values()].map(({ kind }) => kind)).toEqual(['again', 'again'])
    expect(documentText(words, all[0]!, {}, { twice: { kind: 'copy', others: ['b.html'] } }).marks).toEqual(['与 b.html 是同一机关同一年度，读出的数字完全相同'])
  })

  it('has its doubtful year settled by one word or by typing, and says so until then', async () => {
    const period = `<p>本年度报告所列数据的统计期限自${REPORT.year - 1}年1月1日至${REPORT.year - 1}年12月31日止。</p>`
    const { document } = await documentIn({ 'a.html': page().replace('</h1>', `</h1>${period}`) })
    const mark = words.t('review.who-check')
    const head = (choices: Parameters<typeof reviewedDocument>[2]) => reviewedDocument(words, document, choices, { failing: 0, sumsFail: false, text: '' }, () => false)
    const confirmed = { 'a.html': { edits: { 'head:year': { text: '', remark: '', confirmed: true } } } }
    const typed = { 'a.html': { mapping: { ...document.mapping, year: REPORT.year - 1 } } }
    const text = `年度：文中各处年度不一致（${REPORT.year}“${REPORT.agency}${REPORT.year}年政府信息公开工作年度报” / ${REPORT.year - 1}“期限自${REPORT.year - 1}年1月1日”）`
    expect([documentText(words, document, {}).marks, head({}).head]).toEqual([[mark], [{ part: 'head:year', text, confirmed: false }]])
    expect([documentText(words, document, confirmed).marks, head(confirmed).head]).toEqual([[], [{ part: 'head:year', text, confirmed: true }]])
    expect([documentText(words, document, typed).marks.includes(mark), head(typed).head]).toEqual([false, []])
  })

  it('says whose report it is, unless the reader says otherwise', async () => {
    const { document } = await documentIn({ 'a.html': page() })
    expect(whoseReport(document, {})).toEqual({ agency: REPORT.agency, year: REPORT.year })
    const said = { 'a.html': { mapping: { ...document.mapping, agency: '乙局', year: 2020 } } }
    expect(whoseReport(document, said)).toEqual({ agency: '乙局', year: 2020 })
    expect(reviewedDocument(words, document, said, { failing: 2, sumsFail: true, text: '2' }, () => true)).toMatchObject({ agency: '乙局', year: '2020', failing: true })
    expect(documentText(words, document, said).marks).toContain(`机关或年度为人工填写，文档读作：${REPORT.agency}，${REPORT.year} 年`)
    expect(documentText(words, document, {}).marks.join()).not.toContain('人工填写')
  })

  it('says that the package has a report of its agency and year, and asks which is to stand where the two differ', async () => {
    const { document } = await documentIn({ 'a.html': page() })
    expect(documentText(words, document, {}).standing).toBeNull()
    expect(documentText(words, document, {}, { standing: { name: 'a.html', changed: [], added: 0, corrected: 2 } }).standing).toEqual({ text: '数据包已有这份年报，数字相同：不另存一份，这里的更正写入已有的年报。已有年报中有手工更正 2 格。', instead: null, differing: 0 })
    expect(documentText(words, document, {}, { standing: { name: 'a.html', changed: [], added: 3, corrected: 0 } }).standing!.text).toBe('数据包已有这份年报，已有的数字相同；它没有的 3 个数将加入其中，不另存一份，这里的更正也写入那里。')
    const change = (figure: string, before: string, now: string) => ({ figure: figure as FigureId, before, now })
    const changed = [change('requests.received.natural', '22', '32'), change('requests.received.total', '25', ''), change('documents.issued', '1', '2'), change('documents.repealed', '', '/'), change('documents.in-force', '7', '8')]
    expect(documentText(words, document, { 'a.html': { instead: true } }, { standing: { name: 'a.html', changed, added: 0, corrected: 0 } }).standing).toEqual({ text: '数据包已有同一机关同一年度的年报，5 处数字不同（原有 → 此件）：本年新收申请 25 → 原文空白；本年新收申请·自然人 22 → 32；行政规范性文件·本年制发 1 → 2；行政规范性文件·现行有效 7 → 8；另有 1 处。', instead: true, differing: 5 })
    expect(againLines(wordsOf('en'), [{ file: 'b.html', agency: '甲局', year: 2023, changed: [] }, { file: 'a.html', agency: '乙局', year: 2022, changed: changed.slice(0, 1) }])).toEqual([{ report: expect.stringContaining('乙局'), file: 'a.html', text: expect.stringMatching(/^1 figure differs \(before → now\): .*22 → 32$/) }])
    expect([[], [{ added: 2 }, {}, { added: 1 }]].map((some) => broughtText(words, some.map((each) => ({ file: 'b.html', agency: '甲局', year: 2023, changed: [], ...each }))))).toEqual(['', '其中有 3 个数是数据包原来没有的，已加入。'])
    expect(againCounts([{ changed }, { changed: [] }, { changed: [] }])).toEqual({ n: 3, same: 2, differ: 1, added: 0 })
  })

  it('shows the table that a cell was read from, of one that was not read the row of its nearest kin, and none for what no table states', async () => {
    const { document } = await documentIn({ 'a.html': page() })
    const { lines } = document.read
    expect(sourcePlace(document, RECEIVED)).toBe(lines.find(({ figure }) => figure === RECEIVED)!.place)
    const unread = { ...document, read: { ...document.read, lines: lines.filter(({ figure }) => figure !== RECEIVED) } }
    const rowOf = (of: string) => /t\d+ r\d+/.exec(lines.find(({ figure }) => figure === of)!.place)![0]
    expect(sourcePlace(unread, RECEIVED)).toBe(rowOf('requests.received.natural'))
    // Of a row that was not read the one above it is shown, of the first row the one below.
    const without = (row: string) => ({ ...document, read: { ...document.read, lines: lines.filter(({ figure }) => !figure.startsWith(row)) } })
    expect(sourcePlace(without('requests.granted.'), 'requests.granted.natural' as FigureId)).toBe(rowOf('requests.carried-in.natural'))
    expect(sourcePlace(without('requests.received.'), RECEIVED)).toBe(rowOf('requests.carried-in.natural'))
    expect(sourcePlace({ ...document, read: { ...document.read, lines: lines.filter(({ figure }) => !figure.startsWith('requests.')) } }, RECEIVED)).toBe('')
    expect(sourcePlace(document, 'narrative.policies' as FigureId)).toBe('')
  })

  it('gives for every cell its place in words and its own words', async () => {
    const { document } = await documentIn({ 'a.html': page() })
    const found = evidenceOf(words, document, RECEIVED)
    expect(found.place).toMatch(/^文件中表 \d，第 \d+ 行，第 \d+ 列$/)
    expect(found.quote).toContain(String(REPORT.figures.get(RECEIVED)))
    expect(evidenceOf(words, document, 'narrative.policies' as FigureId)).toMatchObject({ place: '', quote: '' })
  })

  it('is checked with the other years of its agency among the files', async () => {
    const before = { ...given(7), year: REPORT.year - 1 }
    const { all, document } = await documentIn({ 'a.html': page(), 'b.html': page(before) })
    const { table, row } = reviewOf(document, all, {})
    expect([table.size, table.yearOf(row)]).toEqual([2, REPORT.year])
    expect(checkReport(table, row).some(({ check }) => check === 'H5')).toBe(true)
    expect(reviewOf(document, all.slice(0, 1), {}).table.size).toBe(1)
  })

  it('counts in the list what its review counts: checks that fail, with the other years beside it, and the cells in doubt, until they are compared or mended', async () => {
    const wrong = { ...REPORT, figures: new Map(REPORT.figures).set(RECEIVED, 987654) }
    const { all, document } = await documentIn({ 'a.html': page(wrong), 'b.html': page({ ...given(7), year: REPORT.year - 1 }) })
    const { table, row } = reviewOf(document, all, {})
    const inReview = openIn(table, row, document.read.doubtful.keys())
    expect(inReview.cells.length).toBeGreaterThan(0)
    const open = finished(openSteps({ tables: all, choices: {} }, null))
    expect(open.get('a.html')!.open).toEqual({ failing: inReview.failing, since: 0, doubtful: inReview.cells.length })
    expect(documentText(words, document, {}, { open: open.get('a.html')!.open }).marks.slice(0, 2)).toEqual([`${inReview.failing} 项检验不符`, `${inReview.cells.length} 格待核对`])
    const compared = { 'a.html': { edits: { [inReview.cells[0]!]: { text: '987654', remark: '', confirmed: true } } } }
    const again = finished(openSteps({ tables: all, choices: compared }, open))
    expect(again.get('a.html')!.open.doubtful).toBe(inReview.cells.length - 1)
    expect(again.get('b.html')).toBe(open.get('b.html'))
  })

  it('asks for the correction, not for all cells of a column, where the sum fails only since a cell of a row that was not read was filled in', async () => {
    const row = [...REPORT.figures.keys()].filter((figure) => figure.startsWith('requests.refused.state-secret.'))
    const [filled] = row as [FigureId]
    const { document: whole } = await documentIn({ 'a.html': page() })
    const doubtful = new Map(row.map((figure) => [figure, label('未读', 'not read')]))
    const document = { ...whole, read: { ...whole.read, doubtful, lines: whole.read.lines.filter(({ figure }) => !row.includes(figure as FigureId)) } }
    const text = String((REPORT.figures.get(filled) ?? 0) + 1)
    const now = openOf(document, [], { 'a.html': { edits: { [filled]: { text, remark: '' } } } })
    expect(now).toEqual({ failing: 1, since: 1, doubtful: row.length - 1 })
    expect(documentText(words, document, {}, { open: now }).marks.slice(0, 2)).toEqual(['1 项检验不符，其中 1 项更正之后才不符，请先复核所更正的格', `${row.length - 1} 格待核对`])
  })

  it('tells no longer that its sums differ once they fit', async () => {
    const wrong = { ...REPORT, figures: new Map(REPORT.figures).set(RECEIVED, 987654) }
    const { document } = await documentIn({ 'a.html': page(wrong) })
    const told = (sumsFail: boolean, confirmed = {}, pointed = true) => reviewedDocument(words, document, { 'a.html': { edits: confirmed } }, { failing: 1, sumsFail, text: '' }, () => pointed).problems.some((text) => text.includes('勾稽关系不符'))
    expect([told(true), told(false)]).toEqual([true, false])
    // The place is that of the cell named, which need not be the wrong one.
    expect(reviewedDocument(words, document, {}, { failing: 1, sumsFail: true, text: '' }, () => true).problems.find((text) => text.includes('勾稽关系不符'))).toMatch(/^数字与表格勾稽关系不符（[^）]*），所称的格在文件中表 \d+，第 \d+ 行，第 \d+ 列；/)
    // Nor once it was found to stand so in the document.
    const compared = { [RECEIVED]: { text: '987654', remark: '', confirmed: true } }
    expect([told(true, compared), told(true, {}, false), told(true, compared, false)]).toEqual([true, true, false])
  })

  it('is to be looked at in every cell that was not read, of a table that is missing and of rows that are, and in no cell that it leaves blank', async () => {
    const { proactive, ...others } = tablesOf(REPORT, PLAIN, 7)
    const blank = (row: typeof proactive[number]) => row.map((cell, at) => (at === 1 ? { ...cell, text: '' } : cell))
    const rows = proactive.filter((row) => row[0]!.text !== '规章').map((row) => (row[0]!.text === '行政许可' ? blank(row) : row))
    const { document } = await documentIn({ 'a.html': html(REPORT, { ...others, proactive: rows, reviews: [] }, 'tidy', 7) })
    expect(document.read.unread.map(({ n, of }) => [n, of])).toEqual([[3, 10], [15, 15]])
    expect(documentText(words, document, {}).text).toMatch(/没有读到 18 格：主动公开政府信息情况 3 格、.*行政复议.* 15 格（全表）$/)
    const unread = document.read.open.filter((figure) => !document.read.lines.some((line) => line.figure === figure))
    expect([unread.length, document.read.open.includes('licences.decisions' as FigureId)]).toEqual([18, false])
    expect(openOf(document, [], { 'a.html': { edits: { [unread[17]!]: { text: '..', remark: '', confirmed: true } } } }).doubtful).toBe(document.read.open.length - 1)
  })

  it('is in doubt where the reading was', async () => {
    const { document } = await documentIn({ 'a.html': page().replace('其他法律行政法规禁止公开', '其他法律行政') })
    expect([...document.read.doubtful.keys()].every((figure) => figure.startsWith('requests.'))).toBe(true)
  })
})
