import { centre, isNumber, linesOf, middle, TOUCH, type Item, type Ruling } from './page/geometry'
import { isPageNumber } from './text/lines'
import { tight } from './meaning/words'

/** Whether a piece stands in a column of a table, between two rulings; those of a page's border stand further apart. */
function isRuledIn(item: Item, rulings: readonly Ruling[], page: number): boolean {
  const sides = rulings.filter(({ x1, x2, y1, y2 }) => x2 - x1 < TOUCH && y1 <= centre(item) && y2 >= centre(item)).map(({ x1 }) => x1)
  const [left, right] = [Math.max(...sides.filter((x) => x <= middle(item))), Math.min(...sides.filter((x) => x > middle(item)))]
  return right - left < page / 2
}

/** A page's number with its signs and words is no longer: `第12页，共120页`. What stands further apart, in heights of a letter, are numbers of a row. */
const LONGEST_MARK = 12
const WIDEST_GAP = 3
const WIDEST_GAP_OF_DIGITS = 1
/** Rows of a table stand no further apart, in heights of a letter; a page's number does from what is above it. */
const ROW_APART = 2.2

/** How wide the margin is at either side, as a part of the page. */
const SIDE = 0.08

/** Whether a number stands right above or below another, in a column of a table. */
const isInColumn = (item: Item, items: readonly Item[]): boolean =>
  items.some((other) => other.x < item.x + item.width && item.x < other.x + other.width && isNumber(other.text) && Math.abs(centre(other) - centre(item)) > item.height / 2 && Math.abs(centre(other) - centre(item)) <= item.height * ROW_APART)

/** Pieces on the margins that are a page's number: alone on the outermost line and in no table, or written as only such numbers are. */
export function pageMarks(items: readonly Item[], rulings: readonly Ruling[], { width, height: page }: { width: number; height: number }): ReadonlySet<Item> {
  const margins = [(item: Item): boolean => item.y < page * 0.08, (item: Item): boolean => item.y + item.height > page * 0.92]
  const [head, foot] = margins.map((margin) => linesOf(items.filter(margin))) as [Item[][], Item[][]]
  const outermost = [head[0], foot.at(-1)]
  const isInTable = (line: readonly Item[]): boolean => line.some((item) => isRuledIn(item, rulings, width))
  const areWithin = (line: readonly Item[], gap: number): boolean => line.slice(1).every((item, at) => item.x - (line[at]!.x + line[at]!.width) <= item.height * gap)
  const isAlone = (line: readonly Item[]): boolean => outermost.includes(line as Item[]) && /^[1-9]\d{0,2}$/.test(wordsOf(line)) && areWithin(line, WIDEST_GAP_OF_DIGITS) && !line.some((item) => isInColumn(item, items))
  // Put together, a row with a slash among its numbers would be one too: 3/12.
  const isMark = (line: readonly Item[]): boolean => isAlone(line) || (wordsOf(line).length <= LONGEST_MARK && areWithin(line, WIDEST_GAP) && isPageNumber(wordsOf(line)))
  const lines = [...head, ...foot]
  // A page that is read sideways has its number turned, at a side.
  const turned = items.filter((item) => item.height > item.width && (item.x + item.width < width * SIDE || item.x > width * (1 - SIDE)))
  return new Set([...lines.filter((line) => isMark(line) && !isInTable(line)).flat(), ...[...lines.flat(), ...turned].filter(({ text }) => isPageNumber(text))])
}

const wordsOf = (line: readonly Item[]): string => tight(line.map(({ text }) => text).join(''))
