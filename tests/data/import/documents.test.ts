import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Evidence } from '@/data/evidence'
import { chooseVersion } from '@/data/import/change-package'
import { lookAt } from '@/data/import/import'
import { readEvidence } from '@/data/read-evidence'
import { checkReport } from '@/domain/checks'
import type { FigureId } from '@/domain/figure'
import { mergeSteps } from '@/domain/merge'
import { Table } from '@/domain/table'
import { finished } from '@/domain/turns'
import { typedHeadOf } from '@/domain/typed-head'
import { given as report, html, PLAIN, tablesOf, text } from '../../reading/documents'
import { mht, odt, rtf } from '../../reading/containers'
import { docx } from '../../reading/docx'
import { pdf } from '../../reading/pdf'
import { file, given, tableOfFiles } from './given'

const REPORT = report(7)
const TABLES = tablesOf(REPORT, PLAIN, 7)

describe('official reports as documents', () => {
  it.each([
    ['a web page', file('a.html', html(REPORT, TABLES, 'tidy', 7))],
    ['a Word file', file('a.docx', docx(REPORT, TABLES))],
    ['an open document', file('a.odt', odt(REPORT, TABLES))],
    ['a saved web page', file('a.mht', mht(html(REPORT, TABLES, 'tidy', 7), 'base64'))],
    ['rich text under the name of a Word file', file('a.doc', rtf(REPORT, TABLES))],
    ['a PDF', file('a.pdf', pdf(REPORT, TABLES, true))],
    ['a text', file('a.txt', text(REPORT, TABLES, 'lines'))],
  ])('%s becomes a report of the package, every figure with its place and words', async (_, document) => {
    const { account, table, files } = await given([document])
    const row = table.rowOf(table.indexOf(REPORT.agency), REPORT.year)
    expect([table.formatOf(row), account.files[0]!.rowsReported, account.files[0]!.cellsUnread]).toEqual([REPORT.format, 0, undefined])
    for (const [figure, value] of REPORT.figures) {
      const cell = table.cell(figure as FigureId, row)
      expect([figure, 'value' in cell ? cell.value : cell.missing]).toEqual([figure, value])
    }
    const [line] = new Evidence(readEvidence(files.get('evidence.csv')!)).of(REPORT.agency, REPORT.year, ['requests.received.total'])
    expect(line).toMatchObject({ source: expect.stringMatching(/^a\.\w+ /), quote: expect.stringMatching(/./) })
  }, 60_000)

  it.each(['gb18030', 'latin1'])('tells a text that was garbled as %s by its name, and reads the others', async (encoding) => {
    const garbled = new TextDecoder(encoding).decode(new TextEncoder().encode(text(REPORT, TABLES, 'lines')))
    const looks = await lookAt([file('garbled.txt', garbled), file('a.html', html(REPORT, TABLES, 'tidy', 7))])
    expect(looks.map(({ name, refused }) => [name, refused])).toEqual([['garbled.txt', 'document-unread'], [expect.stringContaining('a.html'), null]])
    expect(looks[0]!.problems[0]!.said?.message.zh).toMatch('乱码')
  })

  it('keeps what its reader could not read as it stands, whatever it might be in a table', async () => {
    const cells = tablesOf(REPORT, PLAIN, 7)
    const page = html(REPORT, cells, 'tidy', 7).replace(/(本年新收政府信息公开申请数量[^]*?<td[^>]*>)\s*\d+\s*(<)/, '$140 4581$2')
    const { cell, account, table } = await given([file('a.html', page)])
    expect(cell(REPORT.agency, REPORT.year, 'requests.received.natural')).toBe('unreadable')
    expect(account.problems.some(({ kind, column }) => kind === 'cell-unreadable' && column?.includes('自然人'))).toBe(true)
    expect(account.problems.every(({ line }) => line === undefined)).toBe(true)
    expect(table.cell('requests.received.natural' as FigureId, 0)).toMatchObject({ raw: '40 4581' })
    expect(account.files[0]!.shape).toBe('document')
  })

  it('says how a figure was settled with its evidence, not in the cell of the number', async () => {
    const page = html(REPORT, TABLES, 'tidy', 7).replace(/(本年新收政府信息公开申请数量[^]*?<td[^>]*>)\s*\d+\s*(<)/, '$1O$2')
    const { table, files } = await given([file('a.html', page)])
    expect(table.cell('requests.received.natural' as FigureId, 0)).toEqual({ value: 0, regional: false, about: false })
    expect(new Evidence(readEvidence(files.get('evidence.csv')!)).of(REPORT.agency, REPORT.year, ['requests.received.natural'])[0]?.note).toBe('原文以字母（O、l、I）代数字，读作 0、1')
  })

  it('says whose it is and whose work it counts as the reader says, and what it was read as', async () => {
    const choices = { 'a.html': { scope: 'region' as const, mapping: { format: 'cn', year: 2020, agency: '乙市人民政府', columns: { format: { as: 'format' }, figure: { as: 'figure' }, value: { as: 'value' } } } as const } }
    const { table } = await given([file('a.html', html(REPORT, TABLES, 'tidy', 7))], choices)
    const row = table.rowOf(table.indexOf('乙市人民政府'), 2020)
    expect(table.data.reportNotes[row]).toBe(`机关名称为人工填写，文档读作：${REPORT.agency}；年度为人工填写，文档读作：${REPORT.year}`)
    expect(table.cell('requests.received.total' as FigureId, row).regional).toBe(true)
  })

  it('says of a further file of a report what was typed of its head, and nothing of the file that stands', async () => {
    const page = html(REPORT, TABLES, 'tidy', 7)
    const columns = { format: { as: 'format' }, figure: { as: 'figure' }, value: { as: 'value' } } as const
    const choices = { 'b.html': { mapping: { format: 'cn', year: REPORT.year, agency: REPORT.agency, columns } } }
    const { table } = await given([file('a.html', page), file('b.html', page.replaceAll(REPORT.agency, '乙市丙局').replace(/>0</, '>7<'))], choices)
    expect(table.data.reportNotes).toEqual(['b.html：机关名称为人工填写，文档读作：乙市丙局'])
    expect(typedHeadOf(table.data, 0)).toBeNull()
  })

  it('says where its agency is as the name says, the one given by hand too', async () => {
    const choices = { 'a.html': { mapping: { format: 'cn', year: 2020, agency: '淮安市金湖县财政局', columns: { format: { as: 'format' }, figure: { as: 'figure' }, value: { as: 'value' } } } as const } }
    const { table } = await given([file('a.html', html(REPORT, TABLES, 'tidy', 7))], choices)
    expect(table.agencies).toMatchObject([{ id: '淮安市金湖县财政局', province: '江苏省', city: '淮安市', county: '金湖县', level: '', category: '' }])
  })

  it('keeps every cell of the unsplit row of other outcomes under its own name', async () => {
    const other = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant, at) => [`requests.other.${applicant}` as FigureId, at === 6 ? 15 : at] as const)
    const page = html(REPORT, TABLES, 'tidy', 7).replace(/<tr>(?:(?!<\/tr>)[^])*?申请人无正当理由[^]*?<\/tr>[^]*?<\/tr>[^]*?<\/tr>/, `<tr><td colspan="3">（六）其他处理</td>${other.map(([, value]) => `<td>${value}</td>`).join('')}</tr>`)
    const { table } = await given([file('a.html', page)])
    expect(other.map(([figure]) => table.cell(figure, 0))).toEqual(other.map(([, value]) => expect.objectContaining({ value })))
    expect(table.cell('requests.other.other.total' as FigureId, 0)).toMatchObject({ missing: expect.any(String) })
  })

  it('tells a row that the form does not have once, as its reader does', async () => {
    const page = html(REPORT, TABLES, 'tidy', 7).replace(/(<tr>(?:(?!<\/tr>)[^])*?四、结转下年度继续办理)/, '<tr><td colspan="3">县里自设的一行</td><td>1</td><td>2</td><td>0</td><td>0</td><td>0</td><td>0</td><td>3</td></tr>$1')
    const { account, table } = await given([file('a.html', page)])
    expect(table.data.statements.some(({ asNamed }) => asNamed === '县里自设的一行')).toBe(true)
    expect(account.problems.filter(({ text, said }) => text?.includes('县里自设的一行') || said?.message.zh.includes('县里自设')).map(({ kind }) => kind)).toEqual(['document-part'])
  })

  it('takes running text for a document that is no report, and delimited text for a table', async () => {
    const notes = file('notes.txt', '会议记录\n今天讨论了三件事：预算、人员、场地。\n下次会议在周五。\n')
    const readme = file('README.md', '# Figures\n\nSome words, and others, here.\nMore words; nothing else.\n- one, two\n')
    const part = file('part.txt', '甲局2023年政府信息公开工作年度报告\n一、总体情况\n本年主动公开信息12条。\n')
    const table = file('b.txt', '各局申请情况\n机关\t年度\t本年新收\n甲局\t2023\t5\n乙局\t2023\t\n')
    const { account, cell } = await given([notes, readme, part, table])
    expect(account.problems.filter(({ kind }) => kind === 'document-unread').map(({ file: name }) => name)).toEqual(['notes.txt', 'README.md'])
    expect(account.files.find(({ file: name }) => name === 'part.txt')!.shape).toBe('document')
    expect(cell('甲局', 2023, 'requests.received.total')).toBe(5)
  })

  it('a file named as a document that can be none is told as one, and nothing of it is offered as a table', async () => {
    const names = ['empty.docx', 'noise.doc', 'binary.wps', 'cut.docx', 'other.docx', 'paper.odt']
    const bytes = [new Uint8Array(), strToU8('D'.repeat(400)), Uint8Array.from({ length: 900 }, (_, at) => (at * 37) % 256), docx(REPORT, TABLES).slice(0, 900), zipSync({ 'a.xml': strToU8('<a/>') }), strToU8('只有一行字')]
    const looks = await lookAt(names.map((name, at) => ({ name, bytes: bytes[at]! })))
    expect(looks.map(({ name, refused, shape }) => [name, refused, shape])).toEqual(names.map((name) => [name, 'document-unread', 'unknown']))
    expect(looks.every(({ problems }) => problems[0]!.said!.remedy.zh !== '')).toBe(true)
  })

  it('a table, a page or a text of a report under the name of a Word file is read as what it is', async () => {
    const { account, cell } = await given([file('table.doc', '机关,年度,本年新收\n甲局,2023,5\n'), file('page.doc', html(REPORT, TABLES, 'tidy', 7)), file('text.docx', text({ ...REPORT, agency: '丙县教育局' }, TABLES, 'lines')), file('tables.docx', zipSync({ 'b.csv': strToU8('机关,年度,本年新收\n乙局,2023,6\n') }))])
    expect([cell('甲局', 2023, 'requests.received.total'), cell('乙局', 2023, 'requests.received.total'), account.reports]).toEqual([5, 6, 4])
  })

  it('stands beside tables; what is no report is told, and the others go on', async () => {
    const { account, cell } = await given([file('a.html', html(REPORT, TABLES, 'word', 7)), file('page.html', '<p>hello</p>'), file('b.csv', '机关,年度,本年新收\n甲局,2023,5\n')])
    expect(account.problems.map(({ kind, file: name }) => [kind, name])).toContainEqual(['document-unread', 'page.html'])
    expect([cell('甲局', 2023, 'requests.received.total'), account.reports]).toEqual([5, 2])
  })

  it('a row that the form does not have comes with every applicant, so that the outcomes still add up', async () => {
    const extra = [3, 1, 0, 0, 0, 1, 5]
    const requests = TABLES.requests.map((row) => {
      const name = row.map(({ text: label }) => label).find((label) => /本年新收|总计$/.test(label) && label.length > 2)
      return name ? row.map((cell, at) => (at < row.length - 7 ? cell : { ...cell, text: String(Number(cell.text) + extra[at - row.length + 7]!) })) : row
    })
    const at = requests.findIndex((row) => row.some(({ text: label }) => label.includes('行政查询事项'))) + 1
    requests.splice(at, 0, [{ text: '9.属于工作秘密' }, ...extra.map((value) => ({ text: String(value) }))])
    const { table } = await given([file('a.txt', text(REPORT, { ...TABLES, requests }, 'tabs'))])
    expect(table.statements.filter(({ asNamed }) => asNamed.includes('工作秘密')).map(({ note, value }) => [note, value])).toEqual([['natural', '3'], ['business', '1'], ['research', '0'], ['nonprofit', '0'], ['legal', '0'], ['other', '1'], ['total', '5']])
    expect(checkReport(table, 0).filter(({ check, outcome }) => check === 'H2' && outcome === 'fail')).toEqual([])
  })

  it('keeps what the prose states of a figure of the tables, and leaves it to the checks to tell that the numbers differ', async () => {
    const stated = async (received: number) => {
      const page = html(REPORT, TABLES, 'tidy', 7).replace(/(<h1>.*?<\/h1>)/, `$1<p>${REPORT.year}年，本机关共收到政府信息公开申请${received}件。</p>`)
      const { account, table } = await given([file('a.html', page)])
      return [account.problems, table.statements.map(({ value }) => value), checkReport(table, 0).flatMap(({ check, outcome }) => (check === 'S9' ? [outcome] : []))]
    }
    const total = REPORT.figures.get('requests.received.total') as number
    expect(await stated(total)).toEqual([[], [String(total)], ['pass']])
    expect(await stated(total + 1)).toEqual([[], [String(total + 1)], ['fail']])
  })

  it('names a sum that does not hold by one of its figures', async () => {
    const wrong = { ...REPORT, figures: new Map(REPORT.figures).set('review.total', (REPORT.figures.get('review.total') as number) + 3) }
    const { account } = await given([file('a.html', html(wrong, tablesOf(wrong, PLAIN, 7), 'tidy', 7))])
    expect(account.problems.flatMap(({ said }) => said?.message.zh ?? [])).toEqual(['数字与表格勾稽关系不符（行政复议·总计）'])
  })

  it('tells the sum of a cell’s row from that of its column', async () => {
    const wrong = { ...REPORT, figures: new Map(REPORT.figures).set('requests.processed.total', (REPORT.figures.get('requests.processed.total') as number) + 3) }
    const { account } = await given([file('a.html', html(wrong, tablesOf(wrong, PLAIN, 7), 'tidy', 7))])
    const told = account.problems.flatMap(({ said }) => said?.message.zh ?? [])
    expect(told.filter((text) => text.includes('办理结果总计'))).toEqual(['数字与表格勾稽关系不符（办理结果总计，本行之和）', '数字与表格勾稽关系不符（办理结果总计，本列之和）'])
    expect(new Set(told).size).toBe(told.length)
  })

  it('names the rows that a table has not, in both languages', async () => {
    const tables = tablesOf(REPORT, PLAIN)
    const { account } = await given([file('a.html', html(REPORT, { ...tables, proactive: tables.proactive.filter((row) => row[0]!.text !== '规章') }, 'tidy'))])
    expect(account.problems.flatMap(({ said }) => (said ? [said.message] : []))).toEqual([{ zh: '缺少行（主动公开政府信息情况：规章）', en: 'rows are missing (Proactive disclosure: rules)' }])
    const several = await given([file('a.html', html(REPORT, { ...tables, requests: tables.requests.filter((row) => !row.some(({ text }) => /重复申请|没有现成信息|行政查询事项|补正后/.test(text))) }, 'tidy'))])
    expect(several.account.problems.flatMap(({ said }) => said?.message.zh ?? [])).toContain('缺少行（收到和处理政府信息公开申请情况：8．属于行政查询事项、2．没有现成信息需要另行制作、3．补正后申请内容仍不明确等 4 行）')
    // Nothing of the row is a line that could be left out: its cells are counted by themselves.
    expect(account.files[0]).toMatchObject({ rowsReported: 0, cellsUnread: 3 })
  })

  it('says what its rows loaded are: numbers that stand, cells without one, statements, and numbers that the package had or that are versions', async () => {
    const page = (report: typeof REPORT) => html(report, tablesOf(report, PLAIN, 7), 'tidy', 7)
    const blank = page(REPORT).replace(/(规章<\/td><td[^>]*>)[^<]*/, '$1')
    const { account } = await given([file('a.html', blank), file('b.html', page({ ...REPORT, figures: new Map(REPORT.figures).set('documents.issued', 987) }))])
    const [first, second] = account.files.map(({ loaded }) => loaded!)
    for (const { rowsIn, rowsLoaded, rowsReported, loaded } of account.files) expect([rowsLoaded + rowsReported, loaded!.numbers + loaded!.blank + loaded!.stated + loaded!.again]).toEqual([rowsIn, rowsLoaded])
    expect([first!.blank, first!.again, first!.numbers + second!.numbers]).toEqual([1, 0, account.figures])
    expect(second!.again).toBeGreaterThan(190)
  })
})

describe('a row that a document adds to the form', () => {
  const OF_TEN = report(8)
  const plain = html(OF_TEN, tablesOf(OF_TEN, PLAIN, 8), 'tidy', 8)
  /** Named like another row of the form, before the first row of a group. */
  const added = (value: number): string => plain.replace(/<tr>(?=(?:(?!<tr>)[^])*信访举报投诉类申请)/, (before) => `<tr><td></td><td>4.其他</td>${[value, 0, 0, 0, 0, 0, value].map((each) => `<td>${each}</td>`).join('')}</tr>${before}`)
  const rowsAdded = (table: Table): string[] => table.statements.filter(({ asNamed }) => asNamed.includes('其他')).map(({ note, value }) => `${note} ${value}`)
  const right = (value: number): string[] => ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => `${applicant} ${applicant === 'natural' || applicant === 'total' ? value : 0}`)

  it('stays beside it, whatever row of the form has its name', async () => {
    const { cell, table } = await given([file('a.html', added(7))])
    expect(rowsAdded(table)).toEqual(right(7))
    expect(cell(OF_TEN.agency, OF_TEN.year, 'requests.other.other.total')).not.toBe(7)
  })

  it('is its version’s where the report stands as another file has it, and comes with it when that is chosen', async () => {
    const both = await given([file('a.html', plain), file('b.html', added(7).replace(/(本年新收政府信息公开申请数量[^]*?<td[^>]*>)\s*\d+/, '$1999'))])
    expect(rowsAdded(both.table)).toEqual([])
    const chosen = await tableOfFiles(await chooseVersion(both.files, OF_TEN.agency, OF_TEN.year, 'b.html'))
    expect(rowsAdded(chosen)).toEqual(right(7))
    const back = await tableOfFiles(await chooseVersion(await chooseVersion(both.files, OF_TEN.agency, OF_TEN.year, 'b.html'), OF_TEN.agency, OF_TEN.year, 'a.html'))
    expect(rowsAdded(back)).toEqual([])
  })

  it('is in every version that has it, whichever is chosen, and in none that does not', async () => {
    const other = added(7).replace(/(本年新收政府信息公开申请数量[^]*?<td[^>]*>)\s*\d+/, '$1999')
    const both = await given([file('a.html', added(7)), file('b.html', other), file('c.html', other.replace('999', '998'))])
    const kept = (await given([file('包.zip', zipSync(Object.fromEntries(both.files)))])).files
    for (const files of [both.files, kept]) {
      let now = files
      for (const origin of ['b.html', 'c.html', 'a.html', 'b.html']) {
        now = await chooseVersion(now, OF_TEN.agency, OF_TEN.year, origin)
        expect(rowsAdded(await tableOfFiles(now))).toEqual(right(7))
      }
    }
    // A report that only says the same again has no version, and adds nothing.
    const same = await given([file('a.html', added(7)), file('b.html', added(7))])
    expect(same.table.data.statements).toEqual((await given([file('a.html', added(7))])).table.data.statements)
  })

  it('is counted once where two packages have the report', async () => {
    const [one, two] = [await given([file('a.html', added(7))]), await given([file('b.html', added(7))])]
    const merged = new Table(finished(mergeSteps([{ title: '甲', data: one.table.data }, { title: '乙', data: two.table.data }])).data)
    expect(rowsAdded(merged)).toEqual(right(7))
  })
})

it('the same report again under another name says nothing twice: its evidence stands once', async () => {
  const page = html(REPORT, TABLES, 'tidy', 7)
  const { files } = await given([file('a.html', page)])
  const kept = file('包.zip', zipSync(Object.fromEntries(files)))
  const again = await given([kept, file('另名.html', page)])
  const lines = (of: ReadonlyMap<string, Uint8Array>): number => new TextDecoder().decode(of.get('evidence.csv')).split('\n').length
  expect(lines(again.files)).toBe(lines(files))
  // What another report of it says otherwise stands with its own words.
  const other = { ...REPORT, figures: new Map(REPORT.figures).set('requests.received.natural', 987) }
  const changed = await given([kept, file('另名.html', html(other, tablesOf(other, PLAIN, 7), 'tidy', 7))])
  expect(lines(changed.files)).toBeGreaterThan(lines(files))
})
