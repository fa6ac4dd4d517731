import { APPLICANT_IDS, type RequestRow } from '@/domain/figure'
import { GROUP_ROWS, REQUEST_LABELS, ROW_ORDER } from '../meaning/labels'
import { isNumberCell } from '../meaning/values'
import { hasHan, tight } from '../meaning/words'
import type { TextLine } from './lines'

const WIDTH = APPLICANT_IDS.length
/** Names of rows and of their groups take up to so many columns. */
const MOST_NAMES = 4
/** So many rows one behind the other, each as long as the others, are no chance. */
const LEAST_ROWS = 12
/** Headings stand on no more rows. */
const MOST_HEADINGS = 4

const isBlank = ({ text }: TextLine): boolean => tight(text) === ''
const isCell = (line: TextLine): boolean => !line.text.includes('\t') && (isBlank(line) || isNumberCell(line.text))
const nameOf = ({ text }: TextLine): RequestRow | 'extra' | undefined => (isNumberCell(text) ? undefined : REQUEST_LABELS.is(text))

/** The row of the form that lines are: names, or blanks for what stands beside them, then a number or a blank for each column; undefined where they are none. */
function rowIn(lines: readonly TextLine[]): RequestRow | undefined {
  const names = lines.slice(0, -WIDTH)
  if (!lines.slice(-WIDTH).every(isCell) || names.some((line) => !isBlank(line) && (isNumberCell(line.text) || !hasHan(line.text)))) return undefined
  return names.map(nameOf).findLast((id): id is RequestRow => id !== undefined && id !== 'extra' && !GROUP_ROWS.has(id))
}

/** How many rows of so many lines follow each other in the form's order from a line on. */
function rowsFrom(lines: readonly TextLine[], from: number, width: number): number {
  let last = -1
  for (let count = 0; ; count += 1) {
    const row = rowIn(lines.slice(from + count * width, from + (count + 1) * width))
    const at = row === undefined ? -1 : ROW_ORDER.indexOf(row)
    if (at <= last) return count
    last = at
  }
}

/**
 * Table 3 with each of its cells on a line, blank ones and those beside merged names too, as programs write a table without merged cells: every
 * row has as many lines. They become lines with tabs, those of its headings too. Other texts stay as they are.
 */
export function withEvenRows<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const from = lines.findIndex((line) => nameOf(line) === 'received')
  const ways = from < 0 ? [] : Array.from({ length: MOST_NAMES }, (_, names) => WIDTH + names + 1).map((width) => ({ width, rows: rowsFrom(lines, from, width) }))
  const way = ways.find(({ rows }) => rows >= LEAST_ROWS)
  if (!way) return lines
  const isHeading = (at: number): boolean => at >= 0 && lines.slice(at, at + way.width).every((line) => !isNumberCell(line.text) || isBlank(line)) && lines.slice(at, at + way.width).some(({ text }) => /自然人|商业|申请人情况/.test(tight(text)))
  let headings = 0
  while (headings < MOST_HEADINGS && isHeading(from - (headings + 1) * way.width)) headings += 1
  const start = from - headings * way.width
  const end = from + way.rows * way.width
  const rows = Array.from({ length: headings + way.rows }, (_, at) => lines.slice(start + at * way.width, start + (at + 1) * way.width))
  return [...lines.slice(0, start), ...rows.map((row) => ({ ...row[0]!, text: row.map(({ text }) => text.trim()).join('\t') })), ...lines.slice(end)]
}
