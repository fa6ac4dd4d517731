import { zipSync } from 'fflate'
import type { Given, Rows, Tables } from './documents'

const encode = (written: string): Uint8Array => new TextEncoder().encode(written)
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']

/** The report as paragraphs and tables, each written by the functions given. */
function written({ agency, year }: Given, tables: Tables, paragraph: (text: string) => string, table: (rows: Rows) => string): string {
  const all = [tables.proactive, tables.requests, tables.reviews].flatMap((rows, at) => [paragraph(HEADINGS[at]!), table(rows)])
  return [paragraph(`${agency}${year}年政府信息公开工作年度报告`), paragraph('一、总体情况'), ...all, paragraph('五、存在的主要问题及改进情况')].join('\n')
}

/** A web page saved as one file, its page in quoted-printable or base64 beside a frame and a picture. */
export function mht(page: string, encoding: 'quoted-printable' | 'base64'): Uint8Array {
  const bytes = encode(page)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const quoted = Array.from(bytes, (byte) => (byte === 10 ? '\r\n' : byte > 126 || byte === 61 || byte < 32 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte))).join('')
  const body = encoding === 'base64' ? btoa(binary).replace(/.{76}/g, '$&\r\n') : quoted.replace(/((?:=[0-9A-F]{2}|[^=\r\n]){60})/g, '$1=\r\n')
  const part = (type: string, transfer: string, content: string): string => `------MultipartBoundary--x9\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${transfer}\r\nContent-Location: http://example.org/\r\n\r\n${content}\r\n`
  return encode(
    `From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x9"\r\n\r\n${part('text/html', '8bit', '<html><p>frame</p></html>')}${part('text/html', encoding, body)}${part('image/png', 'base64', 'iVBORw0KGgo=')}------MultipartBoundary--x9--\r\n`,
  )
}

function odfTable(rows: Rows): string {
  const cell = ({ text, rows: high = 1, columns = 1 }: Rows[number][number]): string => `<table:table-cell table:number-columns-spanned="${columns}" table:number-rows-spanned="${high}"><text:p>${text.split('\n').map(escape).join('<text:line-break/>')}</text:p></table:table-cell>${'<table:covered-table-cell/>'.repeat(columns - 1)}`
  return `<table:table table:name="t"><table:table-column/>${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`
}

const openDocument = (report: Given, tables: Tables): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:styles><style:footer><text:p>第1页</text:p></style:footer></office:styles><office:body><office:text><text:tracked-changes><text:p>999</text:p></text:tracked-changes>${written(report, tables, (text) => `<text:p text:style-name="P1"><text:span>${escape(text.slice(0, 3))}</text:span>${escape(text.slice(3))}</text:p><text:p/>`, odfTable)}</office:text></office:body></office:document>`

/** The report as an open document: flat, or in its archive. */
export const fodt = (report: Given, tables: Tables): Uint8Array => encode(openDocument(report, tables))
export const odt = (report: Given, tables: Tables): Uint8Array => zipSync({ mimetype: encode('application/vnd.oasis.opendocument.text'), 'content.xml': encode(openDocument(report, tables)) })

const rich = (text: string): string => [...text].map((letter) => (letter === '\n' ? '\\line ' : letter > '\x7e' ? `\\u${letter.charCodeAt(0) > 32767 ? letter.charCodeAt(0) - 65536 : letter.charCodeAt(0)}\\'3f` : letter)).join('')

/** Rows as they are written: a cell over several columns ends further right, one over several rows is named again in each. */
function rtfTable(rows: Rows): string {
  const open: { left: number; columns: number }[] = []
  return rows
    .map((row) => {
      let x = 0
      const cells: { mark: string; text: string; right: number }[] = []
      const add = (mark: string, text: string, columns: number): void => void cells.push({ mark, text, right: (x += columns) })
      const going = (): void => {
        for (let above = open[x]; above && above.left > 0; above = open[x]) {
          above.left -= 1
          add('\\clvmrg', '', above.columns)
        }
      }
      for (const { text, rows: high = 1, columns = 1 } of row) {
        going()
        open[x] = { left: high - 1, columns }
        add(high > 1 ? '\\clvmgf' : '', text, columns)
      }
      going()
      return `\\trowd${cells.map(({ mark, right }) => `${mark}\\cellx${right * 500}`).join('')}\\pard\\intbl ${cells.map(({ text }) => `{${rich(text)}}\\cell `).join('')}\\row\\pard`
    })
    .join('\n')
}

/** The report as rich text, with hidden text and a footer that are none of it. */
export const rtf = (report: Given, tables: Tables): Uint8Array => encode(`{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0 Song;}}{\\footer 3\\par}{\\v 999}${written(report, tables, (text) => `\\pard\\plain ${rich(text)}\\par`, rtfTable)}}`)
