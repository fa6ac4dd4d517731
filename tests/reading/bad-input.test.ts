import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isFatal, READING_PROBLEMS, readReports, type ReadingProblemKind } from '@/reading'
import { docxOf } from './docx'
import { given, html, PLAIN, tablesOf } from './documents'
import { pdf } from './pdf'

const encode = (written: string): Uint8Array => new TextEncoder().encode(written)
const utf16 = (name: string): number[] => [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
const compound = (...names: string[]): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 504 }, () => 0), ...names.flatMap(utf16), ...Array.from({ length: 512 }, () => 0)])
const REPORT = given(3)

/** A ZIP whose directory says that a part unpacks to three gigabytes. */
function bomb(): Uint8Array {
  const bytes = docxOf('<w:p/>')
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at + 46 < bytes.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3_000_000_000, true)
  return bytes
}

const encrypted = (bytes: Uint8Array): Uint8Array => encode(new TextDecoder('latin1').decode(bytes).replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -44 >> /ID [(a) (a)]'))

/** A PDF whose table of codes says other characters than the page shows: those of another row of 256. */
const recoded = (row: (row: number) => number): Uint8Array =>
  encode(new TextDecoder('latin1').decode(pdf(REPORT, tablesOf(REPORT, PLAIN))).replace(/<(\w\w)00> <\1ff> <\1/g, (range: string, own: string) => `${range.slice(0, -2)}${row(Number.parseInt(own, 16)).toString(16).padStart(2, '0')}`))
const HAN_ROWS = [0x4e, 0x9f] as const

/** The form as it is handed out: no agency, no year, no number. */
const form = (title: string): string => `<html><body><h1>${title}</h1>${html(REPORT, tablesOf(REPORT, PLAIN), 'tidy').match(/<p><span>[二三四]、.*|<table>|<tr>.*<\/tr>|<\/table>/g)!.join('').replace(/(<td[^>]*>)[\d.+-]+(?=<)/g, '$1')}</body></html>`

const CASES: Readonly<Record<string, readonly [kind: ReadingProblemKind, name: string, bytes: () => Uint8Array]>> = {
  'an empty file': ['empty', 'a.html', () => new Uint8Array()],
  'a file of spaces': ['empty', 'a.txt', () => encode('  \n\n ')],
  'an old Word file': ['old-word', 'a.doc', () => compound('WordDocument')],
  'an old Word file named .docx': ['old-word', 'a.docx', () => compound('WordDocument')],
  'a WPS file': ['wps', 'a.wps', () => compound('WpsCustomData')],
  'an encrypted Word file': ['encrypted', 'a.docx', () => compound('EncryptedPackage')],
  'a PDF of other bytes': ['damaged', 'a.pdf', () => Uint8Array.from({ length: 4096 }, (_, at) => (at * 167) % 251)],
  'an encrypted Word file of some megabytes, its directory at the end': ['encrypted', 'a.docx', () => compound('x'.repeat(3 << 20), 'EncryptedPackage')],
  'an old spreadsheet': ['spreadsheet', 'a.xls', () => compound('Workbook')],
  'a spreadsheet': ['spreadsheet', 'a.xlsx', () => zipSync({ 'xl/workbook.xml': encode('<x/>') })],
  'an archive': ['archive', 'a.zip', () => zipSync({ 'a.html': encode('<p>1</p>') })],
  'an OFD file': ['ofd', 'a.ofd', () => zipSync({ 'OFD.xml': encode('<ofd:OFD/>'), 'Doc_0/Document.xml': encode('<ofd:Document/>') })],
  'a DOCX that unpacks to gigabytes': ['bomb', 'a.docx', bomb],
  'a cut DOCX': ['damaged', 'a.docx', () => docxOf('<w:p/>').subarray(0, 300)],
  'a DOCX of broken XML': ['damaged', 'a.docx', () => zipSync({ 'word/document.xml': encode('<w:document><w:body>') })],
  'a picture': ['picture', 'a.png', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])],
  'a broken PDF': ['damaged', 'a.pdf', () => encode('%PDF-1.7\nnothing follows')],
  'a PDF without text': ['scanned', 'a.pdf', () => pdf({ ...REPORT, agency: '' }, { proactive: [], requests: [], reviews: [] }).map((byte, at, all) => (String.fromCharCode(...all.subarray(at, at + 2)) === 'Tj' ? 32 : byte))],
  'a PDF whose letters are read as characters for private use': ['text-garbled', 'a.pdf', () => recoded((row) => (row < 0x20 ? row : 0xe0 + (row % 16)))],
  'a PDF whose letters are read as others': ['text-garbled', 'a.pdf', () => recoded((row) => (row < HAN_ROWS[0] || row > HAN_ROWS[1] ? row : HAN_ROWS[0] + ((row - HAN_ROWS[0] + 41) % 82)))],
  'the blank form': ['form-blank', 'a.html', () => encode(form('政府信息公开工作年度报告格式'))],
  'a program': ['unsupported', 'a.exe', () => Uint8Array.from([0x4d, 0x5a, 0, 1, 0, 2, 0, 3, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80])],
  'garbled text': ['mojibake', 'a.html', () => encode('<html><body>' + '鏀垮簻淇℃伅鍏紑宸ヤ綔骞村害鎶ュ憡'.repeat(30) + '</body></html>')],
  'another page': ['not-a-report', 'a.html', () => encode('<html><body><h1>关于召开会议的通知</h1><p>定于下周一召开会议。</p><table><tr><td>姓名</td><td>5</td></tr></table></body></html>')],
  'a report whose tables are pictures': ['pictures-only', 'a.html', () => encode('<html><body><h1>云梦市水务局2021年政府信息公开工作年度报告</h1><p><img src="1.png"><img src="2.png"></p></body></html>')],
  'a huge file': ['too-large', 'a.html', () => new Uint8Array(65 << 20).fill(65)],
}

describe('documents that cannot be read', () => {
  it.each(Object.entries(CASES))('%s', async (_, [kind, name, bytes]) => {
    const { reports, refused } = await readReports({ name, bytes: bytes() })
    expect([reports, refused]).toEqual([[], { kind }])
    expect(isFatal(refused!)).toBe(true)
  })

  it('has a message and a remedy in both languages for every kind', () => {
    for (const { message, remedy } of Object.values(READING_PROBLEMS)) for (const words of [message.zh, message.en, remedy.zh, remedy.en]) expect(words).not.toBe('')
  })

  it.each([
    ['its title broken over two lines', ['云梦市水务局2013年度信息公开工作', '年度报告', '一、主动公开政府信息的情况', '2013年度主动公开信息5条。', '二、依申请公开信息的情况']],
    ['its parts alone', ['一、概述', '我局2013年主动公开政府信息5条。', '二、政府信息主动公开情况', '三、政府信息依申请公开情况', '四、行政复议和行政诉讼情况']],
    ['how it opens', ['本报告是根据《中华人民共和国政府信息公开条例》要求编制而成。报告中所列数据的统计期限为2013年1月1日到2013年12月31日止。', '一、总体情况', '主动公开政府信息5条。']],
  ])('reads the prose of a report without tables by %s', async (_, lines) => {
    const { reports } = await readReports({ name: 'a.txt', bytes: encode(lines.join('\n')) })
    expect(reports[0]).toMatchObject({ year: 2013, narrative: [{ figure: 'narrative.items-disclosed', value: 5 }] })
  })

  it('takes a report of which no figure was read for one, and says so', async () => {
    const { reports } = await readReports({ name: 'a.txt', bytes: encode(['云梦市水务局2013年政府信息公开工作年度报告', '一、主动公开情况', '工作平稳有序。', '二、依申请公开情况', '依法办理。'].join('\n')) })
    expect(reports[0]).toMatchObject({ agency: '云梦市水务局', year: 2013, problems: [{ kind: 'figures-unread' }] })
  })

  it('takes a notice that names a report for none', async () => {
    const { refused } = await readReports({ name: 'a.txt', bytes: encode(['关于报送云梦市水务局2013年政府信息公开工作年度报告的通知', '请于1月底前报送。'].join('\n')) })
    expect(refused?.kind).toBe('not-a-report')
  })

  it('reads a report whose cells are all blank, and says so', async () => {
    const { reports } = await readReports({ name: 'a.html', bytes: encode(form(`${REPORT.agency}${REPORT.year}年政府信息公开工作年度报告`)) })
    expect(reports[0]).toMatchObject({ agency: REPORT.agency, year: REPORT.year, complete: true, problems: [{ kind: 'figures-none' }] })
    expect([...reports[0]!.cells.values()].every(({ cell }) => 'missing' in cell && cell.missing === 'blank')).toBe(true)
  })

  it('knows an encrypted PDF', async () => {
    const { refused } = await readReports({ name: 'a.pdf', bytes: encrypted(pdf(REPORT, tablesOf(REPORT, PLAIN))) })
    expect(refused?.kind).toBe('encrypted')
  })
})

describe('documents with traps', () => {
  it('runs nothing of a page and reads nothing hidden', async () => {
    const page = html(REPORT, tablesOf(REPORT, PLAIN), 'tidy').replace('</body>', '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script></body>')
    const { reports } = await readReports({ name: 'a.html', bytes: encode(page) })
    expect(reports[0]).toMatchObject({ agency: REPORT.agency, year: REPORT.year, complete: true })
    expect('ran' in globalThis).toBe(false)
  })

  it('reads a page in GB18030 that says gb2312', async () => {
    // 云梦市水务局2021年政府信息公开工作年度报告
    const title = [0xd4, 0xc6, 0xc3, 0xce, 0xca, 0xd0, 0xcb, 0xae, 0xce, 0xf1, 0xbe, 0xd6, 0x32, 0x30, 0x32, 0x31, 0xc4, 0xea, 0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0xb9, 0xa4, 0xd7, 0xf7, 0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8, 0xe6]
    // 主动公开政府信息 144 条
    const line = [0xd6, 0xf7, 0xb6, 0xaf, 0xb9, 0xab, 0xbf, 0xaa, 0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0x31, 0x34, 0x34, 0xcc, 0xf5]
    const bytes = Uint8Array.from([...encode('<html><meta charset="gb2312"><h1>'), ...title, ...encode('</h1><p>'), ...line, ...encode('</p></html>')])
    const { reports } = await readReports({ name: 'a.html', bytes })
    expect(reports[0]).toMatchObject({ agency: '云梦市水务局', year: 2021, narrative: [{ figure: 'narrative.items-disclosed', value: 144 }] })
  })
})
