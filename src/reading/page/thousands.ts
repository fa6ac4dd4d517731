import { centre, isNumber, linesOf, type Item, type Ruling } from './geometry'
import { tight } from '../meaning/words'

/** The first group of a number with spaces between its thousands, and another, behind which its unit or note may stand. */
const FIRST = /^[+-]?[1-9]\d{0,2}$/
const GROUP = /^\d{3}(?!\d)/
/** A number of four digits and more without such a space, which is no year. */
const UNSPACED = /^[+-]?(?!(?:19|20)\d\d$)[1-9]\d{3,}/
/** A space is so wide, in heights of a letter, and as wide as the others. */
const NARROWEST = 0.12
const WIDEST = 0.6
const EVEN = 0.06

const rightOf = ({ x, width }: Item): number => x + width
const gapOf = (a: Item, b: Item): number => (b.x - rightOf(a)) / a.height
const isParted = (a: Item, b: Item, rulings: readonly Ruling[]): boolean =>
  rulings.some(({ x1, x2, y1, y2 }) => x2 - x1 < 1 && x1 >= rightOf(a) && x1 <= b.x && y1 <= centre(b) && y2 >= centre(b))

/**
 * Pieces with numbers put together between whose thousands there are spaces: where all that stand as near as a space lets them are such groups, all spaces are as wide,
 * and no number has its thousands without one.
 */
export function withThousands(items: readonly Item[], rulings: readonly Ruling[]): readonly Item[] {
  const pairs = linesOf(items.filter(({ text }) => /^[+-]?\d/.test(tight(text)))).flatMap((line) => line.slice(1).map((next, at) => ({ last: line[at]!, next, gap: gapOf(line[at]!, next) })))
  const near = pairs.filter(({ last, next, gap }) => gap >= NARROWEST && gap <= WIDEST && !isParted(last, next, rulings))
  if (near.length === 0 || items.some(({ text }) => UNSPACED.test(tight(text)) && isNumber(text))) return items
  const gaps = near.map(({ gap }) => gap)
  const begins = new Set(near.map(({ next }) => next))
  const areGroups = near.every(({ last, next }) => GROUP.test(tight(next.text)) && (begins.has(last) ? /^\d{3}$/ : FIRST).test(tight(last.text)))
  if (!areGroups || Math.max(...gaps) - Math.min(...gaps) > EVEN) return items
  const nextOf = new Map(near.map(({ last, next }) => [last, next]))
  const whole = (item: Item): Item => {
    const next = nextOf.get(item)
    const rest = next && whole(next)
    return rest ? { ...item, text: `${item.text.trim()}${rest.text.trim()}`, width: rightOf(rest) - item.x } : item
  }
  return items.filter((item) => !begins.has(item)).map(whole)
}
