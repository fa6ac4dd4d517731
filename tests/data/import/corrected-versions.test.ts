import { describe, expect, it } from 'vitest'
import { chooseVersion, editReport, standingReports } from '@/data/import/import'
import { checkReport } from '@/domain/checks'
import { Context } from '@/domain/checks/context'
import type { FigureId } from '@/domain/figure'
import type { Table } from '@/domain/table'
import { mergeSteps } from '@/domain/merge'
import { versionsOf } from '@/domain/versions'
import { finished } from '@/domain/turns'
import { given as report, html, PLAIN, tablesOf } from '../../reading/documents'
import { file, given, tableOfFiles } from './given'

const REPORT = report(7)
const NAME = 'a.html'
const FIGURE = 'requests.received.total' as FigureId
const READ = REPORT.figures.get(FIGURE) as number
const documentOf = (name: string, of = REPORT) => file(name, html(of, tablesOf(of, PLAIN, 7), 'tidy', 7))
const DOCUMENT = documentOf(NAME)
/** The same report with one cell stated otherwise. */
const OTHER = 'requests.granted.natural' as FigureId
const AMENDED = { ...REPORT, figures: new Map(REPORT.figures).set(OTHER, (REPORT.figures.get(OTHER) as number) + 100) }

/** The same report with a row that stands twice: it is read with doubt, and told. */
const DOUBTED = 'documents.issued' as FigureId
const DOUBTFUL = file(NAME, html(REPORT, { ...tablesOf(REPORT, PLAIN, 7), proactive: tablesOf(REPORT, PLAIN, 7).proactive.flatMap((row) => (row.some((cell) => cell.text === '行政规范性文件') ? [row, row.map((cell, column) => (column === 1 ? { ...cell, text: '987' } : cell))] : [row])) }, 'tidy', 7))

const corrected = (value: number, figure = FIGURE) => ({ [figure]: { text: String(value), remark: '手改' } })
const text = (files: ReadonlyMap<string, Uint8Array>, path: string): string => new TextDecoder().decode(files.get(path))
const packed = (files: ReadonlyMap<string, Uint8Array>) => [...files].map(([path, bytes]) => file(`p/${path}`, bytes))
const rowIn = (table: Table): number => table.rowOf(table.indexOf(REPORT.agency), REPORT.year)
const failing = (table: Table, id: string) => checkReport(table, rowIn(table)).filter(({ check, outcome }) => check === id && outcome === 'fail')
const lines = (files: ReadonlyMap<string, Uint8Array>, path: string): number => text(files, path).trim().split('\n').length

describe('the very same report again', () => {
  it('is no second one, and its words are not filed twice', async () => {
    const once = await given([DOCUMENT])
    const twice = await given([...packed(once.files), documentOf(NAME)])
    expect(twice.table.versions).toEqual([])
    expect(failing(twice.table, 'H7')).toEqual([])
    expect(lines(twice.files, 'evidence.csv')).toBe(lines(once.files, 'evidence.csv'))
    for (const path of ['requests.csv', 'proactive.csv', 'reviews.csv', 'reports.csv', 'narrative.csv']) expect(text(twice.files, path)).toBe(text(once.files, path))
  })

  it('states in prose again what it stated in prose, and that is no version of its tables', async () => {
    const prose = file(NAME, new TextDecoder().decode(DOCUMENT.bytes).replace('</body>', `<p>本年新收政府信息公开申请${READ + 3}件。</p></body>`))
    const once = await given([prose])
    const twice = await given([...packed(once.files), prose])
    expect(once.table.statements.some(({ figure, value }) => figure === FIGURE && value === String(READ + 3))).toBe(true)
    expect([twice.table.versions, twice.table.statements]).toEqual([[], once.table.statements])
    expect(lines(twice.files, 'evidence.csv')).toBe(lines(once.files, 'evidence.csv'))
  })

  it('says nothing new of a cell that was corrected', async () => {
    const once = await given([DOCUMENT], { [NAME]: { edits: corrected(READ + 1) } })
    const twice = await given([...packed(once.files), documentOf(NAME)])
    expect(twice.table.versions).toEqual([])
    expect(twice.table.cell(FIGURE, rowIn(twice.table))).toMatchObject({ value: READ + 1, revision: { before: { value: READ }, remark: '手改' } })
    expect(text(twice.files, 'edits.csv')).toBe(text(once.files, 'edits.csv'))
  })

  it('adds nothing to what is kept, told or listed of it, be it what stands or a version', async () => {
    const once = await given([DOUBTFUL])
    const changed = await given([...packed(once.files), documentOf(NAME, AMENDED)])
    expect(changed.account.again).toEqual([{ file: NAME, agency: REPORT.agency, year: REPORT.year, changed: expect.arrayContaining([{ figure: OTHER, before: String(REPORT.figures.get(OTHER)), now: String(AMENDED.figures.get(OTHER)) }]) }])
    for (const again of [DOUBTFUL, documentOf(NAME, AMENDED)]) {
      const twice = await given([...packed(changed.files), again])
      const problems = changed.account.problems.map(({ text: of, ...problem }) => (of ? { ...problem, text: of } : problem))
      expect(twice.account).toEqual({ ...changed.account, problems, again: [{ file: NAME, agency: REPORT.agency, year: REPORT.year, changed: [] }] })
      for (const [path, bytes] of changed.files) if (path.endsWith('.csv')) expect(text(twice.files, path), path).toBe(Buffer.from(bytes).toString())
    }
  })

  it('says how many numbers it adds to what stands, where it contradicts nothing', async () => {
    const prose = (name: string, said: string) => file(name, new TextDecoder().decode(DOCUMENT.bytes).replace('</h1>', `</h1><p>${said}</p>`))
    const once = await given([DOCUMENT])
    const twice = await given([...packed(once.files), prose('b.html', '全年办理人大代表建议12件、政协提案5件。')])
    expect(twice.account.again).toEqual([{ file: 'b.html', agency: REPORT.agency, year: REPORT.year, changed: [], added: 2 }])
    expect(['npc-suggestions', 'cppcc-proposals'].map((of) => twice.cell(REPORT.agency, REPORT.year, `participation.${of}.received`))).toEqual([12, 5])
    const cells = [['participation.npc-suggestions.received', '12'], [OTHER, String(REPORT.figures.get(OTHER))]] as [FigureId, string][]
    expect(await standingReports(once.files, [{ name: 'b.html', agency: REPORT.agency, year: REPORT.year, cells }])).toEqual([{ name: 'b.html', changed: [], added: 1, corrected: 0 }])
  })

  it('contradicts what the reader wrote in a cell that was not read, and adds nothing where it says the same', async () => {
    const [own, upheld] = ['review.total', 'review.upheld'] as FigureId[]
    const stated = REPORT.figures.get(own!) as number
    const once = await given([file(NAME, html(REPORT, { ...tablesOf(REPORT, PLAIN, 7), reviews: [] }, 'tidy', 7))])
    const asked = { name: 'b.html', agency: REPORT.agency, year: REPORT.year, cells: [own!, upheld!].map((figure) => [figure, String(REPORT.figures.get(figure))] as [FigureId, string]) }
    const written = async (value: number) => editReport(once.files, REPORT.agency, REPORT.year, corrected(value, own))
    const files = await written(stated + 70)
    const changed = [{ figure: own, before: String(stated + 70), now: String(stated) }]
    expect(await standingReports(files, [asked])).toEqual([{ name: 'b.html', changed, added: 0, corrected: 1 }])
    expect(await standingReports(await written(stated), [asked])).toEqual([{ name: 'b.html', changed: [], added: 1, corrected: 1 }])
    const twice = await given([...packed(files), documentOf('b.html')])
    expect(twice.account.again).toEqual([{ file: 'b.html', agency: REPORT.agency, year: REPORT.year, changed }])
    expect(versionsOf(twice.table, rowIn(twice.table))[0]).toMatchObject({ origin: 'b.html', differing: expect.any(Number), leaving: 1 })
    // The version is known when it comes again.
    const thrice = await given([...packed(twice.files), documentOf('b.html')])
    expect(thrice.account.again).toEqual([{ file: 'b.html', agency: REPORT.agency, year: REPORT.year, changed: [] }])
    expect(text(thrice.files, 'versions.csv')).toBe(text(twice.files, 'versions.csv'))
  })

  it('leaves settled what the reader settled', async () => {
    const once = await given([DOUBTFUL], { [NAME]: { edits: { [DOUBTED]: { text: '987', remark: '', confirmed: true } } } })
    const twice = await given([...packed(once.files), DOUBTFUL])
    expect(text(twice.files, 'doubts.csv')).toBe(text(once.files, 'doubts.csv'))
    expect(text(once.files, 'doubts.csv')).toContain(`${DOUBTED},`)
  })

  it('brings its corrections to the one that stands', async () => {
    const once = await given([DOCUMENT])
    const twice = await given([...packed(once.files), documentOf(NAME)], { [NAME]: { edits: corrected(READ + 1) } })
    expect(twice.table.versions).toEqual([])
    expect(twice.table.cell(FIGURE, rowIn(twice.table))).toMatchObject({ value: READ + 1, revision: { before: { value: READ }, remark: '手改' } })
    expect(text(twice.files, 'edits.csv')).toContain(`${FIGURE},${READ},手改,\n`)
    expect(twice.account.again).toEqual([{ file: NAME, agency: REPORT.agency, year: REPORT.year, changed: [], corrections: 1 }])
  })

  it('in packages that both corrected a cell keeps both corrections', async () => {
    const [first, second] = await Promise.all([1, 2].map((more) => given([DOCUMENT], { [NAME]: { edits: corrected(READ + more) } })))
    const both = await given([...packed(first!.files), ...[...second!.files].map(([path, bytes]) => file(`q/${path}`, bytes))])
    const [version] = versionsOf(both.table, rowIn(both.table))
    expect(version!.cells).toMatchObject([{ own: { value: READ + 1, revision: { before: { value: READ } } }, other: { value: READ + 2, revision: { before: { value: READ } } } }])
    expect(failing(both.table, 'H7')).toEqual([])
  })
})

describe('of two documents that state one report differently', async () => {
  /** Without a row of table 3: its cells are not read. */
  const without = (name: string, label: string, of = REPORT) => file(name, html(of, { ...tablesOf(of, PLAIN, 7), requests: tablesOf(of, PLAIN, 7).requests.filter((row) => !row.some((cell) => cell.text.includes(label))) }, 'tidy', 7))
  const [FIRST, SECOND] = ['a.html', 'b.html']
  const [LOST, LOST_THERE] = ['requests.partly-granted.natural', 'requests.carried-out.natural'] as FigureId[]
  const both = await given([without(FIRST, '部分公开'), without(SECOND, '结转下年度', AMENDED)])
  const cellOf = (table: Table, figure: FigureId) => table.cell(figure, rowIn(table))

  it('none fills what was not read of the other', async () => {
    expect([cellOf(both.table, LOST!), cellOf(both.table, LOST_THERE!)]).toMatchObject([{ missing: 'not-known' }, { value: REPORT.figures.get(LOST_THERE!) }])
    const [version] = versionsOf(both.table, rowIn(both.table))
    const other = (figure: FigureId) => version!.cells.find((cell) => cell.figure === figure)?.other
    expect([other(LOST!), other(LOST_THERE!)]).toMatchObject([{ value: AMENDED.figures.get(LOST!) }, { missing: 'not-known' }])
    expect(failing(both.table, 'H1')).toEqual([])
    expect(both.told('version')).toContainEqual([undefined, '部分公开·自然人', `${REPORT.agency} ${REPORT.year}: — / ${AMENDED.figures.get(LOST!)}`])
  })

  it('each stands whole where it is chosen, also after an export, and back again', async () => {
    const again = await given(packed(both.files))
    expect(text(again.files, 'versions.csv')).toBe(text(both.files, 'versions.csv'))
    const chosen = await chooseVersion(both.files, REPORT.agency, REPORT.year, SECOND!)
    const table = await tableOfFiles(chosen)
    expect([cellOf(table, LOST!), cellOf(table, LOST_THERE!), cellOf(table, OTHER)]).toMatchObject([{ value: AMENDED.figures.get(LOST!) }, { missing: 'not-known' }, { value: AMENDED.figures.get(OTHER) }])
    const back = await chooseVersion(chosen, REPORT.agency, REPORT.year, FIRST!)
    for (const path of ['requests.csv', 'proactive.csv', 'reviews.csv']) expect(text(back, path)).toBe(text(both.files, path))
  })

  it('a correction of a cell that only one was read with is that one’s', async () => {
    const { table } = await given([without(FIRST!, '部分公开'), without(SECOND!, '结转下年度', AMENDED)], { [SECOND!]: { edits: corrected(55, LOST!) } })
    expect(cellOf(table, LOST!)).toMatchObject({ missing: 'not-known' })
    expect(versionsOf(table, rowIn(table))[0]!.cells.find(({ figure }) => figure === LOST)!.other).toMatchObject({ value: 55, revision: { before: { value: AMENDED.figures.get(LOST!) } } })
  })

  it('they are joined where they contradict each other nowhere', async () => {
    const joined = await given([without(FIRST!, '部分公开'), without(SECOND!, '结转下年度')])
    expect([cellOf(joined.table, LOST!), cellOf(joined.table, LOST_THERE!)]).toMatchObject([{ value: REPORT.figures.get(LOST!) }, { value: REPORT.figures.get(LOST_THERE!) }])
    expect(joined.table.versions).toEqual([])
  })
})

describe('a corrected cell of a version', async () => {
  /** The amended report stands beside the one that was corrected. */
  const first = await given([DOCUMENT], { [NAME]: { edits: corrected(READ + 1, OTHER) } })
  const both = await given([...packed(first.files), documentOf(NAME, AMENDED)])
  const SECOND = 'a (2).html'

  it('keeps its mark through every choice, and comes back byte for byte', async () => {
    expect(both.table.versions.map(({ origin }) => origin)).toEqual([SECOND])
    const other = await chooseVersion(both.files, REPORT.agency, REPORT.year, SECOND)
    const table = await tableOfFiles(other)
    const [version] = versionsOf(table, rowIn(table))
    expect(version).toMatchObject({ origin: NAME, against: SECOND })
    expect(version!.cells.find(({ figure }) => figure === OTHER)).toMatchObject({ own: { value: AMENDED.figures.get(OTHER) }, other: { value: READ + 1, revision: { kind: 'edit', before: { value: REPORT.figures.get(OTHER) }, remark: '手改' } } })
    expect(table.cell(OTHER, rowIn(table)).revision).toBeUndefined()
    expect(text(other, 'versions.csv')).toContain(`${NAME},${SECOND},${OTHER},${READ + 1},1\n`)
    expect(text(other, 'edits.csv')).toContain(`${OTHER},${REPORT.figures.get(OTHER)},手改,${NAME}\n`)
    const back = await chooseVersion(other, REPORT.agency, REPORT.year, NAME)
    expect([...back].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]).sort()).toEqual([...both.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]).sort())
  })

  it('is the source of the report once it is chosen, and no source before', async () => {
    const sourceIn = async (files: ReadonlyMap<string, Uint8Array>): Promise<string> => {
      const table = await tableOfFiles(files)
      return table.data.reportSource[rowIn(table)]!
    }
    expect(await sourceIn(both.files)).toBe(NAME)
    expect(await sourceIn((await given([DOCUMENT, documentOf('b.html', AMENDED)])).files)).toBe(NAME)
    const other = await chooseVersion(both.files, REPORT.agency, REPORT.year, SECOND)
    expect(await sourceIn(other)).toBe(SECOND)
    expect(await sourceIn((await given([...packed(other), file('b.csv', '机关,年度,本年新收\n甲局,2023,5\n')])).files)).toBe(SECOND)
    expect(await sourceIn(await chooseVersion(other, REPORT.agency, REPORT.year, NAME))).toBe(NAME)
  })

  it('of a table stands beside the table that has the other cells', async () => {
    const tables = [file('a.csv', '机关,年度,本年新收,规范性文件制发\n甲局,2023,5,1\n'), file('b.csv', '机关,年度,本年新收,上年结转\n甲局,2023,6,2\n')]
    const { files, table } = await given(tables)
    expect(table.data.reportSource).toEqual(['a.csv; b.csv'])
    expect((await tableOfFiles(await chooseVersion(files, '甲局', 2023, 'b.csv'))).data.reportSource).toEqual(['b.csv; a.csv'])
  })

  it('is told beside what the files state otherwise; what a choice does to it is what is told', async () => {
    const twice = await given([...packed((await given([DOCUMENT], { [NAME]: { edits: { ...corrected(READ + 1), ...corrected(READ + 2, OTHER) } } })).files), documentOf(NAME, AMENDED)])
    const row = rowIn(twice.table)
    expect(versionsOf(twice.table, row)[0]).toMatchObject({ differing: 1, leaving: 1, corrected: [{ figure: FIGURE, own: { value: READ + 1, revision: { before: { value: READ } } } }] })
    const table = await tableOfFiles(await chooseVersion(twice.files, REPORT.agency, REPORT.year, SECOND))
    expect(table.cell(FIGURE, row)).toMatchObject({ value: READ + 1, revision: { before: { value: READ } } })
    expect(table.cell(OTHER, row)).toMatchObject({ value: AMENDED.figures.get(OTHER) })
    expect(table.cell(OTHER, row).revision).toBeUndefined()
  })

  it('is never what the file states', async () => {
    const table = await tableOfFiles(await chooseVersion(both.files, REPORT.agency, REPORT.year, SECOND))
    expect(new Context(table).statedElsewhere(OTHER, rowIn(table))).toEqual([REPORT.figures.get(OTHER)])
  })

  it('may be corrected in the document that becomes the version', async () => {
    const once = await given([DOCUMENT])
    const twice = await given([...packed(once.files), documentOf(NAME, AMENDED)], { [NAME]: { edits: corrected(READ + 1) } })
    const row = rowIn(twice.table)
    expect(twice.table.cell(FIGURE, row)).toMatchObject({ value: READ })
    expect(versionsOf(twice.table, row)[0]!.cells.find(({ figure }) => figure === FIGURE)!.other).toMatchObject({ value: READ + 1, revision: { before: { value: READ } } })
    const chosen = await tableOfFiles(await chooseVersion(twice.files, REPORT.agency, REPORT.year, SECOND))
    expect(chosen.cell(FIGURE, row)).toMatchObject({ value: READ + 1, revision: { before: { value: READ }, remark: '手改' } })
    // Only the cell that the two documents state otherwise is a difference between them.
    expect(failing(twice.table, 'H7')[0]!.cells).toEqual([OTHER])
    // What the reader wrote is told beside it.
    expect(failing(twice.table, 'H7')[0]!.explanation).toEqual({ zh: expect.stringMatching(/；1 处不同：.*；另有 1 处因手工更正而不同（■）$/), en: expect.stringMatching(/; 1 cell differs: .*; 1 more differs by a correction by hand \(■\)$/) })
    const own = await editReport(twice.files, REPORT.agency, REPORT.year, corrected(11, 'documents.issued' as FigureId))
    expect(failing(await tableOfFiles(own), 'H7')[0]!.explanation.zh).toContain('另有 2 处因手工更正而不同')
  })

  it('stays with its version where the package is taken into another one, and where packages are opened together', async () => {
    const other = await chooseVersion(both.files, REPORT.agency, REPORT.year, SECOND)
    const again = await given([...packed(other), file('b.csv', '机关,年度,本年新收\n甲局,2023,5\n')])
    expect(text(again.files, 'edits.csv')).toBe(text(other, 'edits.csv'))
    expect(text(again.files, 'versions.csv')).toBe(text(other, 'versions.csv'))
    const amended = await given([documentOf('b.html', AMENDED)])
    const { data } = finished(mergeSteps([{ title: '甲', data: amended.table.data }, { title: '乙', data: first.table.data }]))
    expect(data.versions[0]!.revisions!.get(OTHER)).toMatchObject({ before: { value: REPORT.figures.get(OTHER) }, row: data.versions[0]!.row })
  })

  it('is numbered apart from every version of its name', async () => {
    const third = { ...REPORT, figures: new Map(REPORT.figures).set(OTHER, (REPORT.figures.get(OTHER) as number) + 200) }
    const chosen = await chooseVersion(both.files, REPORT.agency, REPORT.year, SECOND)
    for (const files of [both.files, chosen]) {
      const three = await given([...packed(files), documentOf(NAME, third)])
      const row = rowIn(three.table)
      expect([three.table.versions.map(({ origin }) => origin).sort(), new Set(versionsOf(three.table, row).map(({ against }) => against))]).toEqual(files === chosen ? [['a (3).html', NAME], new Set([SECOND])] : [[SECOND, 'a (3).html'], new Set([NAME])])
    }
  })
})

describe('a correction', () => {
  it('of a kept report that has versions stays where it was made', async () => {
    const both = await given([DOCUMENT, documentOf('b.html', AMENDED)])
    const edited = await editReport(both.files, REPORT.agency, REPORT.year, corrected(7, OTHER))
    const there = await chooseVersion(edited, REPORT.agency, REPORT.year, 'b.html')
    expect(text(there, 'edits.csv')).toContain(`${OTHER},${REPORT.figures.get(OTHER)},手改,${NAME}\n`)
    const back = await tableOfFiles(await chooseVersion(there, REPORT.agency, REPORT.year, NAME))
    expect(back.cell(OTHER, rowIn(back))).toMatchObject({ value: 7, revision: { before: { value: REPORT.figures.get(OTHER) } } })
  })

  it('of a version that is not there is told', async () => {
    const { files } = await given([DOCUMENT])
    const broken = new Map([...files, ['edits.csv', new TextEncoder().encode(`agency,year,figure,before,remark,origin\n${REPORT.agency},${REPORT.year},${FIGURE},1,,z.html\n`)]])
    const descriptor = JSON.parse(text(broken, 'datapackage.json'))
    broken.set('datapackage.json', new TextEncoder().encode(JSON.stringify({ ...descriptor, resources: [...descriptor.resources, { name: 'edits', path: 'edits.csv' }] })))
    const table = await tableOfFiles(broken)
    expect([table.revisions, table.problems.map(({ kind, column, text: of }) => [kind, column, of])]).toEqual([[], [['row-unknown', 'origin', 'z.html']]])
  })
})

describe('a report that the package has already', () => {
  const asked = (of: typeof REPORT, year = REPORT.year) => [{ name: NAME, agency: REPORT.agency, year, cells: [...of.figures].flatMap(([figure, text]) => (typeof text === 'number' ? [[figure as FigureId, String(text)] as const] : [])) }]

  it('is found, with what the two state differently and what was corrected', async () => {
    const { files } = await given([DOCUMENT], { [NAME]: { edits: corrected(READ + 1) } })
    expect(await standingReports(files, asked(REPORT))).toEqual([{ name: NAME, changed: [], added: 0, corrected: 1 }])
    expect(await standingReports(files, asked(AMENDED))).toEqual([{ name: NAME, changed: [{ figure: OTHER, before: String(REPORT.figures.get(OTHER)), now: String(AMENDED.figures.get(OTHER)) }], added: 0, corrected: 1 }])
    expect(await standingReports(files, asked(REPORT, REPORT.year - 1))).toEqual([])
  })

  it('makes room for the new one where the reader says so: as if only the new one had come', async () => {
    const { files } = await given([DOCUMENT, documentOf('b.html', { ...AMENDED, figures: new Map(REPORT.figures).set(OTHER, 999) })], { [NAME]: { edits: corrected(READ + 1), scope: 'region' } })
    const replaced = await given([...packed(files), documentOf('c.html', AMENDED)], { 'c.html': { instead: true, edits: corrected(READ + 2) } })
    const alone = await given([documentOf('c.html', AMENDED)], { 'c.html': { edits: corrected(READ + 2) } })
    expect([...replaced.files.keys()].sort()).toEqual([...alone.files.keys()].sort())
    expect(replaced.account.files).toEqual(alone.account.files)
    for (const [path, bytes] of alone.files) if (path.endsWith('.csv')) expect(text(replaced.files, path), path).toBe(Buffer.from(bytes).toString())
  })
})

it('what the reading of a document said is told in each language again after another import, and stands in columns apart', async () => {
  const figures = new Map(REPORT.figures).set('requests.received.total', 987654)
  const once = await given([documentOf(NAME, { ...REPORT, figures })])
  const said = once.account.problems.filter((problem) => problem.said)
  expect(said.length).toBeGreaterThan(0)
  const twice = await given([...packed(once.files), file('b.csv', '机关,年度,本年新收\n甲局,2023,5\n')])
  expect(twice.account.problems.filter((problem) => problem.said)).toEqual(said.map(({ text: of, ...problem }) => (of ? { ...problem, text: of } : problem)))
  expect(text(once.files, 'problems.csv').split('\n')[0]).toBe('file,line,column,problem,text,line-left-out,said,said-en,remedy,remedy-en')
  expect(text(once.files, 'problems.csv')).toContain(`${said[0]!.said!.message.zh},`)
  expect(text(once.files, 'problems.csv')).not.toContain(' / ')
})
