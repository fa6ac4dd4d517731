import type { FramedCell } from './cell-text'
import type { Box } from './frames'
import { centre, isNumber, joinedItems, linesOf, type Item } from './geometry'
import { stacked } from './headings'
import { GROUP_ROWS, isHeading, ITEM_LABELS, REQUEST_LABELS } from '../meaning/labels'
import { withoutGroup } from '../meaning/names-with-group'
import { isNumbered } from '../meaning/words'

/** So many numbers, or headings, do not stand beside each other in one cell, nor do so many names of rows. */
const CROWD = 3
const CROWD_OF_NAMES = 2
/** So many lines of numbers beside a frame are those of its rows. */
const LEAST_BESIDE = 2

/** The numbers of a cell; the parts of one that is broken over its lines are one each. */
const numbersIn = (items: readonly Item[]): readonly Item[] => linesOf(items).flatMap((line) => joinedItems(line, 0)).filter(({ text }) => isNumber(text))
/** How many numbers stand beside each other in a cell. */
const abreast = (items: readonly Item[]): number => joinedItems(linesOf(items).flat(), 0).filter(({ text }) => isNumber(text)).length
const textsOf = (items: readonly Item[]): string[] => linesOf(items).map((line) => line.map(({ text }) => text).join(''))

/** Whether a number stands below the heading of its column, on however many lines, with no ruling between them. */
const isUnderHeading = (items: readonly Item[], numbers: readonly Item[]): boolean =>
  numbers.some((number) => {
    const lines = textsOf(items.filter((item) => centre(item) < centre(number) && !isNumber(item.text)))
    return lines.some((_, at) => isHeading(lines.slice(at).join('')))
  })

const isGroup = (line: string): boolean => GROUP_ROWS.has(REQUEST_LABELS.is(line.replace(/[-\u2010-\u2015－:：]+$/, '')) ?? '')

/** How many names of rows lines hold, each on however many of them. A group's name above that of one of its rows is a part of it. */
function countNames(lines: readonly string[]): number {
  const [line] = lines
  if (line === undefined) return 0
  const rest = lines.slice(1)
  if (isNumbered(line)) return (isGroup(line) && rest.some(isNumbered) ? 0 : 1) + countNames(rest)
  const last = lines.findLastIndex((_, at) => ITEM_LABELS.is(lines.slice(0, at + 1).join('')) !== undefined)
  return last < 0 ? countNames(rest) : 1 + countNames(lines.slice(last + 1))
}
/** Whether lines are one name, a group's before it, with a sign between them or not: （四）无 / 法提供— / 2.没有现成 / 信息需要另行制作. */
function isOneUnderGroup(lines: readonly string[]): boolean {
  const text = lines.join('')
  const row = withoutGroup(text)
  return row !== text && REQUEST_LABELS.is(row) !== undefined
}
const namesIn = (items: readonly Item[]): number => (isOneUnderGroup(textsOf(items)) ? 1 : countNames(textsOf(items)))

/** Whether a frame is around only some columns of a table: it holds numbers and no name of a row, and lines of numbers stand beside it. `items`: what stands on the page. */
export function isPartOfColumns(own: readonly Item[], { left, right, top, bottom }: Box, items: readonly Item[]): boolean {
  const beside = items.filter((item) => isNumber(item.text) && centre(item) >= top && centre(item) <= bottom && (item.x + item.width <= left || item.x >= right))
  return linesOf(beside).length >= LEAST_BESIDE && namesIn(own) === 0
}

/** Whether several headings of columns stand beside each other in a cell. */
const isOfHeadings = ({ items }: FramedCell): boolean => stacked(items, Math.min(...items.map(({ height }) => height))).filter(({ text }) => isHeading(text)).length >= CROWD

/** Whether so many cells of a row hold headings, with numbers below some, that a line below other headings of theirs is no line of the row. */
function areHeaded(cells: readonly FramedCell[]): boolean {
  const headed = cells.filter(({ items }) => isUnderHeading(items, numbersIn(items)))
  const alike = (cell: FramedCell): boolean => headed.some(({ row, rowSpan }) => row === cell.row && rowSpan === cell.rowSpan)
  return headed.length > 0 && cells.filter((cell) => alike(cell) && (headed.includes(cell) || isHeading(textsOf(cell.items).join('')))).length >= CROWD
}

/** Whether rulings part only some of the numbers of a table, or of its headings where it has none: a line around it, or between its columns or rows alone. `isCut`: whether an edge beside a place is one that no ruling shows. */
export function isOpenGrid(cells: readonly FramedCell[], isCut: (y: number) => boolean): boolean {
  const isOfSeveral = ({ row, rowSpan }: FramedCell): boolean => cells.some((cell) => cell.row === row && cell.rowSpan === rowSpan && namesIn(cell.items) >= CROWD_OF_NAMES)
  let [open, all] = [0, 0]
  for (const cell of cells) {
    const numbers = numbersIn(cell.items)
    const isOpen = abreast(cell.items) >= CROWD || isUnderHeading(cell.items, numbers) || isOfSeveral(cell)
    all += numbers.length
    open += numbers.filter((item) => isOpen || isCut(centre(item))).length
  }
  return all === 0 ? cells.some(isOfHeadings) : open * 3 > all || areHeaded(cells)
}
