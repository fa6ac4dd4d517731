import { ITEM_LABELS } from '../meaning/labels'
import { tight } from '../meaning/words'
import type { TextLine } from './lines'

/** The heading of the column that numbers the rows. */
const HEADING = /^(?:序号|编号|[行项]次)$/
/** A name is broken over no more lines. */
const MOST_LINES = 4
/** So many names with their numbers before them show what these are. */
const LEAST_ROWS = 3

/** Whether the name of a row of table 2 begins at a line, whole or broken over some. */
function isName(lines: readonly TextLine[], at: number): boolean {
  const words = Array.from({ length: MOST_LINES }, (_, count) => lines.slice(at, at + count + 1).map(({ text }) => tight(text)).join(''))
  return words.some((text) => ITEM_LABELS.is(text) !== undefined)
}

/**
 * Lines of cells without those that number the rows of table 2, where a heading says that such a column is there (序号) and the names below it have
 * 1, 2, 3 … above them, each and alone on a line: a number there would be the last cell of the row before.
 */
export function withoutSerialNumbers<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const heading = lines.findIndex(({ text }) => HEADING.test(tight(text)))
  if (heading < 0) return lines
  const serials = new Set<Line>()
  let next = 1
  for (let at = heading + 1; at < lines.length; at += 1) {
    if (tight(lines[at]!.text) !== String(next) || !isName(lines, at + 1)) continue
    serials.add(lines[at]!)
    next += 1
  }
  return serials.size < LEAST_ROWS ? lines : lines.filter((line) => !serials.has(line))
}
