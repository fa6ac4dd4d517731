import type { Item, Ruling } from './geometry'
import { isUnseen, type Glyph } from './glyphs'
import { isDigit, spacingAt, TOUCHING, type Spacing } from './spacing'
import { UNIT } from '../meaning/units'
import { hasHan, seenText, SOFT_HYPHEN, tight } from '../meaning/words'

type Direction = 'right' | 'up' | 'down'

/** Which way a text runs; null for one that leans, as marks across a page do. */
function directionOf({ x, y, endX, endY }: Glyph): Direction | null {
  const [along, down] = [endX - x, endY - y]
  if (Math.abs(down) <= Math.abs(along) * 0.03) return along >= 0 ? 'right' : null
  if (Math.abs(along) <= Math.abs(down) * 0.03) return down > 0 ? 'down' : 'up'
  return null
}

interface Run {
  readonly direction: Direction
  readonly glyphs: Glyph[]
}

/** Whether a character can be one of a number that goes on: a digit, or one that is not shown, which may stand between two. */
const isInNumber = (glyph: Glyph): boolean => isDigit(glyph) || isUnseen(glyph.text)

/** Gaps up to this part of the letters' height leave two characters in one piece. Two digits further apart are two numbers, unless the page sets them so. */
const widestGap = (a: Glyph, b: Glyph, spacing: Spacing): number => (isInNumber(a) && isInNumber(b) ? Math.max(TOUCHING, spacingAt(spacing, a)) : 0.35) * Math.max(a.size, b.size)

/** Whether a character stands where the one before it ends. */
function follows(last: Glyph, next: Glyph, direction: Direction, spacing: Spacing): boolean {
  if (Math.abs(next.size - last.size) > last.size * 0.2) return false
  const [gap, off] = direction === 'right' ? [next.x - last.endX, next.y - last.endY] : direction === 'down' ? [next.y - last.endY, next.x - last.endX] : [last.endY - next.y, next.x - last.endX]
  return Math.abs(off) <= last.size * 0.2 && gap >= -0.3 * last.size && gap <= widestGap(last, next, spacing)
}

/** What a name ends with. */
const END_OF_NAME = /[\p{Script=Han}”’"）)》】]$/u

/** Whether a ruling parts a number from the letter before it: a name that fills its cell touches what stands in the next. */
const isParted = (last: Glyph, next: Glyph, rulings: readonly Ruling[]): boolean =>
  isDigit(next) &&
  END_OF_NAME.test(last.text) &&
  rulings.some(({ x1, x2, y1, y2 }) => Math.abs(x2 - x1) < 1 && x1 > last.x + last.width / 2 && x1 < next.x + next.width / 2 && Math.min(y1, y2) < next.y - next.size * 0.35 && Math.max(y1, y2) > next.y - next.size * 0.35)

/** A gap that is so much wider than the one between two letters before it, in heights of a letter, may be one between two cells. */
const WIDER = 0.04

const gapOf = (last: Glyph, next: Glyph): number => next.x - (last.x + last.width)

/** What a number is written with. */
const IN_NUMBER = /^[\d０-９.,．，]+$/
/** A number that begins so far, in heights of a digit, before the one before it ends stands in a cell of its own. */
const OVER = 0.1

/** From where on a ruling ends the cell of what stands before a character: behind it; of a number that has more digits than its cell has room for, from its first digit on. */
function edgeFrom(glyphs: readonly Glyph[], next: Glyph): number {
  const last = glyphs.at(-1)!
  if (!isDigit(last) || !isDigit(next)) return last.x + last.width - 0.3
  const first = glyphs[glyphs.findLastIndex(({ text }) => !IN_NUMBER.test(text)) + 1]!
  return first.x + first.width / 2
}

/** Whether a ruling parts a text from what is drawn next: it stands in the gap between them, as both fill their cells, or the text is a number that runs over it. One that runs over its cell's edge goes on without a gap, or as it is spaced. */
function isBetweenCells(glyphs: readonly Glyph[], next: Glyph, rulings: readonly Ruling[]): boolean {
  const [before, last] = [glyphs.at(-2), glyphs.at(-1)!]
  const isSpaced = before !== undefined && hasHan(before.text) === hasHan(last.text)
  const usual = Math.max(isSpaced ? gapOf(before, last) : 0, last.endX - last.x - last.width, 0)
  const gap = gapOf(last, next)
  if (gap < usual + next.size * WIDER && !(isDigit(last) && isDigit(next) && gap <= -next.size * OVER)) return false
  const [from, y] = [edgeFrom(glyphs, next), next.y - next.size * 0.35]
  return rulings.some(({ x1, x2, y1, y2 }) => x2 - x1 < 1 && x1 >= from && x2 <= next.x + 0.3 && y1 < y && y2 > y)
}

/** A number with its unit, or with a note in brackets: digits behind it are those of another. */
const WHOLE_NUMBER = new RegExp(`^[+-]?[\\d,.]+(?:${UNIT}|${UNIT}?[（(][^（()）]*[）)])$`)

const textOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('')

/** A bracket that the text so far has not closed. */
const OPEN_NOTE = /[（(][^）)]*$/

/** Whether a ruling parts a text that runs to the right from what is drawn next. A note that runs over its cell's edge stays whole. */
const isPartedAt = ({ direction, glyphs }: Run, next: Glyph, rulings: readonly Ruling[]): boolean =>
  direction === 'right' && (isParted(glyphs.at(-1)!, next, rulings) || isBetweenCells(glyphs, next, rulings)) && !OPEN_NOTE.test(textOf(glyphs))

/** Whether a text ends with what is drawn so far. */
const endsAt = (run: Run, next: Glyph, rulings: readonly Ruling[]): boolean => isPartedAt(run, next, rulings) || (isDigit(next) && WHOLE_NUMBER.test(tight(textOf(run.glyphs))))

/** Characters that are drawn again where they stand already (to make them bold, or under a picture of the page) once. */
function once(glyphs: readonly Glyph[]): Glyph[] {
  const drawn = new Map<string, Glyph[]>()
  return glyphs.filter((glyph) => {
    const same = drawn.get(glyph.text)
    if (!same) return drawn.set(glyph.text, [glyph]) !== undefined
    const near = Math.max(glyph.width * 0.3, 0.3)
    const again = same.some((other) => Math.abs(other.x - glyph.x) <= near && Math.abs(other.y - glyph.y) <= near && Math.abs(other.size - glyph.size) <= glyph.size * 0.2)
    if (!again) same.push(glyph)
    return !again
  })
}

/** Text that nobody sees beside text that is seen, of a page that was recognised though it had text, says nothing new. */
function seen(glyphs: readonly Glyph[]): readonly Glyph[] {
  const visible = glyphs.filter(({ hidden }) => !hidden)
  return visible.length * 3 > glyphs.length ? visible : glyphs
}

/** The characters of a page that are read, each once. */
export const readable = (glyphs: readonly Glyph[]): Glyph[] => once(seen(glyphs))

/** The pieces of text that a page's characters make up: each runs on without a gap, in the order it is drawn. */
export function itemsOf(drawn: readonly Glyph[], spacing: Spacing, rulings: readonly Ruling[] = []): Item[] {
  const runs: Run[] = []
  for (const glyph of drawn) {
    const direction = directionOf(glyph)
    if (!direction) continue
    const open = runs.at(-1)
    if (open && open.direction === direction && follows(open.glyphs.at(-1)!, glyph, direction, spacing) && !endsAt(open, glyph, rulings)) open.glyphs.push(glyph)
    else runs.push({ direction, glyphs: [glyph] })
  }
  const hyphens = areHyphens(runs)
  return runs.map((run) => boxOf(run, hyphens))
}

/** A hyphen is no wider, in heights of a letter. */
const WIDEST_HYPHEN = 0.6

/** Whether the soft hyphens of a page are its hyphens, which some fonts name so: narrow, before digits or alone, and none inside a number or a word. */
function areHyphens(runs: readonly Run[]): boolean {
  const isSoft = ({ text }: Glyph): boolean => text === SOFT_HYPHEN
  return runs.filter(({ glyphs }) => glyphs.some(isSoft)).every(({ glyphs: [first, ...rest] }) => isSoft(first!) && first!.width <= first!.size * WIDEST_HYPHEN && (rest.every(isSoft) || (isDigit(rest[0]!) && !rest.some(isSoft))))
}

function boxOf({ direction, glyphs }: Run, hyphens: boolean): Item {
  const [first, last] = [glyphs[0]!, glyphs.at(-1)!]
  const drawn = glyphs.map((glyph) => glyph.text).join('')
  const text = seenText(hyphens ? drawn.replaceAll(SOFT_HYPHEN, '-') : drawn)
  const { x, y, size } = first
  if (direction === 'right') return { text, x, y: y - size * 0.85, width: last.x + last.width - x, height: size }
  const length = Math.max(Math.abs(last.y - y) + last.width, size)
  return direction === 'down' ? { text, x: x - size * 0.15, y, width: size, height: length } : { text, x: x - size * 0.85, y: y - length, width: size, height: length }
}
