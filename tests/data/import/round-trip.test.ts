import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { chartsOf, sliceFor } from '@/charts'
import { csvBytes } from '@/data/csv'
import { importFiles, problemsCsv } from '@/data/import/import'
import type { FigureId } from '@/domain/figure'
import { fromLink, VIEWS } from '@/domain/selection'
import { sheetOf } from '@/domain/sheet'
import type { Table } from '@/domain/table'
import { given as report, html, PLAIN, tablesOf } from '../../reading/documents'
import { file, tableOfFiles } from './given'

const folder = async (id: string): Promise<Map<string, Uint8Array>> => {
  const files = await readdir(`public/data/${id}`)
  return new Map(await Promise.all(files.map(async (name) => [name, new Uint8Array(await readFile(`public/data/${id}/${name}`))] as const)))
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

/** The download of every chart of every page. */
const downloads = (table: Table, link = ''): Map<string, string> => {
  const all = new Map<string, string>()
  for (const view of VIEWS) {
    const selection = fromLink(`view=${view}&${link}`)
    for (const chart of chartsOf(view)) if (chart.suits?.(selection, table) ?? true) all.set(`${view} ${chart.id}`, text(csvBytes(sheetOf(table, selection, sliceFor(chart, table, selection), 'tidy'))))
  }
  return all
}

describe('what we export, we import', () => {
  it.each(['us-foia', 'scotland'])('the package %s comes back byte for byte, as a folder', async (id) => {
    const files = await folder(id)
    const { files: again, account } = await importFiles([...files].map(([path, bytes]) => file(`${id}/${path}`, bytes)))
    expect([...again.keys()].sort()).toEqual([...files.keys()].sort())
    for (const [path, bytes] of files) expect(Buffer.compare(again.get(path)!, bytes), path).toBe(0)
    const { problems, problemsUntold, ...counts } = account
    expect({ ...counts, problemsUntold }).toEqual(JSON.parse(text(files.get('import.json'))))
    expect(problemsCsv(problems)).toBe(text(files.get('problems.csv')))
  })

  it('the Chinese package, filed anew beside a file, draws and downloads the same', async () => {
    const files = await folder('cn')
    const { files: again } = await importFiles([...[...files].map(([path, bytes]) => file(`cn/${path}`, bytes)), file('x.csv', '机关,年度,本年新收\n某某市测试局,2031,1\n')])
    const [before, after] = [await tableOfFiles(files), await tableOfFiles(again)]
    expect(after.size).toBe(before.size + 1)
    const [left, right] = [downloads(before, 'year=2008..2025'), downloads(after, 'year=2008..2025')]
    // The province grid counts the agency that came with the file.
    for (const [chart, csv] of left) if (!chart.endsWith(' coverage')) expect(right.get(chart), chart).toBe(csv)
  })

  it.each(['tidy', 'years'])('a download that comes back counts only the rows that gave a number or a reason, and knows its own columns (%s)', async (shape) => {
    const rates = ['requests.granted.share', 'requests.disclosure-rate@both']
    const tidy = ['agency,year,indicator,label,label-en,applicant,value,unit,missing,definition,apart,check,check-en,unsure,unsure-en,edited,edited-en,note,source', ...rates.map((id) => `甲局,2023,${id},,,total,45.2,%,,both,,,,,,,,,`), '甲局,2023,requests.refused.share,,,total,,%,no-report,,,,,,,,,,', '甲局,2023,requests.received,,,total,,requests,no-report,,,,,,,,,,', '乙局,2023,requests.received,,,total,5,requests,,,,△,failing,?,unsure,■,edited,,']
    const years = ['agency,indicator,label,applicant,unit,check,check-en,2023', ...rates.map((id) => `甲局,${id},,total,%,,,45.2`), '甲局,requests.refused.share,,total,%,,,no-report', '甲局,requests.received,,total,requests,,,no-report', '乙局,requests.received,,total,requests,△,failing,5']
    const { account, files } = await importFiles([file('slice.csv', (shape === 'tidy' ? tidy : years).join('\n'))])
    expect(account.files).toMatchObject([{ shape, rowsIn: 5, rowsLoaded: 1, rowsReported: 4 }])
    expect(account.problems.map(({ kind, line }) => [kind, line])).toEqual([['figure-derived', 2], ['figure-derived', 3], ['figure-derived', 4], ['row-blank', 5]])
    expect((await tableOfFiles(files)).data.reportYear).toHaveLength(1)
  })

  it.each(['view=proactive&chart=documents', 'view=requests&chart=clearance', 'view=reviews&chart=results&sort=name', 'view=participation&chart=proposals'])('a downloaded slice comes back to the same slice: %s', async (link) => {
    const table = await tableOfFiles(await folder('cn'))
    const selection = fromLink(link)
    const chart = chartsOf(selection.view).find(({ id }) => id === selection.chart)!
    const before = sheetOf(table, selection, sliceFor(chart, table, selection), 'tidy')
    const { files } = await importFiles([file('slice.csv', csvBytes(before))])
    const again = await tableOfFiles(files)
    const chosen = fromLink(`${link}&at=${before.rows[0]![before.columns.findIndex(({ id }) => id === 'year')]}`)
    expect(text(csvBytes(sheetOf(again, chosen, sliceFor(chart, again, chosen), 'tidy')))).toBe(text(csvBytes(before)))
  })

  it('a package names each file that its cells come from once, after a second import too', async () => {
    const line = (name: string, agency: string) => file(name, `机关,年度,本年新收\n${agency},2024,3\n`)
    const sources = (files: ReadonlyMap<string, Uint8Array>) => (JSON.parse(text(files.get('datapackage.json'))) as { sources: { title: string }[] }).sources.map(({ title }) => title)
    const first = await importFiles([line('1.csv', '甲市测试局'), line('2.csv', '乙市测试局')])
    expect(sources(first.files)).toEqual(['1.csv', '2.csv'])
    const second = await importFiles([...[...first.files].map(([path, bytes]) => file(`own/${path}`, bytes)), line('3.csv', '丙市测试局'), line('1.csv', '甲市测试局')])
    expect(sources(second.files)).toEqual(['1.csv', '2.csv', '3.csv'])
  })

  it('a package with a cell that was made unreadable since tells it, with its file and line, once and for good; the rest stands', async () => {
    const first = await importFiles([file('1.csv', '机关,年度,本年新收\n甲市测试局,2024,3\n乙市测试局,2024,4\n')])
    const spoilt = new Map(first.files).set('requests.csv', new TextEncoder().encode(text(first.files.get('requests.csv')).replace(/,4$/m, ',四件')))
    const packed = (files: ReadonlyMap<string, Uint8Array>) => [...files].map(([path, bytes]) => file(`own/${path}`, bytes))
    const second = await importFiles(packed(spoilt))
    const unreadable = ({ account }: typeof second) => account.problems.filter(({ kind }) => kind === 'cell-unreadable')
    expect(unreadable(second)).toEqual([expect.objectContaining({ file: 'own', line: 3, column: 'total', text: 'requests.csv: 四件' })])
    expect(second.account.files.map((each) => each.file)).toEqual(['1.csv', 'own'])
    expect(text(second.files.get('problems.csv'))).toContain('四件')
    expect(text(second.files.get('requests.csv'))).toContain('四件')
    const third = await importFiles(packed(second.files))
    expect(unreadable(third)).toEqual(unreadable(second))
    expect(third.files).toEqual(second.files)
  })

  it('what a package and its changed copy were told of, and what was not read, is counted once; the copy is listed by its own name', async () => {
    const source = report(7)
    const page = html(source, tablesOf(source, PLAIN, 7), 'tidy', 7).replace(/<tr>(?:(?!<\/tr>)[^])*?（一）予以公开[^]*?<\/tr>/, '')
    const packed = (name: string, files: ReadonlyMap<string, Uint8Array>) => [...files].map(([path, bytes]) => file(`${name}/${path}`, bytes))
    const first = await importFiles([file('reports/a.html', page)])
    const changed = new Map(first.files).set('reviews.csv', new TextEncoder().encode(text(first.files.get('reviews.csv')).replace(/(,review,)\d*/, '$1987654')))
    const unread = ({ account }: typeof first) => account.files.reduce((sum, { cellsUnread = 0 }) => sum + cellsUnread, 0)
    expect(unread(first)).toBeGreaterThan(0)
    const both = await importFiles([...packed('own', first.files), ...packed('changed', changed)])
    expect(both.account.files.map((each) => each.file)).toEqual(['reports/a.html', 'changed'])
    const again = await importFiles([...packed('own', both.files), file('a.html', page)])
    for (const more of [both, again]) {
      expect(unread(more)).toBe(unread(first))
      expect(more.account.problems.filter(({ kind }) => kind === 'document-part')).toHaveLength(first.account.problems.filter(({ kind }) => kind === 'document-part').length)
      expect(text(more.files.get('evidence.csv')).split('\n')).toHaveLength(text(first.files.get('evidence.csv')).split('\n').length)
    }
  })

  it.each([['2021', 'other', 2], ['2019', 'other.not-corrected', 2]])('blank cells of （六）其他处理 stay blank where a report on the form of %s splits it otherwise', async (year, row, filled) => {
    const first = await importFiles([file('1.csv', `agency,year,row,natural,business,research,nonprofit,legal,other,total\n甲市测试局,${year},received,5,0,0,0,0,0,5\n`)])
    const line = `甲市测试局,${year},${row},${filled},,,..,,,${filled}\n`
    const files = new Map(first.files).set('requests.csv', new TextEncoder().encode(`${text(first.files.get('requests.csv'))}${line}`))
    expect(text(files.get('reports.csv'))).toContain(`,cn-${year},`)
    const again = await importFiles([...[...files].map(([path, bytes]) => file(`own/${path}`, bytes)), file('x.csv', '机关,年度,本年新收\n乙市测试局,2024,1\n')])
    for (const made of [files, again.files]) {
      expect(text(made.get('requests.csv'))).toContain(line)
      const table = await tableOfFiles(made)
      expect(table.cell(`requests.${row}.business` as FigureId, table.rowOf(table.indexOf('甲市测试局'), Number(year)))).toMatchObject({ missing: 'blank' })
    }
  })
})
