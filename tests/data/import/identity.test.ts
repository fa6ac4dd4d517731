import { describe, expect, it } from 'vitest'
import { editReport, identifyReport, takeOutReport } from '@/data/import/import'
import { dossierOf } from '@/domain/dossier'
import type { FigureId } from '@/domain/figure'
import { given as report, html, PLAIN, tablesOf } from '../../reading/documents'
import { file, given, tableOfFiles } from './given'

type Files = ReadonlyMap<string, Uint8Array>

const REPORT = report(7)
const OTHER = { ...REPORT, agency: '丁县财政局', figures: new Map(REPORT.figures).set('documents.issued' as FigureId, 999) }
const NEW = { agency: '丁县民政局', year: REPORT.year - 1 }
const FIGURE = 'requests.received.total' as FigureId
const page = (of = REPORT): string => html(of, tablesOf(of, PLAIN, 7), 'tidy', 7)
/** Its text counts to the end of another year than its title says. */
const DOUBTFUL = file('a.html', page().replace('</h1>', `</h1><p>本年度报告所列数据的统计期限自${NEW.year}年1月1日至${NEW.year}年12月31日止。</p>`))

const text = (files: Files, path: string): string => new TextDecoder().decode(files.get(path))
const counts = (files: Files): Record<string, number> => JSON.parse(text(files, 'import.json')) as Record<string, number>
const everything = (files: Files): Record<string, string> => Object.fromEntries([...files.keys()].sort().map((path) => [path, text(files, path)]))
const cellsOf = async (files: Files, agency: string, year: number): Promise<(string | number)[]> => {
  const table = await tableOfFiles(files)
  const row = table.rowOf(table.indexOf(agency), year)
  return [...table.columns.keys()].map((figure) => {
    const cell = table.cell(figure, row)
    return 'value' in cell ? cell.value : cell.missing
  })
}

describe('whose report one of a package is', () => {
  it('is said anew with all its cells, corrections, evidence and other versions; what its document reads stays told', async () => {
    const { files } = await given([DOUBTFUL, file('b.html', page(OTHER))])
    const edited = await editReport(files, REPORT.agency, REPORT.year, { [FIGURE]: { text: '4321', remark: '' } })
    const said = (await identifyReport(edited, REPORT, NEW.agency, NEW.year))!
    expect(said.report).toEqual(NEW)
    expect(await cellsOf(said.files, NEW.agency, NEW.year)).toEqual(await cellsOf(edited, REPORT.agency, REPORT.year))
    const table = await tableOfFiles(said.files)
    const row = table.rowOf(table.indexOf(NEW.agency), NEW.year)
    expect(table.cell(FIGURE, row).revision?.kind).toBe('edit')
    expect(dossierOf(table, row).typed).toEqual({ agency: REPORT.agency, year: String(REPORT.year) })
    expect(dossierOf(table, row).unsettled).toEqual([])
    for (const path of said.files.keys()) if (path.endsWith('.csv') && path !== 'reports.csv') expect(text(said.files, path)).not.toContain(`${REPORT.agency},${REPORT.year},`)
    expect(text(said.files, 'evidence.csv').split('\n').filter((line) => line.startsWith(`${NEW.agency},${NEW.year},`)).length).toBe(text(edited, 'evidence.csv').split('\n').filter((line) => line.startsWith(`${REPORT.agency},`)).length)
    expect(table.agencies.map(({ id }) => id).sort()).toEqual([NEW.agency, OTHER.agency].sort())
    expect(await cellsOf(said.files, OTHER.agency, OTHER.year)).toEqual(await cellsOf(edited, OTHER.agency, OTHER.year))
  })

  it('is as before where that is taken back, its doubt with it', async () => {
    const { files } = await given([DOUBTFUL])
    const said = (await identifyReport(files, REPORT, NEW.agency, NEW.year))!
    expect(counts(said.files)).not.toHaveProperty('headsDoubtful')
    const back = (await identifyReport(said.files, said.report, REPORT.agency, REPORT.year))!
    expect(everything(back.files)).toEqual(everything(files))
    expect(counts(back.files)).toHaveProperty('headsDoubtful', 1)
  })

  it('is not said of an agency and year that the package has already, nor of a report that it has not', async () => {
    const { files } = await given([DOUBTFUL, file('b.html', page(OTHER))])
    expect(await identifyReport(files, REPORT, OTHER.agency, OTHER.year)).toBeNull()
    expect(await identifyReport(files, { agency: '无此机关', year: 2023 }, NEW.agency, NEW.year)).toBeNull()
  })

  it('joins an agency that the package has, under its id', async () => {
    const { files } = await given([DOUBTFUL, file('b.html', page(OTHER))])
    const said = (await identifyReport(files, REPORT, OTHER.agency, NEW.year))!
    const table = await tableOfFiles(said.files)
    expect(table.agencies.map(({ id }) => id)).toEqual([OTHER.agency])
    expect([...table.data.reportYear].sort()).toEqual([NEW.year, OTHER.year].sort())
  })
})

describe('a report that is taken out of a package', () => {
  it('leaves nothing behind, and the others as if it had never been there', async () => {
    const alone = await given([file('b.html', page(OTHER))])
    const { files } = await given([DOUBTFUL, file('b.html', page(OTHER)), file('c.html', page({ ...REPORT, figures: new Map(REPORT.figures).set(FIGURE, 77) }))])
    expect([files.has('versions.csv'), files.has('doubts.csv')]).toEqual([true, true])
    const left = await takeOutReport(files, REPORT.agency, REPORT.year)
    const tables = (of: Files): Record<string, string> => Object.fromEntries(Object.entries(everything(of)).filter(([path]) => path.endsWith('.csv') && path !== 'problems.csv'))
    expect(tables(left)).toEqual(tables(alone.files))
    expect((JSON.parse(text(left, 'datapackage.json')) as { sources: unknown }).sources).toEqual([{ title: 'b.html' }])
    const { agencies, reports, figures, versions } = counts(left)
    expect({ agencies, reports, figures, versions }).toEqual({ agencies: 1, reports: 1, figures: alone.account.figures, versions: 0 })
  })

  it('leaves its agency where that has other years', async () => {
    const { files } = await given([DOUBTFUL, file('b.html', page({ ...REPORT, year: REPORT.year + 1 }))])
    const table = await tableOfFiles(await takeOutReport(files, REPORT.agency, REPORT.year))
    expect([table.agencies.map(({ id }) => id), [...table.data.reportYear]]).toEqual([[REPORT.agency], [REPORT.year + 1]])
  })
})
