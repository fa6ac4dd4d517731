import { GROUP_ROWS, ITEM_LABELS, REQUEST_LABELS } from '../meaning/labels'
import { isNumberCell } from '../meaning/values'
import { hasHan, isNumbered, tight } from '../meaning/words'
import type { TextLine } from './lines'
import { LONGEST_LABEL } from './tokens'

/** A label has no more paragraphs. */
const MOST_PARAGRAPHS = 4
/** So many rows whose label is whole show how many cells a row has. */
const LEAST_ROWS = 3

/** So like a row's own words a label is its name. */
const LEAST_LIKE = 0.8

/** A line between two paragraphs; one that holds a space is a blank cell. */
const isBlank = (line: TextLine | undefined): boolean => line?.text === ''
const isOfRequests = (name: string): boolean => (REQUEST_LABELS.name(name)?.score ?? 0) >= LEAST_LIKE
const cellsOf = (text: string): string[] => text.split('\t')
const isParagraph = ({ text }: TextLine): boolean => hasHan(text) && !text.includes('\t') && text.trim().length <= LONGEST_LABEL && !/[。；]/.test(text)
/** Whether a line has numbers alone, and one of them first: no blank cell stands before them any more. */
const areValues = ({ text }: TextLine): boolean => tight(cellsOf(text)[0]!) !== '' && cellsOf(text).every((cell) => isNumberCell(cell))
const isGroup = (name: string): boolean => GROUP_ROWS.has(REQUEST_LABELS.is(name) ?? '')

/** How many cells stand behind the name of a row of table 3, in most rows whose name is whole; null where there are too few, or where the blank cells at their ends were taken away. */
function widthOf(lines: readonly TextLine[]): number | null {
  const counts = lines.flatMap(({ text }) => {
    const cells = cellsOf(text)
    const name = cells.findLastIndex((cell) => hasHan(cell) && !isNumberCell(cell))
    return name >= 0 && cells.length > name + 2 && REQUEST_LABELS.is(cells[name]!) !== undefined ? [cells.length - name - 1] : []
  })
  const most = counts.toSorted((a, b) => counts.filter((each) => each === b).length - counts.filter((each) => each === a).length)[0]
  const keepsEnds = lines.some(({ text }) => /\d[^\S\t]*\t{2,}\s*$|[\u4e00-\u9fff]\t{4,}\s*$/.test(text))
  return most !== undefined && keepsEnds && counts.filter((each) => each === most).length >= LEAST_ROWS ? most : null
}

/** How many cells the last headings of table 2 above a line have behind the first. */
const itemWidth = (lines: readonly TextLine[], at: number): number => cellsOf(lines.slice(0, at).findLast(({ text }) => /^\s*信息内容\t/.test(text))?.text.trimEnd() ?? '').length - 1

/** A name in several paragraphs from a line on, and where it ends; null where none is. */
function nameAt(lines: readonly TextLine[], from: number): { name: string; end: number } | null {
  let name = ''
  let found: { name: string; end: number } | null = null
  for (let at = from, count = 0; count < MOST_PARAGRAPHS && at < lines.length && isParagraph(lines[at]!) && isBlank(lines[at + 1]); at += 2, count += 1) {
    if (count > 0 && isNumbered(lines[at]!.text)) break
    name += lines[at]!.text.trim()
    if (isOfRequests(name) || ITEM_LABELS.is(name) !== undefined) found = { name, end: at + 2 }
  }
  return found && found.end > from + 2 && lines[found.end]?.text.trim() !== '' ? found : null
}

/**
 * Rows of a table as browsers copy it where labels hold several paragraphs and the other cells none: the paragraphs stand on lines of their
 * own, and the numbers on the next, without the tabs of the blank cells before the first of them. They become lines with tabs. What a
 * row without numbers has are blank cells: its own are never those of the row below it.
 */
export function withWholeLabels(written: readonly TextLine[]): readonly TextLine[] {
  const width = widthOf(written)
  if (width === null) return written
  const rows: TextLine[] = []
  let at = 0
  while (at < written.length) {
    const line = written[at]!
    const found = nameAt(written, at)
    const next = found ? written[found.end] : undefined
    const row = found && next ? rowOf(found.name, next, isOfRequests(found.name) ? width : itemWidth(written, at)) : null
    const group = rows.at(-1) && /^[^\t]+\t$/.test(rows.at(-1)!.text) && isGroup(rows.at(-1)!.text) && isNumbered(line.text) ? rows.pop()! : null
    rows.push({ ...(group ?? line), text: `${group?.text ?? ''}${row?.text ?? line.text}` })
    at = row ? found!.end + row.used : at + 1
  }
  return rows
}

/** The row of a name as a line, and how many lines of numbers it used; null where its cells are not known. */
function rowOf(name: string, next: TextLine, width: number): { text: string; used: number } | null {
  if (isGroup(name) && /^\s*1[.．、]/.test(next.text)) return { text: `${name}\t`, used: 0 }
  if (!areValues(next)) return isOfRequests(name) ? { text: `${name}${'\t'.repeat(width)}`, used: 0 } : null
  const values = cellsOf(next.text).map((value) => value.trim())
  const blanks = width - values.length
  return blanks < 0 || (blanks > 0 && !isOfRequests(name)) ? null : { text: [name, ...Array.from({ length: blanks }, () => ''), ...values].join('\t'), used: 1 }
}
