import { APPLICANT_IDS } from '@/domain/figure'
import { isNumberCell } from '../meaning/values'
import { hasHan } from '../meaning/words'
import { isNamed } from './line-shapes'
import type { TextLine } from './lines'

const WIDE_SPACE = '\u3000'
/** So many rows of table 3 with one such space before each of their cells show that it bounds cells. */
const LEAST_ROWS = 8

const cellsOf = (text: string): string[] => text.split(WIDE_SPACE)
const isRow = (text: string): boolean => {
  const [name = '', ...values] = cellsOf(text)
  return values.length === APPLICANT_IDS.length && isNamed(name) && values.every((value) => isNumberCell(value))
}

/** Whether such spaces only move a line in. */
const isMovedIn = (text: string): boolean => hasHan(text) && !text.trim().includes(WIDE_SPACE) && text.startsWith(WIDE_SPACE)

/** Lines whose cells a full-width space each parts, with tabs for these spaces; others as they are. A blank cell has nothing between two of them; those that move a paragraph in bound nothing. */
export function withTabsForWideSpaces<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  if (lines.some(({ text }) => text.includes('\t')) || lines.filter(({ text }) => isRow(text)).length < LEAST_ROWS) return lines
  return lines.map((line) => (isMovedIn(line.text) || /[。；]/.test(line.text) ? line : { ...line, text: line.text.replaceAll(WIDE_SPACE, '\t') }))
}
