import { APPLICANT_IDS } from '@/domain/figure'
import { isNumberCell } from '../meaning/values'
import { hasHan, tight } from '../meaning/words'
import { isNamed } from './line-shapes'
import type { TextLine } from './lines'

/** What parts cells where it is not a tab: a full-width space, or from two spaces to eight. */
const BOUNDS = ['\u3000', ...Array.from({ length: 7 }, (_, more) => ' '.repeat(more + 2))]
/** So many rows of table 3 with as many cells show what bounds them: in some of these two filled ones stand next to each other, or as many bounds behind names of so many lengths, as no columns have. */
const LEAST_ROWS = 8
const LEAST_TOUCHING = 3
const LEAST_LENGTHS = 6
/** Table 3 has no more columns: one for the sum of organisations. */
const MOST_CELLS = APPLICANT_IDS.length + 1

/** The name of a row of the form and the cells behind it; null where a line is none, or has fewer than table 3 has. */
function rowOf(text: string, bound: string): { readonly name: string; readonly values: readonly string[] } | null {
  const cells = text.trimStart().split(bound)
  const name = cells.findLastIndex((cell) => hasHan(cell) && !isNumberCell(cell))
  const values = cells.slice(name + 1)
  return name >= 0 && isNamed(cells[name]!) && values.length >= APPLICANT_IDS.length && values.every((value) => isNumberCell(value) && value === value.trim()) ? { name: cells[name]!, values } : null
}

/** Whether a line is a row of table 3 whose cells single spaces part: then two of them part no others. */
const isSingleSpaced = (text: string): boolean => !/\S\s{2,}\S|\u3000/.test(text) && (rowOf(text, ' ')?.values.every((value) => tight(value) !== '') ?? false)

/** Whether rows of table 3 all have as many cells between such bounds: columns laid out by spaces have not. */
function bounds(lines: readonly TextLine[], bound: string): boolean {
  const rows = lines.map(({ text }) => rowOf(text, bound)).filter((row) => row !== null)
  const all = rows.map(({ values }) => values)
  const lengths = new Set(rows.filter(({ values }) => values.length === APPLICANT_IDS.length).map(({ name }) => name.length))
  const isFilled = (cell: string | undefined): boolean => cell !== undefined && tight(cell) !== ''
  const touching = all.filter((values) => values.some((value, at) => isFilled(value) && isFilled(values[at + 1])))
  return all.length >= LEAST_ROWS && !lines.some(({ text }) => isSingleSpaced(text)) && (touching.length >= LEAST_TOUCHING || lengths.size >= LEAST_LENGTHS) && all.every(({ length }) => length === all[0]!.length && length <= MOST_CELLS)
}

/** Whether such spaces only move a line in. */
const isMovedIn = (text: string, bound: string): boolean => hasHan(text) && !text.trim().includes(bound) && text.startsWith(bound)

/** Lines whose cells a full-width space or as many spaces everywhere part, with tabs for these; others as they are. A blank cell has nothing between two of them; those that move a paragraph in bound nothing. */
export function withTabsForWideSpaces<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const bound = lines.some(({ text }) => text.includes('\t')) ? undefined : BOUNDS.find((each) => bounds(lines, each))
  if (bound === undefined) return lines
  const cells = (at: number): number => lines[at]?.text.split(bound).length ?? 0
  /** Numbers below as many headings, moved in: what stands before the first is no blank cell. */
  const isMovedBelow = (at: number): boolean => lines[at]!.text.startsWith(bound) && !hasHan(lines[at]!.text.replaceAll('零', '')) && hasHan(lines[at - 1]?.text ?? '') && cells(at) === cells(at - 1) + 1
  const whole = (at: number): string => (isMovedBelow(at) ? lines[at]!.text.slice(bound.length) : lines[at]!.text)
  return lines.map((line, at) => (isMovedIn(line.text, bound) || /[。；]/.test(line.text) ? line : { ...line, text: whole(at).replaceAll(bound, '\t') }))
}

/** So many full-width spaces before a number show that they set it under its heading, and so many lines with them that they do everywhere. */
const SET_UNDER = /\S[ \u00a0]*\u3000{4,}[ \u00a0]*[\d０-９]/
const LEAST_SET = 8

/** Lines whose columns full-width spaces set out, where rows leave cells out, with two spaces for each of these; others as they are. */
export function withNarrowSpaces<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const isSet = lines.filter(({ text }) => SET_UNDER.test(text)).length >= LEAST_SET && !bounds(lines, '\u3000')
  return isSet ? lines.map((line) => ({ ...line, text: line.text.replaceAll('\u3000', '  ') })) : lines
}
