import type { WrittenCell } from '../document'
import { isNumberCell } from '../meaning/values'
import { hasHan, tight } from '../meaning/words'
import { bestRows } from './broken-labels'
import type { TextLine } from './lines'

/** What bounds a cell at its side, and what may stand where rules and bars meet. */
const BOUND = /[|｜│┃┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬]|\+(?=[-=])|(?<=[-=])\+/g
const RULE = /^[-=─━═]{2,}$/
const NARROW_RULE = /^[-=─━═]$/
/** Where rules meet bars. */
const JUNCTION = /[+┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬]/
/** So large a share of lines must be as wide as the others. */
const LEAST_EVEN = 0.95
const LEAST_LINES = 3
/** A row without numbers costs more letters than others: it may be the end of the row above. */
const BARE_COST = 2
/** A table without rules between its rows has them above, below its headings, and at its end. */
const FRAME_RULES = 3
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/
/** Characters that one program takes for wide and another for narrow. */
const AMBIGUOUS = /[\u00a7-\u00f7\u2010-\u206f\u2160-\u24ff\u25a0-\u27bf]/
const LINE = /[\u2500-\u257f]/

/** How wide characters are that may be either: lines and corners, and others. */
export interface Widths {
  readonly line: 1 | 2
  readonly other: 1 | 2
}
export const WIDTHS: readonly Widths[] = [{ line: 1, other: 2 }, { line: 1, other: 1 }, { line: 2, other: 2 }, { line: 2, other: 1 }]
export const widthOf = (text: string, { line, other }: Widths): number => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : LINE.test(letter) ? line : AMBIGUOUS.test(letter) ? other : 1), 0)

/** What stands between two bounds of a line; `meets`: at one of them rules meet bars; `crossed`: at both. */
interface Segment {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly meets: boolean
  readonly crossed: boolean
}

const CLOSED = new RegExp(`^(?:${BOUND.source}).*(?:${BOUND.source})$`)

/** The segments of a line that bounds close at both ends. */
function segmentsOf(text: string, widths: Widths): Segment[] {
  const bounds = [...text.matchAll(BOUND)].map(({ index }) => ({ index, at: widthOf(text.slice(0, index), widths) }))
  return bounds.slice(1).map(({ index, at }, next) => {
    const before = bounds[next]!
    const joints = [text[before.index]!, text[index]!].filter((sign) => JUNCTION.test(sign)).length
    return { from: before.at, to: at, text: text.slice(before.index + 1, index), meets: joints > 0, crossed: joints === 2 }
  })
}

/** The lines in segments where all of them are equally wide, and most have bounds at both ends; null where that is not so. */
function drawn(lines: readonly TextLine[]): Segment[][] | null {
  const texts = lines.map(({ text }) => text.trim())
  const ways = WIDTHS.filter(({ line }) => line === 1 || texts.some((text) => LINE.test(text))).map((widths) => {
    const counts = new Map<number, number>()
    for (const text of texts) counts.set(widthOf(text, widths), (counts.get(widthOf(text, widths)) ?? 0) + 1)
    const [width, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!
    return { widths, width, count }
  })
  const best = ways.sort((a, b) => b.count - a.count)[0]
  if (!best || texts.length < LEAST_LINES || best.count < texts.length * LEAST_EVEN) return null
  const made = texts.map((text) => segmentsOf(text, WIDTHS.filter(({ line }) => line === best.widths.line).find((widths) => widthOf(text, widths) === best.width) ?? best.widths))
  const closed = texts.filter((text) => CLOSED.test(text)).length
  return closed * 2 > texts.length && made.every((segments) => segments.length > 0) ? made : null
}

/** What of a table's lines is drawn, and no cell with dashes for none: where rules meet bars at signs of their own, all that reaches from one of these to the next bound. */
function rulesOf(lines: readonly (readonly Segment[])[]): (segment: Segment) => boolean {
  // A column may be one letter wide, or none where nothing stands in it; a dash for none stands between bars alone.
  const isFull = ({ text, meets, crossed }: Segment): boolean => RULE.test(text) || (meets && NARROW_RULE.test(text)) || (crossed && text === '')
  const haveJunctions = lines.some((line) => line.some((segment) => segment.meets && isFull(segment)))
  return haveJunctions ? (segment) => segment.meets && isFull(segment) : ({ text }) => RULE.test(text.trim())
}

/** Text that goes on in the line below: a number only where it had no more room. */
function joined(above: string, below: string, room: number): string {
  const isBroken = /\d\s*$/.test(above) && /^\s*[\d,]/.test(below)
  const full = above.trimEnd().length >= room - 1
  return `${above.trim()}${isBroken && !full ? ' ' : ''}${below.trim()}`
}

interface OpenCell extends Segment {
  readonly row: number
  last: number
  said: string
}

/** The cells of a table with rules between its rows: a cell goes on to the rule below it, which may be the end of several rows. */
function ruled(lines: readonly (readonly Segment[])[], isRule: (segment: Segment) => boolean): WrittenCell[][] {
  const cells: OpenCell[] = []
  let open: OpenCell[] = []
  let row = 0
  for (const segments of lines) {
    if (segments.some(isRule)) row += 1
    open = open.filter(({ from, to }) => !segments.some((other) => isRule(other) && other.from < to && from < other.to))
    for (const segment of segments.filter((each) => !isRule(each))) {
      const same = open.find(({ from, to }) => from === segment.from && to === segment.to)
      if (same) {
        same.said = joined(same.said, segment.text, segment.to - segment.from - 1)
        same.last = row
      } else open.push(cells[cells.push({ ...segment, row, last: row, said: segment.text.trim() }) - 1]!)
    }
  }
  const bounds = [...new Set(cells.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const rows = [...new Set(cells.map((cell) => cell.row))]
  return rows.map((own) =>
    cells
      .filter((cell) => cell.row === own)
      .sort((a, b) => a.from - b.from)
      .map(({ from, to, last, said }) => ({ text: said, rowSpan: rows.filter((each) => own <= each && each <= last).length, columnSpan: bounds.indexOf(to) - bounds.indexOf(from) })),
  )
}

const isBlank = ({ text }: Segment): boolean => tight(text) === ''
const hasNumbers = (line: readonly Segment[]): boolean => line.some((segment) => !isBlank(segment) && isNumberCell(segment.text))
const isNamed = (line: readonly Segment[]): boolean => line.some(({ text }) => hasHan(text))

/** Whether a line goes on with cells of the line above: with none that is blank there, and with numbers only where no name stands beside them. */
function goesOn(line: readonly Segment[], above: readonly Segment[]): boolean {
  const same = line.length === above.length && line.every(({ from }, at) => from === above[at]!.from)
  return same && line.every((segment, at) => isBlank(segment) || !isBlank(above[at]!)) && !(hasNumbers(line) && isNamed(line))
}

/** The cells of lines as one row, column by column. */
const stacked = (lines: readonly (readonly Segment[])[]): string[] => lines[0]!.map(({ from, to }, at) => lines.reduce((text, segments) => joined(text, segments[at]!.text, to - from - 1), ''))

const MARKDOWN_RULE = /^\s*[|｜]?\s*:?-+:?\s*(?:[|｜]\s*:?-+:?\s*)+[|｜]?\s*$/
/** Whether the rule below the headings is Markdown's, with signs of how columns are set: each row is a line. */
const isMarkdown = ([, rule]: readonly TextLine[]): boolean => rule !== undefined && rule.text.includes(':') && MARKDOWN_RULE.test(rule.text)

/**
 * The rows of a table drawn with bars at the same places in each line, whose cells go on over several lines: to the rule below, or
 * where there are none between the rows as the names of the form tell. Null for lines with bars that are not drawn so.
 */
export function drawnRows(lines: readonly TextLine[]): WrittenCell[][] | null {
  const segments = isMarkdown(lines) ? null : drawn(lines)
  if (!segments) return null
  const isRule = rulesOf(segments)
  const texts = segments.filter((line) => !line.some(isRule))
  if (segments.length - texts.length > FRAME_RULES) return ruled(segments, isRule)
  return bestRows(texts.length, (from, last) => (from < last && !goesOn(texts[from + 1]!, texts[from]!) ? null : stacked(texts.slice(from, last + 1))), BARE_COST).map((cells) => cells.map((text) => ({ text })))
}
