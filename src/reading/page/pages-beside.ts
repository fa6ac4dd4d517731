import { APPLICANT_IDS } from '@/domain/figure'
import { centre, linesOf, type Item, type PageLayout } from './geometry'
import { APPLICANT_LABELS, COLUMN_LABELS, ITEM_LABELS, KIND_LABELS, KIND_ORDER, REQUEST_LABELS, RESULT_LABELS } from '../meaning/labels'
import { lineOf, type Line } from './rows'
import { beforeEnd, withWholeLines } from './run-on-lines'
import { hasHan, tight } from '../meaning/words'

/** Lines of two pages that are one row stand equally high, but for so much. */
const SAME_LINE = 1.2
/** So many rows of numbers show that a page goes on beside another; and so large a part of them stands on lines of it. */
const LEAST_ROWS = 5
const LEAST_PART = 0.8
/** Longer pieces are no headings of columns. */
const LONGEST_HEADING = 14
/** How far beside the one page the other is set, where no rulings meet, in heights of a letter. */
const APART = 2
/** A piece drawn on both pages, as the edge between them cuts it, stands in the same place. */
const SAME_PLACE = 3

const isRowName = (text: string): boolean => ITEM_LABELS.is(text) !== undefined || (tight(text).length > 3 && REQUEST_LABELS.name(text) !== null)
const isHeading = ({ text }: Item): boolean => COLUMN_LABELS.name(text) !== null || (tight(text).length <= LONGEST_HEADING && !isRowName(text) && !/[。；：:]/.test(text))

interface Lines {
  readonly page: PageLayout
  readonly lines: readonly Line[]
  readonly rows: readonly Line[]
}

function linesOn(page: PageLayout): Lines {
  const lines = linesOf(page.items.filter(({ text }) => tight(text) !== '')).map((line) => lineOf(line, false))
  return { page, lines, rows: lines.filter(({ values }) => values.length > 0) }
}

/** Where the numbers of a line stand, else its words: labels beside numbers may stand a little higher or lower. */
const yOf = ({ items, values }: Line): number => centre(values[0] ?? items[0]!)

/** Whether a page has nothing but numbers, headings of columns and the ends of another's lines: what names its rows stands elsewhere. */
const isNameless = ({ page, lines }: Lines, left: Lines): boolean =>
  lines.length > 0 && lines.every((line) => (line.values.length > 0 ? line.labels.length === 0 : line.items.every((item) => !hasHan(item.text) || isHeading(item))) || beforeEnd(line.items, page, left.page) !== undefined)

const isAt = (y: number, items: readonly Item[]): boolean => items.some((item) => Math.abs(centre(item) - y) <= SAME_LINE)
const isColumnName = ({ text }: Item): boolean => [APPLICANT_LABELS, RESULT_LABELS, COLUMN_LABELS].some((words) => words.is(text) !== undefined)
const isFirst = ({ text }: Item): boolean => APPLICANT_LABELS.is(text) === APPLICANT_IDS[0] || KIND_LABELS.is(text) === KIND_ORDER[0]

/** Whether two pages have parts of the same headings, on the same line, of which the second has the rest. */
function headAlike(left: Lines, right: Lines): boolean {
  const [above, others] = [left, right].map(({ lines }) => lines.filter(({ values }) => values.length === 0).flatMap(({ items }) => items)) as [Item[], Item[]]
  const isOnBoth = (item: Item): boolean => isColumnName(item) && isAt(centre(item), above.filter(isColumnName))
  return !others.some(isFirst) && others.some(isOnBoth)
}

/** How well a page goes on beside another, 0 to 1, by how many of its rows, or of its lines where it has no rows, stand on rows and lines of the other; 0 where it cannot. `isSheet`: it is known that there are such pages. */
function fit(left: Lines, right: Lines, isSheet: boolean): number {
  const [own, others] = right.rows.length > 0 ? [right.rows, left.rows] : [right.lines, left.lines]
  const [onRows, onLines] = [others, left.lines].map((lines) => own.filter((line) => isAt(yOf(line), lines.flatMap(({ items }) => items))).length) as [number, number]
  const isShown = right.rows.length >= LEAST_ROWS || (onRows >= right.rows.length && headAlike(left, right))
  return (isSheet || isShown) && onLines >= Math.max(own.length * LEAST_PART, 1) ? (onRows + onLines) / 2 / Math.max(own.length, others.length) : 0
}

const endOf = ({ items, rulings }: PageLayout, isRuled: boolean): number => Math.max(...(isRuled ? rulings.map(({ x2 }) => x2) : items.map(({ x, width }) => x + width)))
const startOf = ({ items, rulings }: PageLayout, isRuled: boolean): number => Math.min(...(isRuled ? rulings.map(({ x1 }) => x1) : items.map(({ x }) => x)))

/** How far right pages are set beside others: the same for all, as they are of one sheet. */
function offsetOf(pairs: readonly { readonly left: PageLayout; readonly right: PageLayout }[]): number {
  const isRuled = pairs.every(({ left, right }) => left.rulings.length > 0 && right.rulings.length > 0)
  const [ends, starts] = [pairs.map(({ left }) => endOf(left, isRuled)), pairs.map(({ right }) => startOf(right, isRuled))]
  return Math.max(...ends) - Math.min(...starts) + (isRuled ? 0 : APART * Math.max(...pairs.flatMap(({ right }) => right.items.map(({ height }) => height))))
}

/** Two pages as one, the second on the right of the first. */
function together(first: PageLayout, second: PageLayout, by: number): PageLayout {
  const [left, right] = withWholeLines(first, second)
  const isDrawn = (item: Item): boolean => left.items.some((other) => tight(other.text) === tight(item.text) && Math.abs(other.x - item.x) <= SAME_PLACE && Math.abs(centre(other) - centre(item)) <= SAME_LINE)
  const items = right.items.map((item) => ({ ...item, x: item.x + by })).filter((item) => !isDrawn(item))
  return { ...left, items: [...left.items, ...items], rulings: [...left.rulings, ...right.rulings.map((ruling) => ({ ...ruling, x1: ruling.x1 + by, x2: ruling.x2 + by }))] }
}

/** A page with those that go on beside it, from left to right. */
interface Wide extends Lines {
  readonly beside: PageLayout[]
}

/** Pages with those that go on beside them. */
function wideOf(pages: readonly Lines[], isSheet: boolean): Wide[] {
  const wide: Wide[] = []
  for (const page of pages) {
    // Of pages that fit alike, the last: whichever way the sheet's pages follow each other, that is the one before.
    const [best] = wide.map((left) => ({ left, fits: isNameless(page, left) ? fit(left, page, isSheet) : 0 })).filter(({ fits }) => fits > 0).reverse().sort((a, b) => b.fits - a.fits)
    if (best) best.left.beside.push(page.page)
    else wide.push({ ...page, beside: [] })
  }
  return wide
}

/** Pages of a sheet that is wider than they are: those that go on beside another, with the columns that it has no room for, stand beside it. Their places are that page's, which names their rows. */
export function withPagesBeside(pages: readonly PageLayout[]): PageLayout[] {
  const lines = pages.map(linesOn)
  // Where one page shows that there is such a sheet, others may go on beside another with few rows, or with headings only.
  if (wideOf(lines, false).length === pages.length) return [...pages]
  const wide = wideOf(lines, true)
  const whole = wide.map(({ page }) => page)
  for (let at = 0; wide.some(({ beside }) => beside.length > at); at += 1) {
    const pairs = wide.flatMap(({ beside }, index) => (beside[at] ? [{ index, left: whole[index]!, right: beside[at]! }] : []))
    const by = offsetOf(pairs)
    for (const { index, left, right } of pairs) whole[index] = together(left, right, by)
  }
  return whole
}
