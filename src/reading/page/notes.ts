import { centre, isNumber, type Item } from './geometry'
import { UNIT } from '../meaning/units'
import { tight } from '../meaning/words'

/** A number whose note in brackets goes on below. */
const OPEN = new RegExp(`^[+-]?\\d[\\d,.]*${UNIT}?[（(][^）)]*$`)
const BARE = new RegExp(`^[+-]?\\d[\\d,.]*${UNIT}?$`)
const BEGINS = /^[（(](?![一二三四五六七八九十\d]+[）)])/
const CLOSES = /[）)]$/
/** Notes are broken over no more lines. */
const MOST_LINES = 8

const areStacked = (above: Item, below: Item): boolean =>
  Math.min(above.x + above.width, below.x + below.width) - Math.max(above.x, below.x) >= Math.min(above.width, below.width) * 0.5 && below.y > above.y && below.y - (above.y + above.height) <= above.height

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

/** Numbers with the notes in brackets that are broken over several lines below them, each as one item on the line of the numbers beside it. */
export function withNotes(items: readonly Item[]): readonly Item[] {
  const numbers = items.filter(({ text }) => isNumber(text))
  const taken = new Set<Item>()
  const whole = items.flatMap((first) => {
    const text = tight(first.text)
    const found = OPEN.test(text) || BARE.test(text) ? pieces(first, items) : null
    if (!found) return []
    const last = found.at(-1)!
    const ys = [(centre(first) + centre(last)) / 2, centre(first), centre(last)]
    const beside = (y: number): number => numbers.filter((item) => !found.includes(item) && Math.abs(centre(item) - y) <= first.height * 0.5).length
    const y = ys.reduce((best, each) => (beside(each) > beside(best) ? each : best))
    for (const item of found) taken.add(item)
    const [left, right] = [Math.min(...found.map((item) => item.x)), Math.max(...found.map((item) => item.x + item.width))]
    return [{ text: found.map((item) => item.text.trim()).join(''), x: left, y: y - first.height / 2, width: right - left, height: first.height }]
  })
  return whole.length === 0 ? items : [...items.filter((item) => !taken.has(item)), ...whole]
}
