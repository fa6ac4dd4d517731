import { centre, linesOf, middle, type Item } from './geometry'
import { formHeadings, isOnlyTogether, stacked } from './headings'
import { lineOf, type Line } from './rows'

/** Lines above and below the end of a page. */
export interface Joint {
  readonly above: readonly Line[]
  readonly below: readonly Line[]
}

/** How much of the narrower part of a heading stands over the other. */
const LEAST_OVER = 0.6

const isOver = (a: Item, b: Item): boolean => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) >= Math.min(a.width, b.width) * LEAST_OVER
const isIn = (item: Item, { x, y, width, height }: Item): boolean => middle(item) >= x && middle(item) <= x + width && centre(item) >= y && centre(item) <= y + height
const itemsOf = (lines: readonly Line[]): Item[] => lines.flatMap(({ items }) => items)
const linesWith = (items: readonly Item[]): Line[] => linesOf(items).map((line) => lineOf(line, false))

/** A heading's two parts, above and below the end of a page, and the whole in the place of the second. */
interface Cut {
  readonly upper: Item
  readonly lower: Item
  readonly whole: Item
}

function cutsOf(above: readonly Line[], below: readonly Line[], height: number): Cut[] {
  const lowers = stacked(itemsOf(below), height)
  return stacked(itemsOf(above), height).flatMap((upper): Cut[] => {
    // Some programs set a hyphen where they break a word.
    const text = upper.text.trim().replace(/-$/, '')
    const lower = lowers.find((each) => isOver(upper, each) && isOnlyTogether(text, `${text}${each.text.trim()}`))
    return lower ? [{ upper, lower, whole: { ...lower, text: `${text}${lower.text.trim()}` } }] : []
  })
}

/** The headings of columns at the end of a page that belong to the rows on the next, with those whole that the end cuts, below it. Null where there are none. */
export function withWholeHeadings({ above, below }: Joint, height: number): Joint | null {
  const last = above.findLastIndex(({ values }) => values.length > 0) + 1
  const first = below.findIndex(({ values }) => values.length > 0)
  const [upper, lower] = [above.slice(last), below.slice(0, first < 0 ? below.length : first)]
  const cuts = cutsOf(upper, lower, height)
  const isCut = (item: Item, side: 'upper' | 'lower'): boolean => cuts.some((cut) => isIn(item, cut[side]))
  const rest = itemsOf(upper).filter((item) => !isCut(item, 'upper'))
  const whole = [...itemsOf(lower).filter((item) => !isCut(item, 'lower')), ...cuts.map((cut) => cut.whole)]
  const headings = formHeadings([linesOf([...rest, ...whole])], height)
  const areOfBoth = headings.some(({ items }) => [...items].some((item) => rest.includes(item) || cuts.some((cut) => cut.whole === item)))
  return areOfBoth ? { above: [...above.slice(0, last), ...linesWith(rest)], below: [...linesWith(whole), ...below.slice(first < 0 ? below.length : first)] } : null
}
