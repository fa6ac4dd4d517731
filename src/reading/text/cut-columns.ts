import { APPLICANT_IDS, type Applicant } from '@/domain/figure'
import { APPLICANT_LABELS, APPLICANT_WORDS, GROUP_ROWS, REQUEST_LABELS } from '../meaning/labels'
import { sectionOf } from '../meaning/sections'
import { hasHan, isNumbered, tight } from '../meaning/words'
import { shapeOf } from './line-shapes'
import { withoutDownward, type TextLine } from './lines'
import { tabCells } from './quoted-cells'
import { isNumberText, tokensOf } from './tokens'

/** So many rows of the form show table 3. */
const LEAST_ROWS = 12
/** What stands over the headings of several applicants. */
const ORGANISATIONS = /^法人.{0,2}其[他它]组织$/
const ABOVE_HEADINGS = /^申请人情况$|勾稽关系|^项目$/

/** A line as a cell, or as a label with its numbers; a cell of a line with tabs, or of one that begins with a tab. */
interface Cells {
  readonly line: TextLine
  readonly label: string
  readonly values: readonly string[]
  /** It stands between tabs, where the last cells of a row may be left out as blank. */
  readonly tabbed?: boolean
}

/** A part of table 3: the applicants of its columns from left to right, and its rows of labels and numbers. */
interface Part {
  readonly from: number
  readonly to: number
  readonly columns: readonly Applicant[]
  readonly rows: readonly (readonly Cells[])[]
}

/** The cells of a row between tabs, or each behind a tab: blank ones before its first are those of merged names; beside headings alone they say nothing. */
function tabbedCells(cells: readonly { line: TextLine; text: string }[]): Cells[] {
  const from = cells.findIndex(({ text }) => text !== '')
  const own = cells.slice(from < 0 ? cells.length : from).map(({ line, text }): Cells => ({ line, tabbed: true, ...(hasHan(text) && !isNumberText(text) ? { label: text, values: [] } : { label: '', values: [text] }) }))
  const labels = own.filter(({ label }) => label !== '')
  const areHeadings = labels.length > 1 && labels.every(isHeading) && own.every(({ values: [value = ''] }) => value === '')
  return areHeadings ? labels : own
}

/** Whether a line is one cell behind a tab: those of a row stand below each other, and a blank line ends it. */
const isIndented = (line: TextLine | undefined): boolean => line !== undefined && /^\t[^\t]*$/.test(line.text)

/** Lines as cells. */
function cellsOfLines(lines: readonly TextLine[]): Cells[] {
  const cells: Cells[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    if (isIndented(line)) {
      const row = [line]
      while (isIndented(lines[at + 1])) row.push(lines[(at += 1)]!)
      cells.push(...tabbedCells(row.map((own) => ({ line: own, text: own.text.trim() }))))
    } else if (line.text.trim() !== '') {
      const shape = shapeOf(line.text)
      const tokens = shape === 'plain' ? tokensOf(line.text) : null
      if (shape === 'tabs' || shape === 'indented') cells.push(...tabbedCells(tabCells(line.text).map((text) => ({ line, text }))))
      else cells.push({ line, label: tokens?.label ?? line.text.trim(), values: tokens?.values ?? [] })
    }
  }
  return cells
}

const applicantOf = ({ label, values }: Cells): Applicant | undefined => (values.length === 0 ? APPLICANT_LABELS.is(label) : undefined)
const isHeading = (cells: Cells): boolean => cells.values.length === 0 && !isNumbered(cells.label) && (applicantOf(cells) !== undefined || ORGANISATIONS.test(tight(cells.label)) || ABOVE_HEADINGS.test(tight(cells.label)))

/** Applicants from left to right whose headings stand on lines: those of organisations below their common name, which stands where they do. */
function columnsOf(headings: readonly Cells[]): Applicant[] | null {
  const common = headings.findIndex(({ label }) => ORGANISATIONS.test(tight(label)))
  const isOrganisation = (id: Applicant): boolean => id !== 'natural' && id !== 'total'
  const named = headings.flatMap((cells, at) => {
    const id = applicantOf(cells)
    return id ? [{ id, at: common >= 0 && isOrganisation(id) ? common : at }] : []
  })
  const ids = named.sort((a, b) => a.at - b.at).map(({ id }) => id)
  return new Set(ids).size === ids.length && ids.length > 0 ? ids : null
}

/** Lines of cells put into rows: a new one starts where a label follows a number. */
function rowsOf(cells: readonly Cells[]): Cells[][] {
  const rows: Cells[][] = []
  for (const each of cells) {
    const open = rows.at(-1)
    if (open && (each.label === '' || open.at(-1)!.values.length === 0)) open.push(each)
    else rows.push([each])
  }
  return rows
}

const valuesOf = (row: readonly Cells[]): string[] => row.flatMap(({ values }) => values)
const labelsOf = (row: readonly Cells[]): string[] => row.flatMap(({ label }) => (label === '' ? [] : [label]))
const nameOf = (row: readonly Cells[]): string => REQUEST_LABELS.name(labelsOf(row).at(-1) ?? '')?.id ?? ''
/** The values of a row in so many columns: blank ones at the end of a line with tabs may be left out. */
const valuesIn = (row: readonly Cells[], width: number): string[] => [...valuesOf(row), ...(row.at(-1)!.tabbed ? Array.from({ length: Math.max(0, width - valuesOf(row).length) }, () => '') : [])]
/** Whether a row has one name, beside those of groups: two names are those of two rows, the first without a number. */
const hasOneName = (row: readonly Cells[]): boolean => labelsOf(row).slice(0, -1).every((label) => [...GROUP_ROWS, undefined].includes(REQUEST_LABELS.is(label)))

/** Whether a line ends table 3. */
function isBehind({ label, values }: Cells): boolean {
  const section = sectionOf(label)
  return values.length === 0 && (label.includes('。') || (section !== undefined && section !== 'requests'))
}

/** Whether a cell is one of several headings: 总计 and 其他 alone name rows, too. */
const isHead = (cells: readonly Cells[], at: number): boolean => {
  const [before, here, after] = [at - 1, at, at + 1].map((each) => cells[each] !== undefined && isHeading(cells[each]))
  return here === true && (before === true || after === true)
}

/** The part whose headings start at a line; null where its rows have not as many numbers as it has columns. */
function partFrom(cells: readonly Cells[], from: number): Part | null {
  const first = cells.findIndex((each, at) => at >= from && !isHeading(each))
  const columns = columnsOf(cells.slice(from, first < 0 ? cells.length : first))
  if (first < 0 || !columns || columns.length >= APPLICANT_IDS.length) return null
  const end = cells.findIndex((each, at) => at >= first && (isHead(cells, at) || isBehind(each)))
  const to = cells.slice(0, end < 0 ? cells.length : end).findLastIndex(({ values }) => values.length > 0) + 1
  const rows = rowsOf(cells.slice(first, to))
  const isWhole = rows.every((row) => hasHan(labelsOf(row).join('')) && hasOneName(row) && valuesOf(row).length > 0 && valuesIn(row, columns.length).length === columns.length)
  return isWhole && rows.filter((row) => nameOf(row) !== '').length >= LEAST_ROWS ? { from, to, columns, rows } : null
}

/** The parts of table 3 that together have each applicant once, and the same rows; null where there are none. */
function partsIn(cells: readonly Cells[]): Part[] | null {
  const starts = cells.flatMap((_, at) => (isHead(cells, at) && !isHead(cells, at - 1) ? [at] : []))
  const parts = starts.flatMap((at) => partFrom(cells, at) ?? [])
  const columns = parts.flatMap((part) => part.columns)
  const [first, ...others] = parts.map(({ rows }) => rows.map(nameOf).join(' '))
  return parts.length > 1 && columns.length === APPLICANT_IDS.length && new Set(columns).size === columns.length && others.every((names) => names === first) ? parts : null
}

/**
 * Lines with one cell each, with a label and its numbers, or with a row's cells between tabs, of a table 3 that was cut by its columns into several below each other:
 * rows on lines, tabs between their cells, so that each part has its headings. Only where every row has a number, or a blank cell, for each of its
 * columns; other texts stay.
 */
export function withCutColumns(written: readonly TextLine[]): readonly TextLine[] {
  const lines = withoutDownward(written)
  const cells = cellsOfLines(lines)
  const parts = partsIn(cells)
  if (!parts) return written
  const made = new Map<TextLine, string>()
  const taken = new Set<TextLine>()
  for (const { from, to, columns, rows } of parts) {
    for (const { line } of cells.slice(from, to)) taken.add(line)
    made.set(cells[from]!.line, ['', ...columns.map((id) => APPLICANT_WORDS[id])].join('\t'))
    for (const row of rows) made.set(row[0]!.line, [...labelsOf(row), ...valuesIn(row, columns.length)].join('\t'))
  }
  const heads = new Set(parts.map(({ from }) => cells[from]!.line))
  const [first, last] = [parts[0]!.from, parts.at(-1)!.to - 1].map((at) => cells[at]!.line.line)
  return lines.flatMap((line) => {
    const text = made.get(line)
    const isBetween = line.text.trim() === '' && first! <= line.line && line.line <= last!
    if (heads.has(line)) return [{ ...line, text: '' }, { ...line, text: text! }]
    return text !== undefined ? [{ ...line, text }] : taken.has(line) || isBetween ? [] : [line]
  })
}
