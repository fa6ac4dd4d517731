import { describe, expect, it } from 'vitest'
import { editReport } from '@/data/import/import'
import { checkReport } from '@/domain/checks'
import type { FigureId } from '@/domain/figure'
import { given as report, html, PLAIN, tablesOf } from '../../reading/documents'
import { file, given, tableOfFiles } from './given'

const REPORT = report(7)
const NAME = 'a.html'
const DOCUMENT = file(NAME, html(REPORT, tablesOf(REPORT, PLAIN, 7), 'tidy', 7))
const FIGURE = 'requests.received.total' as FigureId
const READ = REPORT.figures.get(FIGURE) as number
const edited = { [FIGURE]: { text: String(READ + 1), remark: '原文为 <b>另一数</b>' } }

const text = (files: ReadonlyMap<string, Uint8Array>, path: string): string => new TextDecoder().decode(files.get(path))

describe('cells that the reader corrects', () => {
  it('of a document stand corrected in the package, marked, with what was read', async () => {
    const { files, table, account } = await given([DOCUMENT], { [NAME]: { edits: edited } })
    const row = table.rowOf(table.indexOf(REPORT.agency), REPORT.year)
    expect(table.cell(FIGURE, row)).toMatchObject({ value: READ + 1, revision: { kind: 'edit', before: { value: READ }, remark: '原文为 <b>另一数</b>' } })
    expect(table.revisions).toHaveLength(1)
    expect(account.files[0]!.rowsReported).toBe(0)
    expect(text(files, 'edits.csv').split('\n')[1]).toBe(`${REPORT.agency},${REPORT.year},${FIGURE},${READ},原文为 <b>另一数</b>,`)
    expect(JSON.parse(text(files, 'datapackage.json')).resources.map(({ name }: { name: string }) => name)).toContain('edits')
    // The document's own words are evidence still.
    expect(text(files, 'evidence.csv')).toContain(`${FIGURE},,${READ},`)
    // The form's sums hold the reader to what was written.
    expect(checkReport(table, row).some(({ check, outcome }) => check === 'H1' && outcome === 'fail')).toBe(true)
  })

  it('survive export and import, and adding further files', async () => {
    const { files } = await given([DOCUMENT], { [NAME]: { edits: edited } })
    const packed = [...files].map(([path, bytes]) => file(`p/${path}`, bytes))
    const again = await given([...packed, file('b.csv', '机关,年度,本年新收\n甲局,2023,5\n')])
    const row = again.table.rowOf(again.table.indexOf(REPORT.agency), REPORT.year)
    expect(again.table.cell(FIGURE, row)).toMatchObject({ value: READ + 1, revision: { before: { value: READ } } })
  })

  it('in a kept package are changed further, and the mark goes when the cell says again what was read', async () => {
    const { files } = await given([DOCUMENT])
    const once = await editReport(files, REPORT.agency, REPORT.year, edited)
    const twice = await editReport(once, REPORT.agency, REPORT.year, { [FIGURE]: { text: '', remark: '' } })
    const table = await tableOfFiles(twice)
    const row = table.rowOf(table.indexOf(REPORT.agency), REPORT.year)
    expect(table.cell(FIGURE, row)).toMatchObject({ missing: 'blank', revision: { before: { value: READ }, remark: '' } })
    const back = await editReport(twice, REPORT.agency, REPORT.year, { [FIGURE]: { text: String(READ), remark: '' } })
    expect(back.has('edits.csv')).toBe(false)
    expect([...back].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))
  })

  it('may be filled in where nothing was read, and emptied', async () => {
    const { files } = await given([DOCUMENT])
    const figure = 'requests.other.total' as FigureId
    const filled = await tableOfFiles(await editReport(files, REPORT.agency, REPORT.year, { [figure]: { text: '3', remark: '' }, [FIGURE]: { text: '..', remark: '' } }))
    const row = filled.rowOf(filled.indexOf(REPORT.agency), REPORT.year)
    expect(filled.cell(figure, row)).toMatchObject({ value: 3, revision: { before: { missing: 'not-known' } } })
    expect(filled.cell(FIGURE, row)).toMatchObject({ missing: 'not-known', revision: { before: { value: READ } } })
  })

  it('of a report that does not stand change nothing', async () => {
    const { files } = await given([DOCUMENT])
    expect(await editReport(files, '无此机关', REPORT.year, edited)).toEqual(new Map(files))
  })

  it('of a document whose cell another file states otherwise change its version', async () => {
    const table = file('a.csv', `机关,年度,本年新收\n${REPORT.agency},${REPORT.year},${READ + 5}\n`)
    const both = await given([table, DOCUMENT], { [NAME]: { edits: edited } })
    expect(both.cell(REPORT.agency, REPORT.year, FIGURE)).toBe(READ + 5)
    expect(both.table.versions.map(({ origin, cells }) => [origin, cells.get(FIGURE)])).toEqual([[NAME, { value: READ + 1 }]])
    expect(both.table.revisions).toEqual([])
    expect(both.table.versions[0]!.revisions!.get(FIGURE)).toMatchObject({ before: { value: READ }, remark: '原文为 <b>另一数</b>' })
    expect(text(both.files, 'versions.csv').split('\n')[1]).toMatch(/,1$/)
  })
})
