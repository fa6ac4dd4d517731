import { filedFigures, filedStatements, readReports, READING_PROBLEMS, type FiledFigure, type PdfAssets, type ReadReport } from '@/reading'
import { decodeText } from '@/reading/decode'
import type { ImportFile } from './account'
import { sheetSource, type TableSource } from './table-source'

const PDF = [0x25, 0x50, 0x44, 0x46]
const MARKUP = /\.(?:x?html?|shtml)$/i
const TEXT = /\.(?:txt|md)$/i
/** The words of the reports' titles and of the heading of their table of requests. */
const REPORT_WORDS = [/信息公开工作年度?报告|信息公开年度?报告/, /收到和处理政府信息公开申请|本年新收政府信息公开申请/]
const SAMPLE_BYTES = 1 << 18

/** What a file that is no table may be: an official report as a document. */
export function isDocument({ name, bytes }: ImportFile): boolean {
  if (PDF.every((byte, at) => bytes[at] === byte)) return true
  if (MARKUP.test(name)) return true
  if (!TEXT.test(name)) return false
  const text = decodeText(bytes.subarray(0, SAMPLE_BYTES))
  return REPORT_WORDS.every((words) => words.test(text))
}

/** What was read of a document: a table of its figures for each report in it, or why it could not be read. */
export interface ReadTables {
  readonly tables: readonly TableSource[]
  readonly refused: string | null
}

const HEADINGS = ['format', 'figure', 'as-named', 'value', 'unit', 'note', 'source', 'quote'] as const

/** The figures of a report, a line each, with the place and words they stand in; agency and year in columns where the document says them. */
function tableOf(name: string, report: ReadReport): TableSource {
  const { agency, year, format, problems } = report
  const keys = [...(agency === null ? [] : [['agency', agency]]), ...(year === null ? [] : [['year', String(year)]])] as [string, string][]
  const line = ({ figure, asNamed, text, unit, note, place, quote }: FiledFigure): string[] => [...keys.map(([, value]) => value), format, figure, asNamed, text, unit, note, `${report.file} ${place}`.trim(), quote]
  const rows = [[...keys.map(([key]) => key), ...HEADINGS], ...filedFigures(report).map(line), ...filedStatements(report).map(line)]
  const told = problems.map(({ kind, text }) => {
    const { message, remedy } = READING_PROBLEMS[kind]
    return `${message.zh} / ${message.en}${text ? ` (${text})` : ''}: ${remedy.zh} / ${remedy.en}`
  })
  return { ...sheetSource(name, rows, true), told }
}

/** Reads a document's reports as tables. Never throws. */
export async function documentTables(file: ImportFile, assets: PdfAssets): Promise<ReadTables> {
  const { reports, refused } = await readReports(file, assets)
  if (refused || reports.length === 0) {
    const { message, remedy } = READING_PROBLEMS[refused?.kind ?? 'not-a-report']
    return { tables: [], refused: `${message.zh} / ${message.en}: ${remedy.zh} / ${remedy.en}` }
  }
  return { tables: reports.map((report, at) => tableOf(reports.length === 1 ? file.name : `${file.name}/${report.year ?? at + 1}`, report)), refused: null }
}

