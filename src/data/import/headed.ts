import { visible } from './names'
import { headingScore, isHeading } from './headings'
import { unnamed } from './recognition'
import type { TableSource } from './table-source'

/** The headings of a table, and the lines around them. */
export interface HeadedTable {
  /** Unique: a repeated one is numbered, `其他 (2)`; an empty one is `⟨3⟩`. */
  readonly headings: readonly string[]
  /** The line they stand in, the last of two; 0: there is none. */
  readonly line: number
  /** The cells of that line as they stand, to know a repetition by. */
  readonly raw: readonly string[]
  /** Lines above that are no headings. */
  readonly above: readonly { readonly line: number; readonly text: string }[]
  readonly sample: readonly (readonly string[])[]
}

const SAMPLE_BYTES = 1 << 17
/** Titles and remarks above the headings take no more lines. */
const LOOKED_AT = 40
const SAMPLE_ROWS = 60

interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

const isFilled = (cell: string): boolean => cell.trim() !== ''
const filledIn = (cells: readonly string[]): number => cells.filter(isFilled).length
const isNumber = (cell: string): boolean => /^[+-]?[\d０-９][\d０-９.,，\s]*%?$/.test(cell.trim())

/** Finds the line of headings: the one that most files' headings stand in, else the first with two texts or more and no number. */
export function headedTable(source: TableSource): HeadedTable {
  const rows: Row[] = []
  const take = (cells: readonly string[], line: number): void => {
    if (rows.length < LOOKED_AT + SAMPLE_ROWS && cells.some(isFilled)) rows.push({ cells, line })
  }
  source.read({ row: take, broken: (text, line) => take([text], line) }, SAMPLE_BYTES)
  const at = headingRow(rows)
  if (at < 0) return { headings: [], line: 0, raw: [], above: [], sample: [] }
  // The line with most known headings may be the upper or the lower one of two.
  const upper = at > 0 && isSecondLine(rows[at - 1]!, rows[at], rows[at + 1]) ? at - 1 : at
  const double = upper < at || isSecondLine(rows[at]!, rows[at + 1], rows[at + 2])
  const last = double ? upper + 1 : at
  const raw = rows[last]!.cells
  return {
    headings: unique(double ? merged(rows[upper]!.cells, raw) : raw.map(visible)),
    line: rows[last]!.line,
    raw,
    above: rows.slice(0, upper).map(({ line, cells }) => ({ line, text: cells.join(source.delimiter || ',') })),
    sample: rows.slice(last + 1, last + 1 + SAMPLE_ROWS).map(({ cells }) => cells),
  }
}

function headingRow(rows: readonly Row[]): number {
  const scores = rows.slice(0, LOOKED_AT).map(({ cells }) => {
    const known = Math.max(headingScore(cells), cells.filter(isHeading).length)
    return cells.some(isNumber) && known < filledIn(cells) / 2 ? 0 : known
  })
  const best = Math.max(0, ...scores)
  if (best >= 2) return scores.indexOf(best)
  // Nothing is known: titles are short, so the first line as wide as the lines that follow.
  const width = Math.max(0, ...rows.slice(0, LOOKED_AT).map(({ cells }) => filledIn(cells)))
  return rows.findIndex(({ cells }) => filledIn(cells) >= Math.max(2, width * 0.6) && !cells.every((cell) => !isFilled(cell) || isNumber(cell)))
}

/** Headings in two lines (merged cells): the second fills holes of the first and holds no number. */
function isSecondLine(first: Row, second: Row | undefined, third: Row | undefined): boolean {
  if (!second || !third || second.line !== first.line + 1) return false
  const fills = second.cells.filter((cell, at) => isFilled(cell) && !isFilled(first.cells[at] ?? '')).length
  const known = second.cells.filter(isFilled).every(isHeading)
  return fills >= 1 && filledIn(second.cells) >= 2 && !second.cells.some(isNumber) && third.cells.some(isNumber) && (known || fills >= Math.max(2, filledIn(second.cells) / 2))
}

/** The lower heading where there is one; where it stands twice, with the upper one before it. */
function merged(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length)
  let last = ''
  const above = Array.from({ length: width }, (_, at) => (last = isFilled(upper[at] ?? '') ? visible(upper[at]!) : last))
  const below = Array.from({ length: width }, (_, at) => visible(lower[at] ?? ''))
  return below.map((name, at) => (name === '' ? visible(upper[at] ?? '') || above[at]! : below.indexOf(name) !== below.lastIndexOf(name) ? `${above[at]} ${name}` : name))
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>()
  const trimmed = [...names]
  while (trimmed.at(-1) === '') trimmed.pop()
  return trimmed.map((name, at) => {
    // A key that plain objects have by themselves would not be a key of its own.
    const heading = name === '' ? unnamed(at) : name === '__proto__' ? '(__proto__)' : name
    let own = heading
    for (let n = 2; seen.has(own); n += 1) own = `${heading} (${n})`
    seen.add(own)
    return own
  })
}
