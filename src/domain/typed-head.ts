import { NOTHING, type Doubts } from './doubt'
import { unsettledHead } from './doubtful-reading'
import { label, type Label } from './label'
import type { Table, TableData } from './table'

/** Of a report read from a document, what the reader typed of its head, as the document reads: null for what it does not say. */
export interface TypedHead {
  /** Absent where the agency is the document's. */
  readonly agency?: string | null
  /** Absent where the year is the document's. */
  readonly year?: string | null
}

const UNSTATED = '未写明'
const AGENCY = '机关名称为人工填写，文档读作：'
const YEAR = '年度为人工填写，文档读作：'
/** What parts the notes of a report. */
export const NOTE_MARK = '；'

/** The notes that keep, with a report, what was typed of its head: what the document reads; none where nothing was. */
export const typedNotes = ({ agency, year }: TypedHead): string[] => [...(agency === undefined ? [] : [AGENCY + (agency ?? UNSTATED)]), ...(year === undefined ? [] : [YEAR + (year ?? UNSTATED)])]

/** What a report's notes say was typed of its head; null where nothing was. */
export function typedHeadOf({ reportNotes }: Pick<TableData, 'reportNotes'>, row: number): TypedHead | null {
  const parts = (reportNotes[row] ?? '').split(NOTE_MARK)
  const read = (start: string): string | null | undefined => {
    const text = parts.find((part) => part.startsWith(start))?.slice(start.length)
    return text === UNSTATED ? null : text
  }
  const [agency, year] = [read(AGENCY), read(YEAR)]
  return agency === undefined && year === undefined ? null : { ...(agency !== undefined && { agency }), ...(year !== undefined && { year }) }
}

/** What else a report's notes say. */
export const otherNotes = (notes: string): string => notes.split(NOTE_MARK).filter((part) => !part.startsWith(AGENCY) && !part.startsWith(YEAR)).join(NOTE_MARK)

const UNSTATED_LABEL = label(UNSTATED, 'not stated')

/** What of a report's head was typed by hand, and what its document reads there. */
export function typedHeadLabel({ agency, year }: TypedHead): Label {
  const read = (text: string | null): Label => (text === null ? UNSTATED_LABEL : label(text, text))
  const told = [
    ...(agency === undefined ? [] : [label(`${AGENCY}${read(agency).zh}`, `agency typed by hand; the document reads: ${read(agency).en}`)]),
    ...(year === undefined ? [] : [label(`${YEAR}${read(year).zh}`, `year typed by hand; the document reads: ${read(year).en}`)]),
  ]
  return label(told.map(({ zh }) => zh).join(NOTE_MARK), told.map(({ en }) => en).join('; '))
}

/** What is to be said of a report's head: what of it was typed, what of it is in doubt. */
export function headNotes(table: Table, row: number): readonly Label[] {
  const typed = typedHeadOf(table.data, row)
  return [...(typed ? [typedHeadLabel(typed)] : []), ...unsettledHead(table, row)]
}

/** What a typed head means for the numbers of its report: all of them stand under an agency or year that its document does not state so. */
export function typedHeadDoubts(table: Table): Doubts {
  const heads = new Map(table.data.reportNotes.flatMap((notes, row) => {
    const head = notes === '' ? null : typedHeadOf(table.data, row)
    return head ? [[row, [{ kind: 'typed', id: '', text: typedHeadLabel(head) }] as const] as const] : []
  }))
  return { table, any: (row) => heads.has(row), about: (row, figures) => (figures.length > 0 ? (heads.get(row) ?? NOTHING) : NOTHING) }
}
