import { cellOf, isValue } from '../meaning/values'
import type { Item } from '../page/geometry'
import { isUnit, UNIT } from '../meaning/units'
import { tight } from '../meaning/words'
import type { TotalAt } from './column-order'

/** A number whose thousands or note go on below. */
const BEGUN = new RegExp(`^[+-]?\\d[\\d,.]*(?:,\\d{0,2}|${UNIT}?\\([^)]*)$`)
/** A note in brackets whose end is still to come. */
export const OPEN_NOTE = /[（(][^）)]*$/
/** A note that begins on a line below its number, and no numeral of a label. */
const NOTE_START = /^[（(](?![一二三四五六七八九十\d])[^，。；]{0,12}$/
/** A number with a note. */
const NOTED = /^\d+件?[（(]/
/** The words of a note on one line stand no further apart. */
const NOTE_APART = 2
/** The end of a number that had no room on its line: digits, its unit, or both. */
const NUMBER_END = new RegExp(`^[\\d,，]*(?:\\.\\d+)?${UNIT}?$`)
/** The same with a note behind it. */
const NOTED_END = new RegExp(`^\\d[\\d,]*${UNIT}?[（(][^（()）]*[）)]$`)
const NUMBER_START = /^[+-]?(?:[1-9][\d,，]*|0(?=\.))(?:\.\d*)?$/
/** What no number looks like, but two below each other may: two points, thousands of other than three digits. */
const OF_TWO = /\..*\.|\d{4,}[,，]|[,，]\d{1,2}[,，]|[,，]\d{4,}/
/** Thousands that had no room on the line of the number they end, with the comma before them; their own last digits may go on below. */
const THOUSANDS = /^(?:[,，]\d{3})*[,，]\d{1,3}$/

/** A mark that none applies, which a narrow cell breaks. */
const DASH = /^[-—－]+$/

type Span = Pick<Item, 'x' | 'width'>
export const overlaps = (a: Span, b: Span): boolean => Math.min(a.x + a.width, b.x + b.width) > Math.max(a.x, b.x)

/** The end of a number stands no further from it than this. */
const END_APART = 3
/** A comma, which is as wide as two digits where it is a full one, moves its thousands so far from the number that they end. */
const COMMA_APART = 1
const apart = (a: Span, b: Span): number => Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width)

/** The index of the word from which only values stand in a line, and units and notes of the numbers above. */
export function valuesFrom(words: readonly Item[], above: readonly Item[] = []): number {
  const isNumberAbove = (each: Item): boolean => NUMBER_START.test(tight(each.text))
  const goesOn = (each: Item, word: Item): boolean => (overlaps(each, word) && (OPEN_NOTE.test(each.text) || (NOTE_START.test(word.text) && isNumberAbove(each)))) || (THOUSANDS.test(tight(word.text)) && isNumberAbove(each) && apart(each, word) <= COMMA_APART)
  const isEnd = (word: Item): boolean => above.some((each) => (isUnit(word.text) ? apart(each, word) <= END_APART : goesOn(each, word)))
  let from = words.length
  while (from > 0 && (isValue(words[from - 1]!.text) || BEGUN.test(words[from - 1]!.text.normalize('NFKC')) || isEnd(words[from - 1]!))) from -= 1
  return from
}

/** A cell of a row: its words, from above. */
export interface LaidCell {
  readonly x: number
  readonly width: number
  /** The line of its last word. */
  readonly y: number
  readonly parts: readonly string[]
  /** Its number does not go on below: a longer one had room next to it. */
  readonly whole?: boolean
}

/** Words as cells of a row, each its own. */
export const asCells = (words: readonly Item[]): LaidCell[] => words.map(({ x, width, y, text }) => ({ x, width, y, parts: [text] }))

const written = ({ parts }: LaidCell): string => parts.join('')

const widened = (cell: LaidCell, { x, width, y, text }: Item): LaidCell => ({ ...cell, x: Math.min(cell.x, x), width: Math.max(cell.x + cell.width, x + width) - Math.min(cell.x, x), y, parts: [...cell.parts, text] })

const isNumber = (cell: LaidCell): boolean => cell.whole !== true && NUMBER_START.test(tight(written(cell)))

/** The number nearest to a word that may be its end. */
const nearestNumber = (cells: readonly LaidCell[], word: Item): LaidCell | undefined => [...cells].filter((cell) => cell.y < word.y && isNumber(cell) && apart(cell, word) <= END_APART).sort((a, b) => apart(a, word) - apart(b, word))[0]

const DIGITS = /^\d+$/
const DECIMAL = /^\d+\.\d+$/

/** Whether the pieces of a number broken over lines fit its cell: where they are digits there is room for as many on each line but the last, and where a decimal ends them for as many as that has. */
function fit(pieces: readonly string[]): boolean {
  if (DIGITS.test(tight(pieces[0]!)) && DECIMAL.test(tight(pieces.at(-1)!)) && tight(pieces.at(-1)!).length > tight(pieces[0]!).length) return false
  const lengths = pieces.map((piece) => (DIGITS.test(tight(piece)) ? tight(piece).length : NaN))
  return lengths.some(Number.isNaN) || (lengths.slice(0, -1).every((length) => length === lengths[0]) && lengths.at(-1)! <= lengths[0]!)
}

/** The cell that a word goes on with: an open note, a number that had no more room; undefined for a cell of its own, null where it stands over another's. */
function continued(cells: readonly LaidCell[], word: Item, width: number): LaidCell | null | undefined {
  const before = cells.at(-1)
  if (before && before.y === word.y && apart(before, word) <= NOTE_APART && OPEN_NOTE.test(written(before)) && !NOTED.test(word.text) && !isValue(word.text)) return before
  const under = cells.find((cell) => overlaps(cell, word)) ?? (THOUSANDS.test(tight(word.text)) ? cells.find((cell) => cell.y < word.y && isNumber(cell) && apart(cell, word) <= COMMA_APART) : undefined)
  const isEnd = NUMBER_END.test(tight(word.text)) || NOTED_END.test(tight(word.text))
  if (under && DASH.test(tight(word.text)) && DASH.test(tight(written(under)))) return under
  if (!under) return cells.length < width ? undefined : ((isEnd ? nearestNumber(cells, word) : undefined) ?? null)
  return OPEN_NOTE.test(written(under)) || ((isEnd || NOTE_START.test(word.text)) && isNumber(under) && (word.y === under.y || fit([...under.parts, word.text])) && !OF_TWO.test(tight(`${written(under)}${word.text}`))) ? under : null
}

/** The words among the numbers of one row, line by line, as its cells from left to right, units that stand alone left out; null where they cannot be those of a row so wide. `whole`: words that do not go on below. */
export function cellsIn(lines: readonly (readonly Item[])[], width: number, whole: ReadonlySet<Item> = new Set()): LaidCell[] | null {
  const cells: LaidCell[] = []
  for (const word of lines.flat().filter(({ text }) => !isUnit(text))) {
    const cell = continued(cells, word, width)
    if (cell === null) return null
    if (cell) cells[cells.indexOf(cell)] = widened(cell, word)
    else cells.push({ x: word.x, width: word.width, y: word.y, parts: [word.text], whole: whole.has(word) })
  }
  return cells.sort((a, b) => a.x - b.x)
}

/** Numbers that do not go on below: a longer one stands over or under them, at most so many lines away. One that ends with a comma or a point goes on. */
export function wholeNumbers(words: readonly Item[], lines: number): Set<Item> {
  return new Set(words.filter((word) => !/[.,，]$/.test(word.text) && words.some((other) => Math.abs(other.y - word.y) <= lines && overlaps(other, word) && isValue(other.text) && tight(other.text).length > tight(word.text).length)))
}

/** Every way to choose so many of some things, in their order. */
function choices(of: readonly number[], count: number): number[][] {
  if (count === 0) return [[]]
  return of.flatMap((first, at) => choices(of.slice(at + 1), count - 1).map((rest) => [first, ...rest]))
}

/**
 * The cells of a row one of whose lines has a number in each column and the other the beginnings or ends of some, under which they need
 * not stand: in the one way in which the row adds up. Null where there is none, or several.
 */
export function completedCells(lines: readonly (readonly Item[])[], width: number, total: TotalAt): LaidCell[] | null {
  const [above = [], below = []] = lines.map((words) => words.filter(({ text }) => !isUnit(text)))
  const [full, others] = above.length === width ? [above, below] : [below, above]
  if (lines.length !== 2 || full.length !== width || others.length === 0 || others.length >= width || !others.every(({ text }) => NUMBER_END.test(tight(text)))) return null
  const ways = choices([...full.keys()], others.length).flatMap((places) => {
    const cells = full.map((word, at): LaidCell => {
      const other = others[places.indexOf(at)]
      const words = other ? (full === above ? [word, other] : [other, word]) : [word]
      return { x: word.x, width: word.width, y: words.at(-1)!.y, parts: words.map(({ text }) => text) }
    })
    return cells.every((cell) => cell.parts.length === 1 || (isNumber(cell) && fit(cell.parts))) && addsUp(cells, total) === true ? [cells] : []
  })
  return ways.length === 1 ? ways[0]! : null
}

/** The cells of a row whose last ones stand on a second line, where the first ones end or behind it: with all there are as many as columns, and they add up. Null where that is not so. */
export function followingCells(lines: readonly (readonly Item[])[], width: number, total: TotalAt): LaidCell[] | null {
  const [above = [], below = []] = lines.map((words) => words.filter(({ text }) => !isUnit(text)))
  if (lines.length !== 2 || above.length === 0 || below.length === 0 || above.length + below.length !== width || below[0]!.x < above.at(-1)!.x) return null
  const cells = asCells([...above, ...below])
  return addsUp(cells, total) === true ? cells : null
}

/** Thousands that a line's end cut, and the digits that complete them below. */
const CUT_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})*,(\d{0,2})$/
const completes = (begun: Item, word: Item): boolean => word.y !== begun.y && /^\d+$/.test(tight(word.text)) && (CUT_THOUSANDS.exec(tight(begun.text))?.[1]?.length ?? 3) + tight(word.text).length === 3

/** Words with those put together that are one number beyond doubt: its thousands were cut by the end of a line. */
function wholeThousands(words: readonly Item[]): Item[] {
  const whole: Item[] = []
  for (const word of words) {
    const last = whole.at(-1)
    if (last && completes(last, word)) whole[whole.length - 1] = { ...last, text: `${tight(last.text)}${tight(word.text)}` }
    else whole.push(word)
  }
  return whole
}

/**
 * The cells of one row of a text without columns. More numbers than columns are numbers broken by a line's end: they are put together in
 * the one way in which the row adds up. Null where there is none, or several.
 */
export function flowingCells(words: readonly Item[], width: number, total: TotalAt): LaidCell[] | null {
  const own = wholeThousands(words.filter(({ text }) => !isUnit(text)))
  const cells = asCells(own)
  if (own.length <= width) return cells
  const breaks = own.flatMap((word, at) => (at > 0 && word.y !== own[at - 1]!.y && NUMBER_END.test(tight(word.text)) && isNumber(cells[at - 1]!) ? [at] : []))
  if (own.length - width > breaks.length || breaks.length > width) return null
  const joined = choices(breaks, own.length - width).map((ends) => cells.flatMap((cell, at) => (ends.includes(at) ? [] : [{ ...cell, parts: [...cell.parts, ...(ends.includes(at + 1) ? cells[at + 1]!.parts : [])] }])))
  const fitting = joined.filter((each) => addsUp(each, total) === true)
  return fitting.length === 1 ? fitting[0]! : null
}

/** Whether a number put together of several lines still lacks digits of its thousands. */
export const isCut = ({ parts }: LaidCell): boolean => parts.length > 1 && /[,，]\d{0,2}$/.test(tight(parts.join('')))

/** Digits below digits: the number is that of both where a sum bears it out. */
const digitsMeet = ({ parts }: LaidCell): boolean => parts.some((part, at) => at > 0 && /\d$/.test(tight(parts[at - 1]!)) && /^\d/.test(tight(part)))

/** Whether numbers of a row had to be put together of digits below each other. */
export const isPutTogether = (cells: readonly LaidCell[]): boolean => cells.some(digitsMeet)

/** Whether the last of a row's cells, or the first, is the sum of the others, numbers put together as they stand below each other; null where it cannot be told. */
export function addsUp(cells: readonly LaidCell[], total: TotalAt = 'last'): boolean | null {
  if (cells.length < 2) return null
  const numbers = cells.map((each) => cellOf(written(each), 'items')).map((cell) => ('value' in cell ? cell.value : cell.missing === 'unreadable' ? NaN : 0))
  if (numbers.some(Number.isNaN)) return null
  return numbers.reduce((sum, value) => sum + value, 0) === 2 * numbers.at(total === 'last' ? -1 : 0)!
}

/** A number whose note has no end: a narrow column cut it off. */
const CUT_NOTE = /^([+-]?\d[\d,.]*[件项条个]?[（(][^（）()]*?)…?$/

/** A cell's text; a note behind a number that its column cut off ends there. */
export const textOf = (cell: LaidCell): string => written(cell).replace(CUT_NOTE, '$1…）')

/** Its words apart: what is left of a number that nothing bears out. */
export const partsOf = ({ parts }: LaidCell): string => parts.join(' ')
