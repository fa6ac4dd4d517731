import { isValue } from '../meaning/entries'
import type { TextLine } from './lines'
import { isHeading, ITEM_LABELS, REQUEST_LABELS } from '../meaning/labels'
import { hasHan, tight } from '../meaning/words'

const VOCABULARIES = [REQUEST_LABELS, ITEM_LABELS] as const
const MOST_LINES = 4
const MOST_HEADING_LINES = 30
const LEAST_LIKENESS = 0.85

const cellsOf = (text: string): string[] => text.split('\t').map((cell) => cell.trim())
const isNumber = (cell: string): boolean => tight(cell) !== '' && isValue(cell)
/** How surely a label is one of the form's rows: 1 for its very words. */
const sureness = (label: string): number => Math.max(...VOCABULARIES.map((words) => words.name(label)?.score ?? 0))
const isExact = (label: string): boolean => VOCABULARIES.some((words) => words.is(label) !== undefined)

/** A row's label and nothing else, but for that of its group: a row of headings has more. */
const isLabel = (cells: readonly string[]): boolean => !cells.some(isNumber) && cells.filter((cell) => tight(cell) !== '').length <= 2 && isExact(cells.findLast((cell) => tight(cell) !== '') ?? '')

/**
 * Lines with tabs whose label was broken by a line's end: the beginning stands alone above, and would be taken for a row of blank
 * cells. It is joined where both parts together name a row that the end alone does not, or where the beginning alone is no name.
 */
export function joinedLabels(lines: readonly TextLine[]): TextLine[] {
  const kept: TextLine[] = []
  for (const line of lines) {
    kept.push(line)
    const [first = '', ...others] = cellsOf(line.text)
    if (![first, ...others].some(isNumber)) continue
    const label = kept.at(-2)
    // The break stood at the label's end: its numbers start the next line.
    if ((first === '' || isNumber(first)) && !others.some((cell) => hasHan(cell) && !isValue(cell)) && label && isLabel(cellsOf(label.text))) {
      kept.splice(-2, 2, { line: label.line, text: `${label.text.trimEnd()}${first === '' ? '' : '\t'}${line.text}` })
      continue
    }
    if (!hasHan(first)) continue
    for (let count = 2; count <= Math.min(MOST_LINES, kept.length); count += 1) {
      const above = kept.slice(-count, -1)
      if (above.some(({ text }) => cellsOf(text).some(isNumber) || text.trim() === '')) break
      if (above.slice(1).some(({ text }) => text.includes('\t'))) break
      // Cells behind the name, all of them blank: a whole row.
      if (above.some(({ text }) => /\t\s*$/.test(text))) break
      const label = [...above.map(({ text }) => cellsOf(text).at(-1)!), first].join('')
      const named = above.some(({ text }) => isExact(cellsOf(text).at(-1)!))
      const better = sureness(label) >= LEAST_LIKENESS && sureness(label) > sureness(first) && !(isExact(first) && named)
      // The end may be a name of its own: 其他情形 of 部分公开（…不计其他情形）, 内部事务信息 of 属于三类内部事务信息.
      if (!better && !(isExact(label) && !named)) continue
      const text = [...above, line].map((each) => each.text).join('')
      kept.splice(-count, count, { line: above[0]!.line, text })
      break
    }
  }
  return kept
}

/** Whether a heading was broken by the end of a line: both parts are there, and are not headings of their own. */
const isBroken = (end: string, start: string): boolean => hasHan(end) && hasHan(start) && isHeading(`${end}${start}`) && !(isHeading(end) && isHeading(start))

/** How many lines make one line of whole headings, each broken by the end of the line before. */
function headingLines(lines: readonly TextLine[], from: number): number {
  let cells = cellsOf(lines[from]!.text)
  let whole = 1
  for (let at = from + 1; at < Math.min(lines.length, from + MOST_HEADING_LINES); at += 1) {
    const [start, ...others] = cellsOf(lines[at]!.text)
    const end = cells.at(-1)!
    if (!hasHan(end) || !start || [start, ...others].some(isNumber)) break
    cells = [...cells.slice(0, -1), `${end}${start}`, ...others]
    if (cells.every((cell) => cell === '' || isHeading(cell)) && isBroken(end, start)) whole = at - from + 1
  }
  return whole
}

/** Lines of headings, with tabs or a cell each, that were broken by the ends of lines within their cells, put together. */
export function joinedHeadings(lines: readonly TextLine[]): TextLine[] {
  const kept: TextLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const count = headingLines(lines, at)
    const text = lines.slice(at, at + count).map((line) => line.text).join('')
    kept.push(count > 1 ? { ...lines[at]!, text } : lines[at]!)
    at += count - 1
  }
  return kept
}
