import { wholeNumber } from './broken-numbers'
import type { TableCell } from '../document'
import { isNumber, joinedItems, linesOf, type Item } from './geometry'
import { ITEM_LABELS, REQUEST_LABELS } from '../meaning/labels'
import { hasHan, isNumbered, segments, tight } from '../meaning/words'

/** A cell between rulings, with what stands in it. */
export interface FramedCell extends Omit<TableCell, 'text'> {
  readonly items: readonly Item[]
  readonly width: number
}

/** A row without words has so many cells: it is one of table 4. */
const LEAST_CELLS = 5

/** The mark of a note is set so much smaller than the number that it stands below. */
const SMALL = 0.85
const MARK = /^\d{1,2}$/

/** What stands in a cell without the mark of a note on a line of its own, where a program sets it below the number. */
function withoutMarks(items: readonly Item[]): readonly Item[] {
  const highest = Math.max(...items.filter(({ text }) => isNumber(text)).map(({ height }) => height))
  const isMark = (line: readonly Item[]): boolean => line.length === 1 && MARK.test(tight(line[0]!.text)) && line[0]!.height < highest * SMALL
  const marks = linesOf(items).filter(isMark).flat()
  return marks.length > 0 ? items.filter((item) => !marks.includes(item)) : items
}

const linesIn = ({ items }: FramedCell): Item[][] => linesOf(withoutMarks(items)).map((line) => joinedItems(line, 1.2))
const textsOf = (lines: readonly (readonly Item[])[]): string[] => lines.map((line) => line.map(({ text }) => text.trim()).join(' '))

/** Whether what stands on a line leaves no room for another character in its cell, so that what stands below may be its end. */
export const fills = ({ text, width, height }: Item, room: number): boolean => width + width / Math.max(tight(text).length, 1) + height * 1.3 > room

/** Whether words are the name of one row. */
export const isOneName = (words: string): boolean => ITEM_LABELS.is(words) !== undefined || REQUEST_LABELS.is(words) !== undefined || (isNumbered(words) && segments(words).length === 1)

/** Whether the cells beside a cell are those of one row, and not of several that no ruling parts: they have one name, or none at all. */
function isOneRow({ row, rowSpan }: FramedCell, cells: readonly FramedCell[]): boolean {
  const own = cells.filter((cell) => cell.row === row && cell.rowSpan === rowSpan)
  const name = own.map((cell) => tight(textsOf(linesIn(cell)).join(''))).findLast((text) => hasHan(text) && !isNumber(text))
  return name === undefined ? own.length >= LEAST_CELLS : isOneName(name)
}

/** A note in brackets that a line, or the rest of one, begins and the last ends. */
const NOTE = /^[（(].*[）)]$/

/** The lines of a number and its note behind it, each on as many lines as its cell has room for; the note is empty where there is none. */
function partedNote(texts: readonly string[]): { readonly number: readonly string[]; readonly note: string } {
  const at = texts.findIndex((text) => /[（(]/.test(text))
  const open = at < 0 ? -1 : texts[at]!.search(/[（(]/)
  const note = at < 0 ? '' : tight([texts[at]!.slice(open), ...texts.slice(at + 1)].join(''))
  return NOTE.test(note) ? { number: [...texts.slice(0, at), texts[at]!.slice(0, open)].filter((text) => tight(text) !== ''), note } : { number: texts, note: '' }
}

/** The text of a cell, line by line. A number that goes on in the next line is one: where it fills its line, or no other row's can stand below it. So is one with its note. */
export function cellText(cell: FramedCell, cells: readonly FramedCell[]): string {
  const lines = linesIn(cell)
  const texts = textsOf(lines)
  const { number: parts, note } = partedNote(texts)
  const number = wholeNumber(parts)
  if (number === null) return texts.join('\n')
  const last = parts.findLastIndex((text) => /\d/.test(tight(text)))
  return lines.slice(0, last).every((line) => fills(line[0]!, cell.width)) || isOneRow(cell, cells) ? `${number}${note}` : texts.join('\n')
}
