import { describe, expect, it } from 'vitest'
import { chooseVersion, editReport } from '@/data/import/import'
import { isOfTables } from '@/domain/extras'
import type { FigureId } from '@/domain/figure'
import type { Table } from '@/domain/table'
import { versionsOf } from '@/domain/versions'
import { dice, given as report, html, PLAIN, tablesOf, type Given } from '../../reading/documents'
import { file, given, tableOfFiles } from './given'

const REPORT = report(7)
/** A paragraph of the first part, and a row that is not in the document. */
interface Own {
  readonly prose?: string
  readonly without?: string
}

function documentOf(name: string, of: Given, { prose = '', without }: Own = {}) {
  const tables = tablesOf(of, PLAIN, 7)
  const requests = without ? tables.requests.filter((row) => !row.some((cell) => cell.text.includes(without))) : tables.requests
  return file(name, html(of, { ...tables, requests }, 'tidy', 7).replace('</h1>', `</h1><p>${prose}</p>`))
}

/** The report with some of its cells stated otherwise. */
function changed(figures: readonly FigureId[], by: number): Given {
  const now = new Map(REPORT.figures)
  for (const figure of figures) now.set(figure, (REPORT.figures.get(figure) as number) + by)
  return { ...REPORT, figures: now }
}

/** What a report states: its numbers, and what its prose says of its tables. */
const statedBy = (table: Table): Record<string, number | string> => {
  const row = table.rowOf(table.indexOf(REPORT.agency), REPORT.year)
  const said = table.statements.filter((each) => each.row === row && !each.origin && isOfTables(each)).map(({ figure, value, note }) => `${figure} ${value} ${note}`)
  return { said: [...new Set(said)].sort().join(), ...Object.fromEntries([...table.columns.keys()].sort().flatMap((figure) => {
    const cell = table.cell(figure, row)
    return 'value' in cell ? [[figure, cell.value]] : []
  })) }
}
const choose = (files: ReadonlyMap<string, Uint8Array>, name: string) => chooseVersion(files, REPORT.agency, REPORT.year, name)
const packed = (files: ReadonlyMap<string, Uint8Array>) => [...files].map(([path, bytes]) => file(`p/${path}`, bytes))

const [ONE, TWO, THREE] = ['requests.granted.natural', 'requests.partly-granted.natural', 'requests.carried-out.natural'] as FigureId[]

describe('of several documents that state one report differently each', async () => {
  const documents = [
    documentOf('first.html', changed([ONE!, TWO!], 100), { prose: '全年主动公开政府信息6000条，办理人大代表建议12件。本年新收政府信息公开申请901件。' }),
    documentOf('same-as-last.html', REPORT, { prose: '全年主动公开政府信息5572条。' }),
    documentOf('one.html', changed([ONE!], 100), { prose: '全年主动公开政府信息5572条。' }),
    documentOf('silent.html', changed([THREE!], 100), { prose: '本年新收政府信息公开申请902件。' }),
    documentOf('without.html', changed([TWO!], 50), { without: '重复申请', prose: '本年新收政府信息公开申请903件。' }),
    documentOf('last.html', REPORT, { prose: '全年主动公开政府信息5572条。' }),
  ]
  const all = await given(documents)
  const alone = new Map(await Promise.all(documents.map(async (each) => [each.name, statedBy((await given([each])).table)] as const)))

  it('each stands whole where it is chosen, whichever stood before, also after an export', async () => {
    expect([...alone.values()].filter(({ said }) => /90\d/.test(String(said)))).toHaveLength(3)
    expect(new Set([...alone.values()].map((numbers) => JSON.stringify(numbers))).size).toBe(5)
    const roll = dice(5)
    let { files } = all
    let stands = 'first.html'
    for (let turn = 0; turn < 30; turn += 1) {
      const next = documents[roll(documents.length)]!.name
      if (next !== stands) files = await choose(files, next)
      stands = next
      expect(statedBy(await tableOfFiles(files)), `${turn} ${next}`).toEqual(alone.get(next))
      if (turn % 7 === 6) files = (await given(packed(files))).files
    }
  })

  it('says of each how many cells it states otherwise than the one that was chosen', async () => {
    const table = await tableOfFiles(await choose(all.files, 'last.html'))
    const differing = Object.fromEntries(versionsOf(table, table.rowOf(table.indexOf(REPORT.agency), REPORT.year)).map((version) => [version.origin, version.differing]))
    expect(differing).toMatchObject({ 'first.html': 4, 'same-as-last.html': 0, 'one.html': 1, 'silent.html': 2 })
  })

  it('a correction stays with the one that was corrected, also of a cell that it states as another does', async () => {
    const corrected = await editReport(await choose(all.files, 'one.html'), REPORT.agency, REPORT.year, { [THREE!]: { text: '4321', remark: '手改' } })
    const other = await choose(corrected, 'silent.html')
    expect(statedBy(await tableOfFiles(other))).toEqual(alone.get('silent.html'))
    expect(statedBy(await tableOfFiles(await choose(other, 'first.html')))).toEqual(alone.get('first.html'))
    expect(statedBy(await tableOfFiles(await choose(await choose(other, 'first.html'), 'one.html')))).toEqual({ ...alone.get('one.html'), [THREE!]: 4321 })
  })

  it('so do those of one name, whose common words are kept once', async () => {
    const named = [documentOf('x/a.html', changed([ONE!, TWO!], 100)), documentOf('y/a.html', REPORT), documentOf('z/a.html', changed([TWO!], 50)), documentOf('z/a.html', changed([THREE!], 100))]
    const names = ['x/a.html', 'y/a.html', 'z/a.html', 'z/a (2).html']
    let { files } = await given(named)
    for (const at of [1, 2, 3, 0, 3, 1]) {
      files = await choose(files, names[at]!)
      expect(statedBy(await tableOfFiles(files)), names[at]).toEqual(statedBy((await given([named[at]!])).table))
    }
  })

  it('each keeps what it states where its name ends with a number in brackets, as downloads do', async () => {
    const numbered = [documentOf('report (1).html', changed([ONE!], 100)), documentOf('report (2).html', changed([TWO!], 50)), documentOf('other.html', REPORT)]
    const own = new Map(await Promise.all(numbered.map(async (each) => [each.name, statedBy((await given([each])).table)] as const)))
    let { files } = await given(numbered)
    for (const name of ['report (2).html', 'other.html', 'report (1).html', 'report (2).html']) {
      files = await choose(files, name)
      expect([name, statedBy(await tableOfFiles(files))]).toEqual([name, own.get(name)])
    }
  })

  it('a table of some of its cells is no document: chosen, it leaves the others as they stand', async () => {
    const table = file('some.csv', `机关,年度,requests.granted.natural\n${REPORT.agency},${REPORT.year},777\n`)
    const { files } = await given([documents[0]!, documents[5]!, table])
    const chosen = statedBy(await tableOfFiles(await choose(await choose(files, 'last.html'), 'some.csv')))
    expect(chosen).toEqual({ ...alone.get('last.html'), [ONE!]: 777 })
  })
})
