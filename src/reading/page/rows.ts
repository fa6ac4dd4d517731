import { centre, isNumber, joinedItems, type Item } from './geometry'
import { ITEM_LABELS, REQUEST_LABELS } from '../meaning/labels'
import { withSpreadLetters } from './letters'
import { partedHeadings } from './run-together'
import { withShare } from './shares'
import { digitsOf } from '../meaning/numerals'
import { isUnit } from '../meaning/units'
import { hasHan, tight } from '../meaning/words'

/** A line of items with what stands in it. */
export interface Line {
  readonly y: number
  readonly items: readonly Item[]
  /** Its items, those put together between which there is no gap, but for headings. */
  readonly pieces: readonly Item[]
  /** Numbers and marks, from the first behind which no label stands. */
  readonly values: readonly Item[]
  readonly labels: readonly Item[]
}

/** A row's name with the number right behind it, where there was no room between them. */
const GLUED = /^(.*[\p{Script=Han}”’"）)])([\d,.]+)$/u

/** The name and the number of a piece that holds both. */
function parted(item: Item): Item[] {
  const [, name, number] = GLUED.exec(item.text.trim()) ?? []
  if (name === undefined || number === undefined || (ITEM_LABELS.is(name) === undefined && REQUEST_LABELS.is(name) === undefined)) return [item]
  const length = (text: string): number => [...text].reduce((sum, letter) => sum + (hasHan(letter) ? 2 : 1), 0)
  const width = (item.width * length(name)) / length(name + number)
  return [{ ...item, text: name, width }, { ...item, text: number, x: item.x + width, width: item.width - width }]
}

/** A unit stands no further behind its number, in heights of a letter. */
const BEHIND = 0.8

/** Numbers with the unit that stands a blank behind them. */
const withUnits = (items: readonly Item[]): Item[] =>
  items.reduce<Item[]>((kept, item) => {
    const last = kept.at(-1)
    const isOwn = last && isUnit(tight(item.text)) && /\d$/.test(tight(last.text)) && isNumber(last.text) && item.x - last.x - last.width <= item.height * BEHIND
    return isOwn ? [...kept.slice(0, -1), { ...last, text: `${last.text}${item.text}`, width: item.x + item.width - last.x }] : [...kept, item]
  }, [])

/** The beginning of a number in groups of three digits that goes on below. */
const CUT = /^\d{1,3}(?:,\d{3})*,\d{0,2}$/

/** The number of a row's name, in a piece of its own. */
const NUMBERING = /^(?:[（(]\d{1,2}[）)]|[①-⑳])$/

/** Whether a piece can be a number of a row, or the beginning of one that goes on below. */
const isValue = ({ text }: Item): boolean => !NUMBERING.test(text.trim()) && (isNumber(text) || CUT.test(tight(text)))

/** So many numbers side by side, several of them in Chinese characters, are none of the letters that a page sets apart. */
const LEAST_ABREAST = 5
const LEAST_SPELT = 2

/** Where the last label of a line stands, -1 where it has none. */
function lastLabel(items: readonly Item[]): number {
  const isSpelt = ({ text }: Item): boolean => digitsOf(text) !== null
  const last = items.findLastIndex((item) => !isValue(item) && !isSpelt(item))
  const behind = items.slice(last + 1)
  const areSpelt = behind.length >= LEAST_ABREAST && behind.filter((item) => !isValue(item)).length >= LEAST_SPELT
  return areSpelt ? last : items.findLastIndex((item) => !isValue(item))
}

export function lineOf(written: readonly Item[], whole: boolean): Line {
  const items = whole ? written : withShare(withUnits(withSpreadLetters(written).flatMap(partedHeadings).flatMap(parted)))
  const last = lastLabel(items)
  // Labels repeated behind the numbers of a row (two tables side by side) are not expected here: the text reader parts them.
  return { y: items.reduce((sum, item) => sum + centre(item), 0) / items.length, items, pieces: whole ? items : joinedItems(items).flatMap(partedHeadings), values: items.slice(last + 1), labels: items.slice(0, last + 1) }
}

/** A row of numbers that gets its label from the lines around it. */
export interface ValueRow {
  readonly y: number
  readonly values: readonly Item[]
}
