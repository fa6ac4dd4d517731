import { describe, expect, it } from 'vitest'
import type { FileChoices } from '@/data/import/mapping'
import { editReport } from '@/data/import/import'
import { NOT_DOUBTED, readingDoubts } from '@/domain/doubtful-reading'
import type { FigureId } from '@/domain/figure'
import { mergeSteps } from '@/domain/merge'
import { finished } from '@/domain/turns'
import { given as report, html, PLAIN, tablesOf } from '../../reading/documents'
import { file, given, tableOfFiles } from './given'

const REPORT = report(7)
const NAME = 'a.html'
const { proactive, ...others } = tablesOf(REPORT, PLAIN, 7)
const TWICE = proactive.findIndex((row) => row.some(({ text }) => text === '行政规范性文件'))
/** One row stands twice, with another number. */
const twice = proactive.flatMap((row, at) => (at === TWICE ? [row, row.map((cell, column) => (column === 1 ? { ...cell, text: '987' } : cell))] : [row]))
const DOCUMENT = file(NAME, html(REPORT, { ...others, proactive: twice }, 'tidy', 7))
const FIGURE = 'documents.issued' as FigureId
const READ = REPORT.figures.get(FIGURE) as number

const text = (files: ReadonlyMap<string, Uint8Array>, path: string): string => new TextDecoder().decode(files.get(path))
const lines = (files: ReadonlyMap<string, Uint8Array>): string[] => text(files, 'doubts.csv').split('\n').slice(1, -1)
const doubtsOf = async (files: ReadonlyMap<string, Uint8Array>): Promise<(string | undefined)[]> => {
  const table = await tableOfFiles(files)
  return readingDoubts(table).about(table.rowOf(table.indexOf(REPORT.agency), REPORT.year), [FIGURE]).map(({ kind }) => kind)
}

describe('cells that were read with doubt', () => {
  it('are told in the package, and are a doubt about the numbers that rest on them', async () => {
    const { files, table, account } = await given([DOCUMENT])
    expect(account.doubtful).toBe(lines(files).length)
    expect(lines(files).find((line) => line.includes(FIGURE))).toMatch(new RegExp(`^${REPORT.agency},${REPORT.year},${FIGURE},[^,]*[一-鿿][^,]*,[^,]*[a-z][^,]*,,,$`))
    const [doubt] = readingDoubts(table).about(0, [FIGURE])
    expect(doubt).toMatchObject({ kind: 'unsure', text: { zh: expect.stringContaining('规范性文件'), en: expect.stringMatching(/[a-z]/) } })
    expect(readingDoubts(table).about(0, ['requests.received.total' as FigureId])).toEqual([])
  })

  it('are settled when the reader confirms or corrects them, before the import and after it, and open again when that is taken back', async () => {
    const confirmed = { [FIGURE]: { text: String(READ), remark: '已对照', confirmed: true } }
    const before = await given([DOCUMENT], { [NAME]: { edits: confirmed } })
    expect(await doubtsOf(before.files)).toEqual([])
    expect(before.account.doubtful).toBe(lines(before.files).length - 1 || undefined)
    expect(lines(before.files).find((line) => line.includes(FIGURE))).toMatch(/,1,已对照,$/)
    expect(before.files.has('edits.csv')).toBe(false)

    const { files } = await given([DOCUMENT])
    expect(await doubtsOf(files)).toEqual(['unsure'])
    const after = await editReport(files, REPORT.agency, REPORT.year, confirmed)
    expect(lines(after)).toEqual(lines(before.files))
    const reopened = await editReport(after, REPORT.agency, REPORT.year, { [FIGURE]: { text: String(READ), remark: '', confirmed: false } })
    expect([...reopened].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))
    const corrected = await editReport(files, REPORT.agency, REPORT.year, { [FIGURE]: { text: String(READ + 1), remark: '' } })
    expect(await doubtsOf(corrected)).toEqual([])
    expect(await doubtsOf(await editReport(corrected, REPORT.agency, REPORT.year, { [FIGURE]: { text: String(READ), remark: '' } }))).toEqual(['unsure'])
  })

  it('are settled where the reader says that the document has none, or leaves it blank', async () => {
    const lost = 'review.total' as FigureId
    const without = tablesOf(REPORT, PLAIN, 7)
    const document = file(NAME, html(REPORT, { ...without, reviews: [] }, 'tidy', 7))
    const settledBy = async (edit: { text: string; remark: string; confirmed?: true }) => {
      const { files } = await given([document], { [NAME]: { edits: { [lost]: edit } } })
      const table = await tableOfFiles(await editReport(files, REPORT.agency, REPORT.year, {}))
      return { table, cell: table.cell(lost, 0), open: readingDoubts(table).about(0, [lost]).length }
    }
    const absent = await settledBy({ text: '..', remark: '原文无此格', confirmed: true })
    expect(absent).toMatchObject({ cell: { missing: 'not-known' }, open: 0 })
    expect(absent.table.doubtfulReadings.find(({ figure }) => figure === lost)).toMatchObject({ confirmed: true, remark: '原文无此格' })
    expect(await settledBy({ text: '', remark: '' })).toMatchObject({ cell: { missing: 'blank', revision: { kind: 'edit' } }, open: 0 })
  })

  it('survive export and import, and stand aside where another file states the cell', async () => {
    const { files } = await given([DOCUMENT])
    const packed = [...files].map(([path, bytes]) => file(`p/${path}`, bytes))
    expect(lines((await given(packed)).files)).toEqual(lines(files))
    const stated = file('a.csv', `机关,年度,规范性文件制发\n${REPORT.agency},${REPORT.year},${READ + 5}\n`)
    const both = await given([stated, DOCUMENT])
    expect(both.cell(REPORT.agency, REPORT.year, FIGURE)).toBe(READ + 5)
    expect(await doubtsOf(both.files)).toEqual([])
  })

  it('may be any cell that the reader confirms, which leaves no line once that is taken back', async () => {
    const { files } = await given([DOCUMENT])
    const sure = 'requests.received.total' as FigureId
    const edit = { text: String(REPORT.figures.get(sure)), remark: '' }
    const once = await editReport(files, REPORT.agency, REPORT.year, { [sure]: { ...edit, confirmed: true } })
    expect(lines(once)).toContain(`${REPORT.agency},${REPORT.year},${sure},${NOT_DOUBTED.zh},${NOT_DOUBTED.en},1,,`)
    expect((await tableOfFiles(once)).doubtfulReadings.find(({ figure }) => figure === sure)!.why.zh).toBe('')
    expect(lines(await editReport(once, REPORT.agency, REPORT.year, { [sure]: { ...edit, confirmed: false } }))).toEqual(lines(files))
  })

  it('keep their place when packages are opened together', async () => {
    const { table } = await given([DOCUMENT])
    const other = await given([file('b.csv', '机关,年度,本年新收\n甲局,2023,5\n')])
    const { data } = finished(mergeSteps([{ title: 'b', data: other.table.data }, { title: 'a', data: table.data }]))
    const row = data.doubtfulReadings.find(({ figure }) => figure === FIGURE)!.row
    expect(data.agencies[data.reportAgency[row]!]!.id).toBe(REPORT.agency)
  })
})

describe('what the reading of a document asks the reader to look at', () => {
  const asked = async (edits?: FileChoices['edits'], document = DOCUMENT): Promise<string[]> =>
    (await given([document], edits ? { [NAME]: { edits } } : {})).account.problems.flatMap(({ kind, said }) => (kind === 'document-part' ? [said!.message.zh] : []))

  it('is asked no longer of cells that the reader corrected or found as in the document', async () => {
    const open = await asked()
    expect(open.filter((text) => text.includes('出现两次'))).toHaveLength(1)
    expect(await asked({ [FIGURE]: { text: String(READ), remark: '', confirmed: true } })).toEqual(open.filter((text) => !text.includes('出现两次')))
    expect(await asked({ ['requests.received.total']: { text: String(REPORT.figures.get('requests.received.total')), remark: '', confirmed: true } })).toEqual(open)
  })

  it('is asked of a sum until it fits, or all that a check points at in it was found as in the document', async () => {
    const total = 'requests.carried-out.total' as FigureId
    const wrong = { ...REPORT, figures: new Map(REPORT.figures).set(total, (REPORT.figures.get(total) as number) + 5) }
    const document = file(NAME, html(wrong, tablesOf(wrong, PLAIN, 7), 'tidy', 7))
    const sums = async (edits?: FileChoices['edits']): Promise<number> => (await asked(edits, document)).filter((text) => text.includes('勾稽')).length
    expect(await sums()).toBeGreaterThan(0)
    expect(await sums({ [total]: { text: String(REPORT.figures.get(total)), remark: '' } })).toBe(0)
    expect(await sums({ [total]: { text: String(wrong.figures.get(total)), remark: '', confirmed: true } })).toBe(0)
    expect(await sums({ [FIGURE]: { text: String(READ + 1), remark: '' } })).toBe(await sums())
  })
  it('is asked of a sum that nothing in particular would repair as long as any cell of it was not compared', async () => {
    const more = new Map([['requests.granted.natural', 3], ['requests.partly-granted.natural', 5]])
    const wrong = { ...REPORT, figures: new Map([...REPORT.figures].map(([figure, value]) => [figure, Number(value) + (more.get(figure) ?? 0)])) }
    const document = file(NAME, html(wrong, tablesOf(wrong, PLAIN, 7), 'tidy', 7))
    const column = async (...compared: readonly string[]): Promise<string[]> => (await asked(Object.fromEntries(compared.map((figure) => [figure, { text: String(wrong.figures.get(figure as FigureId)), remark: '', confirmed: true }])), document)).filter((text) => /勾稽.*本列/.test(text))
    const all = [...wrong.figures.keys()].filter((figure) => figure.startsWith('requests.') && figure.endsWith('.natural'))
    expect(await column()).toHaveLength(1)
    expect(await column('requests.processed.natural')).toHaveLength(1)
    expect(await column(...all)).toEqual([])
  })
})
