import { centre, isNumber, type Item } from './geometry'
import { isHeading } from '../meaning/labels'
import { UNIT } from '../meaning/units'
import { hasHan, tight } from '../meaning/words'

/** A number whose note in brackets goes on below. */
const OPEN = new RegExp(`^[+-]?\\d[\\d,.]*${UNIT}?[（(][^）)]*$`)
const BARE = new RegExp(`^[+-]?\\d[\\d,.]*${UNIT}?$`)
/** The beginning of a number that is broken over lines. */
const DIGITS = /^[+-]?\d[\d,]*$/
const NOTE = /[（(].*$/
const BEGINS = /^[（(](?![一二三四五六七八九十\d]+[）)])/
const CLOSES = /[）)]$/
/** A note that no brackets hold. */
const IN_WORDS = /^(?:备?注[:：]|其中|均?含|包括|包含)/
/** Notes are broken over no more lines. */
const MOST_LINES = 8

/** The next line of a note without brackets stands no further below, in heights of a letter. */
const NEXT_LINE = 1.8
/** The gap between two lines of one cell, in heights of a letter. */
const APART = 1.5
/** Lines of one cell, which may be set in several fonts, differ no more from each other by their distance, in the same measure. */
const EVEN = 0.4

const areStacked = (above: Item, below: Item): boolean =>
  Math.min(above.x + above.width, below.x + below.width) - Math.max(above.x, below.x) >= Math.min(above.width, below.width) * 0.5 && below.y > above.y && below.y - (above.y + above.height) <= above.height * APART

/** What stands right below a piece. */
const below = (last: Item, items: readonly Item[]): Item | undefined => items.filter((item) => item !== last && areStacked(last, item)).sort((a, b) => a.y - b.y)[0]

/** The pieces of a number and its note, from above; null where the note does not end below. */
function pieces(first: Item, items: readonly Item[]): Item[] | null {
  const found = [first]
  while (found.length <= MOST_LINES) {
    const next = below(found.at(-1)!, items)
    if (!next || (found.length === 1 && BARE.test(tight(first.text)) && !BEGINS.test(tight(next.text)))) return null
    found.push(next)
    if (CLOSES.test(tight(next.text))) return found
  }
  return null
}

/** Whether a line reaches under something else than a number on its line: it is the note of more than that number's cell. */
const isUnderOthers = (note: Item, number: Item, items: readonly Item[]): boolean =>
  items.some((item) => item !== number && Math.abs(centre(item) - centre(number)) <= number.height * 0.5 && item.x < note.x + note.width && note.x < item.x + item.width)

/** The pieces of a number and a note without brackets, as far as its lines are words that name no row and head no column, and follow each other evenly; null where there is none. */
function piecesInWords(first: Item, items: readonly Item[]): Item[] | null {
  const note: Item[] = []
  for (let next = below(first, items); next && note.length < MOST_LINES; next = below(next, items)) {
    const [before, last] = [note.at(-2), note.at(-1)]
    const isEven = !before || !last || Math.abs(centre(next) - centre(last) - (centre(last) - centre(before))) <= next.height * EVEN
    if (isNumber(next.text) || isHeading(next.text) || !hasHan(next.text) || isUnderOthers(next, first, items) || (last ? centre(next) - centre(last) > next.height * NEXT_LINE || !isEven : !IN_WORDS.test(tight(next.text)))) break
    note.push(next)
  }
  return BARE.test(tight(first.text)) && note.length > 0 ? [first, ...note] : null
}

/** How many pieces stand on a line. */
const numbersAt = (y: number, height: number, numbers: readonly Item[]): number => numbers.filter((item) => Math.abs(centre(item) - y) <= height * 0.5).length

/** The pieces with those above them that begin their number, on lines of their own and as far apart as its note's: each once more with one more of them. */
function withBeginnings(found: readonly Item[], items: readonly Item[], numbers: readonly Item[]): (readonly Item[])[] {
  const [first, next] = found as [Item, Item]
  const step = centre(next) - centre(first)
  const above = items.find((item) => DIGITS.test(tight(item.text)) && areStacked(item, first) && Math.abs(centre(first) - centre(item) - step) <= first.height * EVEN && numbersAt(centre(item), item.height, numbers) === 1)
  return above && DIGITS.test(tight(first.text.replace(NOTE, ''))) ? [found, ...withBeginnings([above, ...found], items, numbers)] : [found]
}

/** The ways to take a number with its note: each once on the line of its middle, of its top and of its end. */
interface Way {
  readonly found: readonly Item[]
  readonly y: number
}

const waysOf = (noted: readonly Item[], items: readonly Item[], numbers: readonly Item[]): Way[] =>
  withBeginnings(noted, items, numbers).flatMap((found) => {
    const [top, bottom] = [centre(found[0]!), centre(found.at(-1)!)]
    return [(top + bottom) / 2, top, bottom].map((y) => ({ found, y }))
  })

/** A number's text with its note's; one without brackets stands on a line of its own. */
const textOf = ([first, ...note]: readonly Item[]): string => [first!.text.trim(), ...(note.length > 0 && IN_WORDS.test(tight(note[0]!.text)) ? [' '] : []), ...note.map(({ text }) => text.trim())].join('')

/** Numbers with the notes that are broken over several lines below them, each as one item on the line of the numbers beside it that have none, else of a name beside it. */
export function withNotes(items: readonly Item[]): readonly Item[] {
  const numbers = items.filter(({ text }) => isNumber(text))
  const noted = items.flatMap((first) => {
    const text = tight(first.text)
    const found = OPEN.test(text) || BARE.test(text) ? (pieces(first, items) ?? piecesInWords(first, items)) : null
    return found ? [{ first, ways: waysOf(found, items, numbers) }] : []
  })
  if (noted.length === 0) return items
  const notes = new Set(noted.flatMap(({ ways }) => ways.flatMap(({ found }) => found)))
  const taken = new Set<Item>()
  const [free, names] = [numbers.filter((item) => !notes.has(item)), items.filter((item) => !notes.has(item) && hasHan(item.text))]
  const whole = noted.map(({ first, ways }) => {
    const beside = ({ y }: Way): number => numbersAt(y, first.height, free) * items.length + numbersAt(y, first.height, names)
    const { found, y } = ways.reduce((best, each) => (beside(each) > beside(best) ? each : best))
    for (const item of found) taken.add(item)
    const [left, right] = [Math.min(...found.map((item) => item.x)), Math.max(...found.map((item) => item.x + item.width))]
    return { text: textOf(found), x: left, y: y - first.height / 2, width: right - left, height: first.height }
  })
  return [...items.filter((item) => !taken.has(item)), ...whole]
}
