import { describe, expect, it } from 'vitest'
import { editReport } from '@/data/import/import'
import { readingDoubts } from '@/domain/doubtful-reading'
import type { FigureId } from '@/domain/figure'
import { given as report, html, PLAIN, tablesOf } from '../../reading/documents'
import { file, given } from './given'

const REPORT = report(7)
const FIGURE = 'requests.received.total' as FigureId
const READ = REPORT.figures.get(FIGURE) as number
const DOCUMENT = file('a.html', html(REPORT, tablesOf(REPORT, PLAIN, 7), 'tidy', 7))
const CHANGED = String(READ + 5000)

const text = (files: ReadonlyMap<string, Uint8Array>, path: string): string => (files.has(path) ? new TextDecoder().decode(files.get(path)) : '')
const packed = (files: ReadonlyMap<string, Uint8Array>) => [...files].map(([path, bytes]) => file(`p/${path}`, bytes))
const inDoubt = (table: Awaited<ReturnType<typeof given>>['table']): string[] => readingDoubts(table).about(0, [FIGURE]).map(({ text: { zh } }) => zh)

/** The files of a package with the total of the first row of table 3 written otherwise. */
async function changedOutside(): Promise<{ readonly files: Map<string, Uint8Array>; readonly line: number }> {
  const { files } = await given([DOCUMENT])
  const lines = text(files, 'requests.csv').split('\n')
  const at = lines.findIndex((line) => line.startsWith(`${REPORT.agency},${REPORT.year},received,`))
  lines[at] = lines[at]!.replace(/[^,]*$/, CHANGED)
  return { files: new Map([...files, ['requests.csv', new TextEncoder().encode(lines.join('\n'))]]), line: at + 1 }
}

describe('a package of which somebody changed numbers in its files', () => {
  it('is told with the file, the line, what the document has and what stands now; the number is in doubt and says why', async () => {
    const { files, line } = await changedOutside()
    const { account, table } = await given(packed(files))
    expect(account.problems.filter(({ kind }) => kind === 'evidence-differs')).toEqual([{ kind: 'evidence-differs', file: expect.stringMatching(/\/requests\.csv$/), line, column: expect.stringContaining('新收'), text: `${REPORT.agency} ${REPORT.year}：${READ} / ${CHANGED}` }])
    expect(account.doubtful).toBe(1)
    expect(inDoubt(table)).toEqual([expect.stringContaining(`出处写的是 ${READ}，表中现为 ${CHANGED}`)])
  })

  it('of which a line is gone is told cell by cell, once, each in doubt', async () => {
    const { files } = await given([DOCUMENT])
    const without = new Map([...files, ['requests.csv', new TextEncoder().encode(text(files, 'requests.csv').replace(/^[^\n]*,received,[^\n]*\n/m, ''))]])
    const first = await given(packed(without))
    const told = first.account.problems.filter(({ kind }) => kind === 'evidence-differs')
    expect([told.length, first.account.doubtful]).toEqual([7, 7])
    expect(told.map((each) => each.text)).toContain(`${REPORT.agency} ${REPORT.year}：${READ} / 此处未知`)
    expect(inDoubt(first.table)).toEqual([expect.stringContaining(`出处写的是 ${READ}，表中现为 此处未知`)])
    expect((await given(packed(first.files))).account.problems.filter(({ kind }) => kind === 'evidence-differs')).toHaveLength(7)
  })

  it('is told once: exported and imported again the doubt stays, and the reader’s word settles it for good', async () => {
    const first = await given(packed((await changedOutside()).files))
    const again = await given(packed(first.files))
    expect([again.account.problems.filter(({ kind }) => kind === 'evidence-differs').length, inDoubt(again.table).length]).toEqual([1, 1])
    const settled = await given(packed(await editReport(first.files, REPORT.agency, REPORT.year, { [FIGURE]: { text: '', remark: '', confirmed: true } })))
    expect([inDoubt(settled.table), text(settled.files, 'doubts.csv').split('\n').length]).toEqual([[], 3])
  })

  it('is not what a correction in the app makes of it, nor a package that nobody touched', async () => {
    const { files } = await given([DOCUMENT])
    const edited = await editReport(files, REPORT.agency, REPORT.year, { [FIGURE]: { text: CHANGED, remark: '' } })
    for (const each of [files, edited]) {
      const { account, table } = await given(packed(each))
      expect([account.problems.filter(({ kind }) => kind === 'evidence-differs'), inDoubt(table)]).toEqual([[], []])
    }
  })

  it('whose cell was in order before, and settled, is in doubt again', async () => {
    const { files } = await given([DOCUMENT], { 'a.html': { edits: { [FIGURE]: { text: String(READ), remark: '已对照', confirmed: true } } } })
    const outside = new Map([...files, ['requests.csv', (await changedOutside()).files.get('requests.csv')!]])
    expect(inDoubt((await given(packed(outside))).table)).toHaveLength(1)
  })
})
