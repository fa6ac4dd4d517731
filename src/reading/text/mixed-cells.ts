import { APPLICANT_IDS } from '@/domain/figure'
import { isNumberCell } from '../meaning/values'
import { hasHan, tight } from '../meaning/words'
import type { TextLine } from './lines'

/** So many lines with tabs, and so many rows whose numbers go on below, show how the text was copied. */
const LEAST_LINES = 7

const cellsOf = (text: string): string[] => text.split('\t')
const isFilled = (cell: string): boolean => tight(cell) !== '' && isNumberCell(cell)
/** Whether a line has numbers and no name. */
const areValues = (text: string): boolean => cellsOf(text).some(isFilled) && cellsOf(text).every((cell) => tight(cell) === '' || isFilled(cell))

/** How many numbers and blanks a line has behind its name. */
const valuesIn = (text: string): number => {
  const cells = cellsOf(text)
  return cells.length - 1 - cells.findLastIndex((cell) => hasHan(cell) && !isNumberCell(cell))
}

/**
 * Tables as browsers copy them where some cells hold paragraphs and others none: a tab stands before a cell only where the one before it is
 * plain, and paragraphs on lines of their own. Each cell is put on a line; a blank one is known only between two tabs. Other texts
 * stay as they are.
 */
export function withCellsApart<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const tabbed = lines.flatMap(({ text }, at) => (text.includes('\t') ? [at] : []))
  const filled = lines.filter(({ text }) => tight(text) !== '')
  const rows = filled.filter(({ text }, at) => areValues(text) && hasHan(filled[at - 1]?.text ?? '') || (hasHan(text) && valuesIn(text) > 0))
  const whole = rows.filter(({ text }) => valuesIn(text) >= APPLICANT_IDS.length)
  const parted = filled.filter(({ text }, at) => areValues(text) && areValues(filled[at - 1]?.text ?? '') && (text.includes('\t') || filled[at - 1]!.text.includes('\t')))
  const behind = lines.filter(({ text }) => /[^\t]\t/.test(text))
  if (behind.length < LEAST_LINES || behind.length * 2 < tabbed.length || parted.length < LEAST_LINES || whole.length * 2 > parted.length) return lines
  return lines.flatMap((line, at) => {
    if (at < tabbed[0]! || at > tabbed.at(-1)!) return [line]
    if (!line.text.includes('\t')) return line.text.trim() === '' ? [] : [line]
    const cells = cellsOf(line.text)
    const next = lines.slice(at + 1).find(({ text }) => tight(text) !== '')?.text ?? ''
    // Behind a tab at its end the row goes on below; behind a number no name does.
    const goesOn = tight(cells.at(-1)!) === '' && !(cells.some(isFilled) && hasHan(next))
    return (goesOn ? cells.slice(0, -1) : cells).map((text) => ({ ...line, text: text.trim() }))
  })
}
