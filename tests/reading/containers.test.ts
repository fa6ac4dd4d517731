import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { fodt, mht, odt, rtf } from './containers'
import { given, html, PLAIN, tablesOf, text } from './documents'
import { docx, docxOf } from './docx'

const REPORT = given(7)
const TABLES = tablesOf(REPORT, PLAIN, 7)
const PAGE = html(REPORT, TABLES, 'word')
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const wide = (written: string, big: boolean): Uint8Array => Uint8Array.from(written.split('').flatMap((letter) => (big ? [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255] : [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])))

describe('what a report may be kept in', () => {
  it.each([
    ['a web page saved as one file, quoted', 'a.mht', mht(PAGE, 'quoted-printable')],
    ['a web page saved as one file, in base64', 'a.mhtml', mht(PAGE, 'base64')],
    ['the same under the name of a Word file', 'a.doc', mht(PAGE, 'base64')],
    ['a web page under the name of a Word file', 'a.doc', encode(PAGE)],
    ['an open document', 'a.odt', odt(REPORT, TABLES)],
    ['a flat open document', 'a.fodt', fodt(REPORT, TABLES)],
    ['rich text', 'a.rtf', rtf(REPORT, TABLES)],
    ['text in UTF-16 without a mark, the lower byte first', 'a.txt', wide(text(REPORT, TABLES, 'tabs'), false)],
    ['text in UTF-16 without a mark, the higher byte first', 'a.txt', wide(text(REPORT, TABLES, 'tabs'), true)],
    ['a web page in UTF-16 without a mark', 'a.html', wide(PAGE, false)],
    ['rich text under the name of a Word file', 'a.doc', rtf(REPORT, TABLES)],
  ])('%s', async (_, name, bytes) => {
    const { reports, refused } = await readReports({ name, bytes })
    expect(refused).toBeNull()
    expect(reports).toMatchObject([{ agency: REPORT.agency, year: REPORT.year, format: REPORT.format, complete: true, extras: [] }])
    expect(Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell && cell.value]))).toEqual(Object.fromEntries(REPORT.figures))
  })

  it('a saved page that holds no page', async () => {
    const { refused } = await readReports({ name: 'a.mht', bytes: encode('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/css\n\np{}\n--x--') })
    expect(refused).toEqual({ kind: 'unsupported' })
  })

  const chunk = '<w:altChunk r:id="r7"/>'
  const title = `<w:p><w:r><w:t>${REPORT.agency}${REPORT.year}年政府信息公开工作年度报告</w:t></w:r></w:p>`
  it.each([
    ['as a page', chunk, 'page.html', encode(PAGE)],
    ['as a page saved as one file, its kind told by nothing but its bytes', '<w:altChunk r:id="r7"><w:altChunkPr><w:matchSrc/></w:altChunkPr></w:altChunk>', '/word/page.dat', mht(PAGE, 'base64')],
    ['as text behind its title', `${title}<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>${chunk}`, 'parts/text.txt', encode(text(REPORT, TABLES, 'tabs'))],
    ['as another Word file', `${title}${chunk}`, 'inner.docx', docx(REPORT, TABLES)],
    ['as rich text', chunk, 'text.rtf', rtf(REPORT, TABLES)],
  ])('a report that a Word file takes in whole, %s', async (_, body, target, bytes) => {
    const { reports, refused } = await readReports({ name: 'a.docx', bytes: docxOf(body, target, bytes) })
    expect(refused).toBeNull()
    expect(reports).toMatchObject([{ agency: REPORT.agency, year: REPORT.year, complete: true, extras: [] }])
    expect(Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell && cell.value]))).toEqual(Object.fromEntries(REPORT.figures))
  })

  it('a Word file that takes in itself, or what is not there, ends', async () => {
    const inner = docxOf(chunk, 'inner.docx', docxOf(`${title}${chunk}`, 'none.html'))
    const { refused } = await readReports({ name: 'a.docx', bytes: inner })
    expect(refused).toEqual({ kind: 'not-a-report' })
  })

  it('hidden text of a Word file is not read', async () => {
    const row = ['行政许可', '5'].map((text) => `<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r></w:p></w:tc>`).join('')
    const { reports } = await readReports({ name: 'a.docx', bytes: docxOf(`<w:p><w:r><w:t>云梦市水务局2021年政府信息公开工作年度报告</w:t></w:r></w:p><w:p><w:r><w:t>二、主动公开政府信息情况</w:t></w:r></w:p><w:tbl><w:tr>${row}</w:tr></w:tbl>`) })
    expect(reports[0]!.cells.get('licences.decisions')?.cell).toEqual({ value: 5 })
  })

  it('radicals that only look like characters are read as those (PDFs, and what is copied from them)', async () => {
    const { reports } = await readReports({ name: 'a.txt', bytes: encode('云梦市⽔务局2021年政府信息公开⼯作年度报告\n⼆、主动公开政府信息情况\n⾏政许可 5\n⾏政处罚 6\n⾏政强制 7\n行政事业性收费 8\n云梦市⼈⺠政府') })
    expect(reports[0]).toMatchObject({ agency: '云梦市水务局', year: 2021 })
    expect(reports[0]!.cells.get('penalties.decisions')?.cell).toEqual({ value: 6 })
  })
})
