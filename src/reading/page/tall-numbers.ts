import { wholeNumber } from './broken-numbers'
import { centre, isNumber, linesOf, type Item } from './geometry'
import { isUnit } from '../meaning/units'
import { hasHan, tight } from '../meaning/words'

/** A mark that no number applies, or a part of one. */
const DASHES = /^[-\u2010-\u2015\u2212]+$/
/** So many numbers are a row. */
const LEAST_NUMBERS = 2
// In heights of a letter: how far from the line of its row a part stands that can be of no other row, and how far at most, and how much nearer one may stand than the other.
const OWN = 0.95
const FAR = 1.3
const OFF_MIDDLE = 0.3
/** So many lines may stand so near: of labels beside it. */
const MOST_LINES = 4
/** How much of the narrower part stands over the other. */
const LEAST_OVER = 0.5

const overlap = (a: Item, b: Item): number => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)

/** What two pieces say together: a number, its unit too, or a mark; null where they are none. */
function together(above: Item, below: Item, items: readonly Item[]): string | null {
  const [first, last] = [tight(above.text), tight(below.text)]
  if (!DASHES.test(first) || !DASHES.test(last)) return wholeNumber([first, last])
  return items.some(({ text }) => tight(text) === first + last) ? first + last : null
}

interface Part {
  readonly item: Item
  readonly line: readonly Item[]
}

/** Whether a part that stands no nearer than a row of its own would is none: units are none, nor are marks of which others have two, and digits beside no name. */
const isNoRow = (above: Part, below: Part): boolean => isUnit(tight(below.item.text)) || DASHES.test(tight(below.item.text)) || ![...above.line, ...below.line].some(({ text }) => hasHan(text))

/** Numbers and marks of which one part stands above the line of their row and the other below it, each as one item on that line. */
export function withTallNumbers(items: readonly Item[]): readonly Item[] {
  const lines = linesOf(items)
  const taken = new Set<Item>()
  const whole: Item[] = []
  const pairsAround = (row: readonly Item[], at: number): void => {
    const y = row.reduce((sum, item) => sum + centre(item), 0) / row.length
    const near = (line: readonly Item[]): Part[] => line.filter((item) => !taken.has(item) && Math.abs(centre(item) - y) <= item.height * FAR && !row.some((other) => overlap(item, other) > 0)).map((item) => ({ item, line }))
    const [above, below] = [lines.slice(Math.max(at - MOST_LINES, 0), at).reverse(), lines.slice(at + 1, at + 1 + MOST_LINES)].map((side) => side.flatMap(near)) as [Part[], Part[]]
    for (const first of above) {
      const last = below.find(({ item }) => overlap(item, first.item) >= Math.min(item.width, first.item.width) * LEAST_OVER)
      const [up, down] = last ? [y - centre(first.item), centre(last.item) - y] : [0, 0]
      const { height } = first.item
      if (!last || Math.abs(up - down) > height * OFF_MIDDLE || (up > height * OWN && !isNoRow(first, last))) continue
      const text = together(first.item, last.item, items)
      if (text === null) continue
      const left = Math.min(first.item.x, last.item.x)
      whole.push({ text, x: left, y: y - height / 2, width: Math.max(first.item.x + first.item.width, last.item.x + last.item.width) - left, height })
      taken.add(first.item).add(last.item)
    }
  }
  lines.forEach((line, at) => {
    if (line.filter(({ text }) => isNumber(text)).length >= LEAST_NUMBERS) pairsAround(line, at)
  })
  return whole.length === 0 ? items : [...items.filter((item) => !taken.has(item)), ...whole]
}
