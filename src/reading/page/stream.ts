import type { Block, Place } from '../document'
import { linesOf, type Item } from './geometry'
import { formHeadings, isPartHeading } from './headings'
import { isRequestRow } from './label-columns'
import { rightOf } from './line-pieces'
import { ITEM_LABELS, REQUEST_LABELS } from '../meaning/labels'
import { withNotes } from './notes'
import { textBlocks } from './paragraphs'
import { lineOf, type Line } from './rows'
import { withTallNumbers } from './tall-numbers'
import { tight } from '../meaning/words'

/** So many numbers at the end of a line are a row of a table, however long its label. */
const LEAST_VALUES = 5
/** So many show where the labels beside them end. */
const LEAST_ROW = 3
/** So many names of rows without a number are a table. */
const LEAST_BLANK = 4
const LEAST_NAME = 4
const LONGEST_HEADING = 12
/** Names are broken over no more lines. */
const MOST_LINES = 6
/** A part of a name of a row is as surely one, and no longer. */
const LEAST_LIKENESS = 0.85
const LONGEST_NAME = 45
/** The heading of a part, alone or, in a table of contents, with its page. */
const isPart = ({ values, labels, pieces }: Line): boolean => values.length <= 1 && isPartHeading((values.length === 0 ? pieces : labels).map(({ text }) => text).join('')) && values.every(({ text }) => PAGE.test(text.trim()))
const PAGE = /^[1-9]\d{0,2}$/
/** The form's note beside the headings of table 3. */
const NOTE = /勾稽关系|第[一三]项加第[二四]项/
/** Whether a piece is the name of a row of table 3, or so much of it as its line holds. */
const isOfRow = (text: string): boolean => !/[。；]$/.test(text.trim()) && tight(text).length <= LONGEST_NAME && (REQUEST_LABELS.name(text)?.score ?? 0) >= LEAST_LIKENESS
const isProse = ({ pieces, values }: Line): boolean => values.length < LEAST_VALUES && !pieces.some(({ text }) => NOTE.test(tight(text)) || isOfRow(text)) && (pieces.some(({ text }) => text.length > 34 || /[。；]$/.test(text.trim())) || (pieces.length === 1 && tight(pieces[0]!.text).length > 30))

/** Whether a line ends left of the numbers of the rows around it: a part of a long label. */
function isLabel(line: Line, lines: readonly Line[], height: number): boolean {
  if (line.values.length > 0 || /[。；]$/.test(line.items.at(-1)!.text.trim())) return false
  return lines.some((row) => row.values.length >= LEAST_ROW && Math.abs(row.y - line.y) <= height * 6 && rightOf(line) <= row.values[0]!.x + height * 0.3)
}

/** Whether a line can be one of headings. */
const isShort = ({ pieces }: Line): boolean => pieces.every(({ text }) => tight(text).length <= LONGEST_HEADING)

/** Lines that are one table, as far as their page has it. */
export interface Stretch {
  readonly kind: 'stretch'
  readonly lines: readonly Line[]
  /** Of its letters. */
  readonly height: number
  /** From where on its lines stand how much higher than on their pages. */
  readonly raised?: readonly { readonly from: number; readonly by: number }[]
}

/** Short lines at the end of a page: text, or headings of a table that begins on the next. */
export interface PageEnd {
  readonly kind: 'end'
  readonly lines: readonly Line[]
  readonly height: number
  /** The text above them. */
  readonly before: readonly Block[]
  /** That text and theirs. */
  readonly text: readonly Block[]
}

/** What stands on a page from above: blocks, and lines that make a table, which may go on on the next page. */
export type Part = Block | Stretch | PageEnd

/** Where a place below the document's first line stands. */
export type PlaceOf = (y: number) => Place

/** Items without rulings as parts: rows of numbers with the labels beside them become tables, all else lines of text. */
export function streamParts(items: readonly Item[], height: number, whole: boolean, place: PlaceOf): Part[] {
  const lines = linesOf(whole ? items : withTallNumbers(withNotes(items))).map((line) => lineOf(line, whole))
  const isText = (line: Line): boolean => isPart(line) || (isProse(line) && !isLabel(line, lines, height))
  const parts: Part[] = []
  // A paragraph runs on from line to line, whatever the lines look like one by one.
  let prose: Line[] = []
  const textOf = (own: readonly Line[]): Block[] => (own.length > 0 ? textBlocks(own, height, place) : [])
  const close = (): void => {
    parts.push(...textOf(prose))
    prose = []
  }
  let at = 0
  while (at < lines.length) {
    let end = at
    while (end < lines.length && !isText(lines[end]!) && (end === at || lines[end]!.y - lines[end - 1]!.y < height * 6)) end += 1
    if (end > at && isTable(lines.slice(at, end), height)) {
      close()
      parts.push({ kind: 'stretch', lines: lines.slice(at, end), height })
    } else if (end > at && end === lines.length && lines.slice(at).every(isShort)) {
      parts.push({ kind: 'end', lines: lines.slice(at), height, before: textOf(prose), text: textOf([...prose, ...lines.slice(at)]) })
      prose = []
    } else prose.push(...lines.slice(at, Math.max(end, at + 1)))
    at = Math.max(end, at + 1)
  }
  close()
  return parts
}

/** How many names of rows of table 3 lines hold, each in one line or broken over several. */
function namesIn(lines: readonly Line[]): number {
  let [count, at] = [0, 0]
  while (at < lines.length) {
    const text = (more: number): string => lines.slice(at, at + more).flatMap(({ items }) => items.map((item) => item.text)).join('')
    const own = Array.from({ length: MOST_LINES }, (_, more) => more + 1).find((more) => isRequestRow(text(more)) && tight(text(more)).length >= LEAST_NAME)
    count += own ? 1 : 0
    at += own ?? 1
  }
  return count
}

/** Whether lines hold a number, or headings or names of rows of the form, whose cells may all be blank: enough names, or nothing else. */
export function isTable(lines: readonly Line[], height: number): boolean {
  const isNamed = ({ pieces }: Line): boolean => pieces.some(({ text }) => (isRequestRow(text) && tight(text).length >= LEAST_NAME) || ITEM_LABELS.is(text) !== undefined)
  return lines.some(({ values }) => values.length > 0) || lines.every(isNamed) || namesIn(lines) >= LEAST_BLANK || formHeadings([lines.map(({ items }) => items)], height).length > 0
}
