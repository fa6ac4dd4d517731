import { centre, isNumber, type Item } from './geometry'
import { UNIT } from '../meaning/units'
import { tight } from '../meaning/words'

/** A number whose note in brackets goes on below. */
const OPEN = new RegExp(`^[+-]?\\d[\\d,.]*${UNIT}?[（(][^）)]*$`)
const BARE = new RegExp(`^[+-]?\\d[\\d,.]*${UNIT}?$`)
/** The beginning of a number that is broken over lines. */
const DIGITS = /^[+-]?\d[\d,]*$/
const NOTE = /[（(].*$/
const BEGINS = /^[（(](?![一二三四五六七八九十\d]+[）)])/
const CLOSES = /[）)]$/
/** Notes are broken over no more lines. */
const MOST_LINES = 8

/** The gap between two lines of one cell, in heights of a letter. */
const APART = 1.5
/** Lines of one cell, which may be set in several fonts, differ no more from each other by their distance, in the same measure. */
const EVEN = 0.4

const areStacked = (above: Item, below: Item): boolean =>
  Math.min(above.x + above.width, below.x + below.width) - Math.max(above.x, below.x) >= Math.min(above.width, below.width) * 0.5 && below.y > above.y && below.y - (above.y + above.height) <= above.height * APART

/** The pieces of a number and its note, from above; null where the note does not end below. */
function pieces(first: Item, items: readonly Item[]): Item[] | null {
  const found = [first]
  while (found.length <= MOST_LINES) {
    const last = found.at(-1)!
    const next = items.filter((item) => item !== last && areStacked(last, item)).sort((a, b) => a.y - b.y)[0]
    if (!next || (found.length === 1 && BARE.test(tight(first.text)) && !BEGINS.test(tight(next.text)))) return null
    found.push(next)
    if (CLOSES.test(tight(next.text))) return found
  }
  return null
}

/** How many numbers stand on a line. */
const numbersAt = (y: number, height: number, numbers: readonly Item[]): number => numbers.filter((item) => Math.abs(centre(item) - y) <= height * 0.5).length

/** The pieces with those above them that begin their number, on lines of their own and as far apart as its note's: each once more with one more of them. */
function withBeginnings(found: readonly Item[], items: readonly Item[], numbers: readonly Item[]): (readonly Item[])[] {
  const [first, next] = found as [Item, Item]
  const step = centre(next) - centre(first)
  const above = items.find((item) => DIGITS.test(tight(item.text)) && areStacked(item, first) && Math.abs(centre(first) - centre(item) - step) <= first.height * EVEN && numbersAt(centre(item), item.height, numbers) === 1)
  return above && DIGITS.test(tight(first.text.replace(NOTE, ''))) ? [found, ...withBeginnings([above, ...found], items, numbers)] : [found]
}

/** Numbers with the notes in brackets that are broken over several lines below them, each as one item on the line of the numbers beside it. */
export function withNotes(items: readonly Item[]): readonly Item[] {
  const numbers = items.filter(({ text }) => isNumber(text))
  const taken = new Set<Item>()
  const whole = items.flatMap((first) => {
    const text = tight(first.text)
    const noted = OPEN.test(text) || BARE.test(text) ? pieces(first, items) : null
    if (!noted) return []
    const ways = withBeginnings(noted, items, numbers).flatMap((found) => {
      const [top, bottom] = [centre(found[0]!), centre(found.at(-1)!)]
      const others = numbers.filter((item) => !found.includes(item))
      return [(top + bottom) / 2, top, bottom].map((y) => ({ found, y, beside: numbersAt(y, first.height, others) }))
    })
    const { found, y } = ways.reduce((best, each) => (each.beside > best.beside ? each : best))
    for (const item of found) taken.add(item)
    const [left, right] = [Math.min(...found.map((item) => item.x)), Math.max(...found.map((item) => item.x + item.width))]
    return [{ text: found.map((item) => item.text.trim()).join(''), x: left, y: y - first.height / 2, width: right - left, height: first.height }]
  })
  return whole.length === 0 ? items : [...items.filter((item) => !taken.has(item)), ...whole]
}
