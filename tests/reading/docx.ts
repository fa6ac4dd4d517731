import { zipSync } from 'fflate'
import type { Given, Rows, Tables } from './documents'

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
/** A run for every few characters, as a word processor leaves them. */
const paragraph = (text: string): string => `<w:p>${text.match(/[\s\S]{1,5}/g)?.map((run) => `<w:r><w:t xml:space="preserve">${escape(run)}</w:t></w:r>`).join('') ?? ''}</w:p>`

/** Rows with spans as a Word table: gridSpan across, vMerge down. */
function table(rows: Rows): string {
  const open: { left: number; columns: number }[] = []
  const lines = rows.map((row) => {
    let x = 0
    let cells = ''
    const going = (): void => {
      for (let merged = open[x]; merged && merged.left > 0; merged = open[x]) {
        cells += `<w:tc><w:tcPr><w:gridSpan w:val="${merged.columns}"/><w:vMerge/></w:tcPr><w:p/></w:tc>`
        merged.left -= 1
        x += merged.columns
      }
    }
    for (const { text, rows: high = 1, columns = 1 } of row) {
      going()
      cells += `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/>${high > 1 ? '<w:vMerge w:val="restart"/>' : ''}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`
      if (high > 1) open[x] = { left: high - 1, columns }
      x += columns
    }
    going()
    return `<w:tr>${cells}</w:tr>`
  })
  return `<w:tbl>${lines.join('')}</w:tbl>`
}

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']

/** A Word file whose body is given, and a part that it takes in as `r7`. */
export function docxOf(body: string, target = '', part?: Uint8Array): Uint8Array {
  const encode = (xml: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`)
  return zipSync({
    '[Content_Types].xml': encode('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    '_rels/.rels': encode('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
    'word/document.xml': encode(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`),
    ...(target === '' ? {} : { 'word/_rels/document.xml.rels': encode(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${target}"/></Relationships>`) }),
    ...(part ? { [target.startsWith('/') ? target.slice(1) : `word/${target}`]: part } : {}),
  })
}

/** The report as a Word file. */
export function docx({ agency, year }: Given, tables: Tables): Uint8Array {
  const all = [tables.proactive, tables.requests, tables.reviews]
  return docxOf(
    [
      paragraph(`${agency}${year}年`),
      paragraph('政府信息公开工作年度报告'),
      paragraph('一、总体情况'),
      paragraph('全年主动公开政府信息88条。'),
      ...all.flatMap((rows, at) => [paragraph(HEADINGS[at]!), table(rows)]),
      paragraph('五、存在的主要问题及改进情况'),
      paragraph(agency),
      paragraph(`${year + 1}年1月20日`),
    ].join(''),
  )
}
