import { sectionOf } from '../meaning/sections'
import { isTitle } from '../meaning/title'
import { isNumber } from '../meaning/values'
import { hasHan } from '../meaning/words'
import { WIDTHS, widthOf, type Widths } from './drawn-tables'
import { shapeOf } from './line-shapes'
import type { TextLine } from './lines'

/** At least so many spaces part two cells. */
const GAP = 2
/** So many lines make a table. */
const LEAST_LINES = 3
const LEAST_COLUMNS = 3
/** No table of the form has more lines. */
const MOST_LINES = 120
const BLANK = /[ \u00a0]{2,}/

/** A cell of a line with the columns of characters that it takes. */
interface Word {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** How wide a text is as a program counts. */
type Measure = (text: string) => number
const COUNTED: Measure = (text) => [...text].length
const MEASURES: readonly Measure[] = [...WIDTHS.filter(({ line }) => line === 1), ...WIDTHS.filter(({ line }) => line !== 1)].map((widths: Widths): Measure => (text) => widthOf(text, widths)).concat(COUNTED)

/** The words of a line that two or more spaces part. */
function wordsIn(line: string, measure: Measure): Word[] {
  return [...line.trimEnd().matchAll(/[^ \u00a0]+(?:[ \u00a0][^ \u00a0]+)*/g)].map(({ 0: text, index }) => {
    const from = measure(line.slice(0, index))
    return { text, from, to: from + measure(text) }
  })
}

/** The edges at which the cells of all lines stand, from left to right: where they start, or for numbers and names set right where they end. Null where a cell reaches over the edge of another column. */
function edgesOf(lines: readonly (readonly Word[])[], side: 'from' | 'to'): number[] | null {
  const words = lines.flat()
  const edges = [...new Set(words.map((word) => word[side]))].sort((a, b) => a - b)
  const crosses = ({ from, to }: Word, edge: number): boolean => (side === 'from' ? from < edge && to > edge - GAP : to > edge && from < edge + GAP)
  return words.some((word) => edges.some((edge) => crosses(word, edge))) ? null : edges
}

/** Lines as they may stand in columns: by one way to count how wide letters are, at one side of their cells. */
interface Way {
  readonly measure: Measure
  readonly side: 'from' | 'to'
  readonly rows: readonly (readonly Word[])[]
  readonly edges: readonly number[]
}

/** The ways with a further line, those left in which no cell reaches into another column. */
const withLine = (ways: readonly Way[], line: string): Way[] =>
  ways.flatMap(({ measure, side, rows: above }) => {
    const rows = [...above, wordsIn(line, measure)]
    const edges = edgesOf(rows, side)
    return edges ? [{ measure, side, rows, edges }] : []
  })

const cellsIn = ({ rows, edges, side }: Way): string[][] => rows.map((row) => edges.map((edge) => row.find((word) => word[side] === edge)?.text ?? ''))

const isSeveral = ({ text }: TextLine): boolean => BLANK.test(text.trim())
/** A line of one cell that may be a row of a table, and is no heading or sentence around it. */
const mayBeRow = ({ text }: TextLine): boolean => !/[。；：:]$/.test(text.trim()) && !isTitle(text) && !(sectionOf(text) !== undefined && /^\s*[一二三四五六]、/.test(text))

/** The longest stretch of lines from one on that stand in the same columns. */
function stretchFrom(lines: readonly TextLine[], from: number): { rows: string[][]; to: number } | null {
  let ways: Way[] = MEASURES.flatMap((measure) => (['from', 'to'] as const).map((side) => ({ measure, side, rows: [], edges: [] })))
  let to = from
  for (; to < Math.min(lines.length, from + MOST_LINES) && (isSeveral(lines[to]!) || mayBeRow(lines[to]!)); to += 1) {
    const further = withLine(ways, lines[to]!.text)
    if (further.length === 0) break
    ways = further
  }
  const best = ways.find(({ edges }) => edges.length >= LEAST_COLUMNS)
  return best && to - from >= LEAST_LINES ? { rows: cellsIn(best), to } : null
}

/** So many slots beside each other say the same where a merged cell is repeated in each. */
const LEAST_REPEATED = 4
const repeats = (rows: readonly string[][]): boolean => rows.some((row) => row.some((text, at) => hasHan(text) && row.slice(at, at + LEAST_REPEATED).length === LEAST_REPEATED && row.slice(at, at + LEAST_REPEATED).every((other) => other === text)))

/** Whether rows are those of a table of the form: names and numbers. */
const isTable = (rows: readonly string[][]): boolean => rows.some((row) => row.some(isNumber)) && rows.some((row) => row.some(hasHan))

/**
 * Lines of tables whose cells a program padded with spaces to the width of their columns, each row on one line, as lines with tabs
 * between all cells, blank ones too; other lines stay. Null where no table stands so: where a cell reaches into the next column, as on
 * a page whose cells are centred, spaces alone do not show the columns.
 */
export function withAlignedCells<Line extends TextLine>(lines: readonly Line[]): readonly Line[] | null {
  const made: Line[] = []
  let repeated = false
  for (let at = 0; at < lines.length; ) {
    const end = lines.findIndex(({ text }, index) => index >= at && (text.trim() === '' || shapeOf(text) !== 'plain'))
    const run = lines.slice(at, end < 0 ? undefined : end)
    const first = run.findIndex((line) => isSeveral(line) || /^ {2}/.test(line.text))
    const stretch = first < 0 ? null : stretchFrom(run, first)
    if (stretch && isTable(stretch.rows)) {
      made.push(...run.slice(0, first), ...stretch.rows.map((row, index) => ({ ...run[first + index]!, text: row.join('\t') })))
      at += stretch.to
      repeated ||= repeats(stretch.rows)
    } else if (first >= 0) {
      made.push(...run.slice(0, first + 1))
      at += first + 1
    } else {
      made.push(...run, ...lines.slice(at + run.length, at + run.length + 1))
      at += run.length + 1
    }
  }
  return repeated ? made : null
}
