import { describe, expect, it } from 'vitest'
import { chooseVersion, editReport } from '@/data/import/import'
import type { FileChoices } from '@/data/import/mapping'
import { readingDoubts, unsettledHead } from '@/domain/doubtful-reading'
import { dossierOf } from '@/domain/dossier'
import type { FigureId } from '@/domain/figure'
import { mergeSteps } from '@/domain/merge'
import { Table } from '@/domain/table'
import { finished } from '@/domain/turns'
import { given as report, html, PLAIN, tablesOf } from '../../reading/documents'
import { file, given, tableOfFiles } from './given'

const REPORT = report(7)
const NAME = 'a.html'
const FIGURE = 'requests.received.total' as FigureId
const page = (of = REPORT): string => html(of, tablesOf(of, PLAIN, 7), 'tidy', 7)
/** Its text counts to the end of another year than its title says. */
const otherwise = (text: string): string => text.replace('</h1>', `</h1><p>本年度报告所列数据的统计期限自${REPORT.year - 1}年1月1日至${REPORT.year - 1}年12月31日止。</p>`)
const DOCUMENT = file(NAME, otherwise(page()))
const WHY = `文中各处年度不一致（${REPORT.year}“${REPORT.agency}${REPORT.year}年政府信息公开工作年度报” / ${REPORT.year - 1}“期限自${REPORT.year - 1}年1月1日”）`

const lines = (files: ReadonlyMap<string, Uint8Array>): string[] => (files.has('doubts.csv') ? new TextDecoder().decode(files.get('doubts.csv')).split('\n').filter((line) => line.includes('head:')) : [])
const marksOf = (table: Table): string[] => readingDoubts(table).about(0, [FIGURE]).map(({ kind, text }) => `${kind} ${text.zh}`)

describe('a year that a document leaves in doubt', () => {
  it('goes into the package, and is a doubt about every number of the report', async () => {
    const { files, account, table } = await given([DOCUMENT])
    expect(lines(files)).toEqual([expect.stringMatching(new RegExp(`^${REPORT.agency},${REPORT.year},head:year,${WHY},the document names different years[^,]*,,,$`))])
    expect([account.headsDoubtful, account.doubtful]).toEqual([1, undefined])
    expect(marksOf(table)).toEqual([`unsure 年度：${WHY}`])
    expect(readingDoubts(table).about(0, [])).toEqual([])
    expect(dossierOf(table, 0).unsettled.map(({ zh }) => zh)).toEqual([`年度尚未核对：${WHY}`])
    expect([...table.columns.keys()].filter((figure) => figure.startsWith('head:'))).toEqual([])
  })

  it('is settled by the reader’s word, before the import and after it, and open again when that is taken back', async () => {
    const edits = { 'head:year': { text: '', remark: '', confirmed: true } }
    const before = await given([DOCUMENT], { [NAME]: { edits } })
    expect([marksOf(before.table), unsettledHead(before.table, 0), before.account.headsDoubtful]).toEqual([[], [], undefined])
    expect(before.account.problems.some(({ said }) => said?.message.zh.includes('年度不一致'))).toBe(false)
    const { files } = await given([DOCUMENT])
    const after = await editReport(files, REPORT.agency, REPORT.year, edits)
    expect(lines(after)).toEqual(lines(before.files))
    expect(lines(await editReport(after, REPORT.agency, REPORT.year, { 'head:year': { text: '', remark: '', confirmed: false } }))).toEqual(lines(files))
  })

  it('is told as typed where the reader typed the year', async () => {
    const choices: FileChoices = { mapping: { format: 'cn', year: REPORT.year - 1, agency: '', columns: { agency: { as: 'agency' }, format: { as: 'format' }, figure: { as: 'figure' }, value: { as: 'value' } } } }
    const { files, table } = await given([DOCUMENT], { [NAME]: choices })
    expect([lines(files), dossierOf(table, 0).typed]).toEqual([[], { year: String(REPORT.year) }])
  })

  it('comes back with the package, beside others and in a merged table', async () => {
    const { files, table } = await given([DOCUMENT])
    const second = await given([file('b.html', page({ ...REPORT, agency: '丁县财政局' })), ...[...files].map(([path, bytes]) => ({ name: `p/${path}`, bytes }))])
    expect(lines(second.files)).toEqual(lines(files))
    const other = await given([file('c.html', page({ ...REPORT, agency: '丁县财政局' }))])
    const merged = new Table(finished(mergeSteps([{ title: 'x', data: other.table.data }, { title: 'y', data: table.data }])).data)
    expect(unsettledHead(merged, merged.rowOf(merged.indexOf(REPORT.agency), REPORT.year))).toHaveLength(1)
  })

  it('belongs to its file: not to the report that another file states, and stands with it when that is chosen', async () => {
    const stands = file('0.html', page({ ...REPORT, figures: new Map(REPORT.figures).set('documents.issued' as FigureId, 999) }))
    const { files, table } = await given([stands, DOCUMENT])
    expect([unsettledHead(table, 0), lines(files)]).toEqual([[], [expect.stringMatching(/,a\.html$/)]])
    const chosen = await chooseVersion(files, REPORT.agency, REPORT.year, NAME)
    expect(unsettledHead(await tableOfFiles(chosen), 0)).toHaveLength(1)
  })
})
