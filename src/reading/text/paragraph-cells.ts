import { isValue } from '../meaning/values'
import type { TextLine } from './lines'
import { sectionOf } from '../meaning/sections'
import { isTitle } from '../meaning/title'
import { hasHan, tight } from '../meaning/words'

/** So many tabs alone between blank lines are the bounds of cells, not chance. */
const LEAST_BOUNDS = 7
/** So many labels with one blank line before their first number. */
const LEAST_LABELS = 3
/** A line that holds nothing but a space that no editor writes: the blank cell of a page. */
const isHeld = (text: string | undefined): boolean => text !== undefined && /^\u00a0+$/.test(text)
/** A cell without anything in its paragraph has up to so many blank lines. */
const MOST_BLANKS = 5
/** A row whose next cell is still to come. */
const OPEN = /\t[^\S\u00a0]*$/
const isBlank = (text: string): boolean => text.trim() === '' && !text.includes('\t') && !isHeld(text)
const isBound = (text: string): boolean => text.trim() === '' && text.includes('\t')
const tabs = (text: string): string => text.replace(/[^\t]/g, '')
const isNumber = (text: string | undefined): boolean => text !== undefined && text.trim() !== '' && !text.includes('\t') && isValue(text)
const isLabel = (text: string | undefined): boolean => text !== undefined && hasHan(text) && !isValue(text)

/** The second paragraph of a label has no more letters. */
const LONGEST_END = 12
const isLabelEnd = (text: string): boolean => isLabel(text) && tight(text).length <= LONGEST_END
/** The cell that a row ends with, where it has others. */
const lastCell = (text: string): string => (text.includes('\t') ? text.split('\t').at(-1)! : '')

/** So large a share of the gaps beside numbers have as many lines as cells of one line leave. */
const MOSTLY = 0.95

/** The lines that say something, each with the number of blank lines below it. */
const gaps = (lines: readonly TextLine[]): { at: number; next: number; blanks: number }[] => {
  const filled = lines.flatMap(({ text }, at) => (isBlank(text) ? [] : [at]))
  return filled.slice(1).map((next, index) => ({ at: filled[index]!, next, blanks: next - filled[index]! - 1 }))
}

/**
 * The tabs that an editor took from the lines' ends put back: three blank lines between two numbers had one in their middle, five
 * had two, four and more before the next row had those of its last, blank cells. Not so where numbers stand right below each other: there a
 * blank line is a blank cell.
 */
function untrimmed(lines: readonly TextLine[]): readonly TextLine[] {
  if (lines.some(({ text }) => isBound(text))) return lines
  const text = (at: number): string | undefined => lines[at]?.text
  const parted = gaps(lines)
  const between = parted.filter(({ at, next, blanks }) => blanks === 3 && isNumber(text(at)) && isNumber(text(next)))
  const first = parted.filter(({ at, next, blanks }) => blanks === 1 && isLabel(text(at)) && isNumber(text(next)))
  const touching = parted.filter(({ at, next, blanks }) => blanks === 0 && isNumber(text(at)) && isNumber(text(next)))
  if (between.length < LEAST_BOUNDS || first.length < LEAST_LABELS || touching.length >= LEAST_LABELS) return lines
  const restored = [...lines]
  for (const { at, next, blanks } of parted) {
    const row = isLabel(text(at)) && (isNumber(text(next)) || blanks >= 4)
    if (row) restored[at] = { ...lines[at]!, text: `${text(at)!}\t` }
    if (row || isNumber(text(at))) for (let bound = at + 2; bound < (isNumber(text(next)) ? next : next - 1); bound += 2) restored[bound] = { ...lines[bound]!, text: '\t' }
  }
  return restored
}

/** Cells one a line with a blank line between any two, where a blank cell leaves its own two blank lines: numbers and names have one, three, five between them. */
function withoutGaps(lines: readonly TextLine[]): readonly TextLine[] | null {
  const parted = gaps(lines)
  const besideNumbers = parted.filter(({ at, next }) => isNumber(lines[at]!.text) || isNumber(lines[next]!.text))
  const numbers = besideNumbers.filter(({ at, next, blanks }) => blanks === 1 && isNumber(lines[at]!.text) && isNumber(lines[next]!.text))
  const odd = besideNumbers.filter(({ blanks }) => blanks % 2 === 1)
  if (numbers.length < LEAST_BOUNDS || odd.filter(({ blanks }) => blanks > 1).length < LEAST_BOUNDS || odd.length < besideNumbers.length * MOSTLY) return null
  const kept = new Set(parted.flatMap(({ at, blanks }) => Array.from({ length: blanks >> 1 }, (_, index) => at + 2 + 2 * index)))
  return lines.filter((line, at) => !isBlank(line.text) || kept.has(at))
}

/** Blank cells of a page on one line, where those with text stand on lines of their own. */
const HELD_CELLS = /^(?:\u00a0\t)+\u00a0?$/

/** Cells one a line as pages are copied where only cells with text hold paragraphs: the blank ones between two of these become blank lines. */
function withHeldCells(lines: readonly TextLine[]): readonly TextLine[] {
  const isBesideNumber = (at: number): boolean => isNumber(lines[at - 1]?.text) || isNumber(lines[at + 1]?.text)
  const held = lines.filter(({ text }, at) => HELD_CELLS.test(text) && isBesideNumber(at)).length
  if (held < LEAST_BOUNDS || lines.filter(({ text }) => /\S\s*\t|\t\s*\S/.test(text)).length >= LEAST_BOUNDS) return lines
  return lines.filter(({ text }) => text !== '').flatMap((line) => (HELD_CELLS.test(line.text) ? [...line.text.matchAll(/\u00a0/g)].map(() => ({ ...line, text: '' })) : [line]))
}

/**
 * Cells one a line with a blank line between any two, as pages are copied whose cells hold paragraphs and stand in no table for the
 * browser: the blank lines between them go, and blank cells become blank lines.
 */
function ungapped(lines: readonly TextLine[]): readonly TextLine[] {
  if (lines.filter(({ text }) => text.includes('\t')).length >= LEAST_BOUNDS) return withHeldCells(lines)
  const filled = lines.filter(({ text }) => text !== '')
  const blanks = filled.filter(({ text }, at) => isHeld(text) && [filled[at - 1], filled[at + 1]].some((next) => isNumber(next?.text) || isHeld(next?.text)))
  if (blanks.length < LEAST_BOUNDS) return withoutGaps(lines) ?? lines
  return filled.map((line) => (isHeld(line.text) ? { ...line, text: '' } : line))
}

/** Lines that no blank one parts, row by row: a name right below a number is the first of the next table, and no end of the cell. */
function whole(run: readonly TextLine[]): TextLine[][] {
  const opens = run.flatMap(({ text }, at) => (at > 0 && isNumber(run[at - 1]!.text) && isLabel(text) && !/^\s*[（(]|\t/.test(text) ? [at] : []))
  return [0, ...opens].map((from, at) => run.slice(from, opens[at]))
}

/**
 * Rows as browsers copy them where cells hold blocks without room between them: each line of a cell a line, a tab alone between two
 * cells, blank lines between two rows. They become lines with tabs; null where the tabs do not stand so.
 */
function joinedBlockCells(lines: readonly TextLine[]): readonly TextLine[] | null {
  const isText = (at: number): boolean => lines[at] !== undefined && !isBlank(lines[at].text) && !lines[at].text.includes('\t')
  if (lines.filter(({ text }, at) => isBound(text) && isText(at - 1) && isText(at + 1)).length < LEAST_BOUNDS) return null
  const rows: TextLine[] = []
  for (let from = 0; from < lines.length; from += 1) {
    let to = from
    while (to < lines.length && !isBlank(lines[to]!.text)) to += 1
    const run = lines.slice(from, to)
    // A page laid out by a table has its title in a cell of that, below the way that leads to the page.
    if (run.some(({ text }) => isBound(text)) && !run.some(({ text }) => isTitle(text))) for (const row of whole(run)) rows.push({ ...row[0]!, text: row.map(({ text }) => (isBound(text) ? tabs(text) : text.replace(/^[^\S\t]+|[^\S\t]+$/g, ''))).join('') })
    else rows.push(...run, ...lines.slice(to, to + 1))
    from = to
  }
  return rows
}

/** How many blank lines stand between two cells of a row where each ends with one: below a cell with text, and below a blank one. */
const ENDED = { filled: 1, blank: 2 }

/**
 * Rows as browsers copy them where each cell ends with a blank line: below that a tab alone and, right below it, the next cell, or
 * the first of the next row. They become lines with tabs; null where the tabs do not stand so.
 */
function joinedEndedCells(lines: readonly TextLine[]): readonly TextLine[] | null {
  const blanksAbove = (at: number): number => at - 1 - lines.slice(0, at).findLastIndex(({ text }) => !isBlank(text))
  const isNext = (at: number): boolean => at > 0 && blanksAbove(at) === (isBound(lines[at - 1 - blanksAbove(at)]?.text ?? '') ? ENDED.blank : ENDED.filled)
  const bounds = lines.flatMap(({ text }, at) => (isBound(text) ? [at] : []))
  const isRight = (at: number): boolean => lines[at + 1] !== undefined && !isBlank(lines[at + 1]!.text) && !isBound(lines[at + 1]!.text)
  if (bounds.filter((at) => isNext(at) && isRight(at)).length < LEAST_BOUNDS || bounds.some((at) => blanksAbove(at) === 0)) return null
  const rows: TextLine[] = []
  for (let from = 0; from < lines.length; from += 1) {
    let to = from
    while (to < lines.length && !isBlank(lines[to]!.text)) to += 1
    const run = lines.slice(from, to)
    const text = run.map((line) => (isBound(line.text) ? tabs(line.text) : line.text.trim())).join('')
    if (run.length > 0 && isBound(run[0]!.text) && isNext(from)) rows[rows.length - 1] = { ...rows.at(-1)!, text: `${rows.at(-1)!.text}${text}` }
    else if (run.length > 1 && (isBound(run[0]!.text) || isBound(lines[to + 1]?.text ?? ''))) rows.push({ ...run[0]!, text })
    else rows.push(...run)
    from = to
  }
  return rows
}

/** The lines of one cell as one: lines without a tab between blank lines, and beyond one of those a tab alone. */
function withWholeCells(lines: readonly TextLine[]): TextLine[] {
  const whole: TextLine[] = []
  for (let from = 0; from < lines.length; from += 1) {
    let to = from
    while (to + 1 < lines.length && !isBlank(lines[to]!.text) && !isBlank(lines[to + 1]!.text)) to += 1
    const run = lines.slice(from, to + 1)
    const isCell = run.length > 1 && run.every(({ text }) => !text.includes('\t')) && [lines[from - 2], lines[to + 2]].some((line) => line !== undefined && isBound(line.text))
    if (isCell) whole.push({ ...run[0]!, text: run.map(({ text }) => text.trim()).join('') })
    else whole.push(...run)
    from = to
  }
  return whole
}

/** How many blank lines mostly part two rows: those between a number and the name below it. A cell that ends or begins with the end of a line has fewer beside it. */
function rowGap(lines: readonly TextLine[]): number {
  const sorted = gaps(lines).flatMap(({ at, next, blanks }) => (isNumber(lines[at]!.text) && isLabel(lines[next]!.text) ? [blanks] : [])).sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/**
 * Rows of a table as browsers copy it where cells hold paragraphs: the cell's text with blank lines around it, and a tab between two
 * cells. They become lines with tabs, as a table of plain cells is copied; other texts stay as they are. One blank line parts two
 * cells or two paragraphs of a row's first cell, two part two rows.
 */
export function joinedParagraphCells(written: readonly TextLine[]): readonly TextLine[] {
  const given = untrimmed(ungapped(written))
  const joined = joinedBlockCells(given) ?? joinedEndedCells(given)
  if (joined) return joined
  const blankAt = (at: number): boolean => isBlank(given[at]?.text ?? '')
  if (given.filter(({ text }, at) => isBound(text) && blankAt(at - 1) && blankAt(at + 1)).length < LEAST_BOUNDS) return given
  const apart = rowGap(given)
  const rows: TextLine[] = []
  let blanks = 0
  /** Whether the last line opens a row below another. */
  let opens = false
  for (const line of withWholeCells(given)) {
    const { text } = line
    if (isBlank(text)) {
      blanks += 1
      rows.push(line)
      continue
    }
    const last = rows.findLastIndex((row) => !isBlank(row.text))
    const isOpen = last >= 0 && OPEN.test(rows[last]!.text)
    const isNext = text.startsWith('\t') || isOpen
    const isMore = last >= 0 && blanks === 1 && isLabelEnd(text) && isLabelEnd(lastCell(rows[last]!.text))
    const isWithin = blanks < apart && (isOpen || isBound(text))
    if (last >= 0 && (blanks === 1 || isWithin || (isOpen && isBound(text) && blanks <= MOST_BLANKS)) && (isNext || opens || isMore) && sectionOf(text) === undefined) {
      rows.length = last + 1
      rows[last] = { ...rows[last]!, text: `${rows[last]!.text}${isBound(text) ? tabs(text) : text}` }
      opens &&= !isNext
    } else {
      opens = blanks >= 2 && last >= 0 && rows[last]!.text.includes('\t')
      rows.push(line)
    }
    blanks = 0
  }
  // Blank lines between two rows are no end of the table.
  const drop = new Set(gaps(rows).flatMap(({ at, next }) => (rows[at]!.text.includes('\t') && rows[next]!.text.includes('\t') ? Array.from({ length: next - at - 1 }, (_, index) => at + 1 + index) : [])))
  return rows.filter((_, at) => !drop.has(at))
}
