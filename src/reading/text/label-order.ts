import type { RowLine } from './form-rows'
import { REQUEST_LABELS, ROW_ORDER } from '../meaning/labels'
import type { Item } from '../page/geometry'
import { bare, hasHan, isNumbered, tight } from '../meaning/words'

/** The number of a row alone, without its name. */
const NUMERAL = /^\d{1,2}[.．、]$/
/** A row's name stands so many lines above its number at most, and so far beside it. */
const MOST_ABOVE = 3
const MOST_BESIDE = 3
/** No more letters of a name are left for another line. */
const LONGEST_END = 3

const WRITINGS = ROW_ORDER.flatMap((row) => REQUEST_LABELS.writings(row))
const begins = (text: string): boolean => bare(text) !== '' && WRITINGS.some((words) => words.startsWith(bare(text)))
const nameOf = (text: string): string | undefined => REQUEST_LABELS.is(text)

const withLast = (line: RowLine, text: string): RowLine => ({ ...line, labels: [...line.labels.slice(0, -1), { ...line.labels.at(-1)!, text }] })
const isNear = (name: Item, numeral: Item): boolean => name.x <= numeral.x + numeral.width + MOST_BESIDE && numeral.x <= name.x + name.width + MOST_BESIDE

/** Lines with the number of a row that stands below the beginning of its name before that: a page sets it on the line of its numbers. */
function withNumeralsAhead(lines: readonly RowLine[]): RowLine[] {
  const made = [...lines]
  made.forEach((line, at) => {
    const numeral = line.labels.at(-1)
    if (!numeral || !NUMERAL.test(tight(numeral.text))) return
    for (let above = at - 1; above >= Math.max(0, at - MOST_ABOVE); above -= 1) {
      const name = made[above]!.labels.at(-1)
      if (made[above]!.page !== line.page || (name && isNumbered(name.text))) return
      if (!name || !hasHan(name.text) || !begins(name.text) || !isNear(name, numeral)) continue
      const rest = { ...line, labels: line.labels.slice(0, -1) }
      const isWhole = nameOf(`${numeral.text}${name.text}`) !== undefined && line.values.length > 0 && made[above]!.values.length === 0
      if (isWhole) {
        made[above] = { ...made[above]!, labels: made[above]!.labels.slice(0, -1) }
        made[at] = { ...rest, labels: [...rest.labels, { ...name, y: line.y, text: `${numeral.text}${name.text}` }] }
      } else {
        made[above] = withLast(made[above]!, `${numeral.text}${name.text}`)
        made[at] = rest
      }
      return
    }
  })
  return made
}

/** The ways in which the beginning of a name may have the end of another in it: behind all its words, or behind its number. */
function partedWays(text: string): { readonly begun: string; readonly end: string }[] {
  const numeral = /^\d{1,2}[.．、]/.exec(text)?.[0] ?? ''
  const words = text.slice(numeral.length)
  const sizes = Array.from({ length: Math.max(0, Math.min(LONGEST_END, words.length - 1)) }, (_, less) => less + 1)
  return sizes.flatMap((size) => [
    { begun: text.slice(0, -size), end: text.slice(-size) },
    { begun: `${numeral}${words.slice(size)}`, end: words.slice(0, size) },
  ])
}

/** Lines with the end of a name that stands within the beginning of the next row's put behind its own. */
function withEndsBack(lines: readonly RowLine[]): RowLine[] {
  const made = [...lines]
  made.forEach((line, at) => {
    const piece = line.labels.at(-1)
    if (!piece || !isNumbered(piece.text) || begins(piece.text)) return
    const from = made.slice(0, at).findLastIndex(({ labels }) => isNumbered(labels.at(-1)?.text ?? ''))
    const named = from < 0 ? [] : made.slice(from, at).flatMap(({ labels }, index) => (labels.length > 0 ? [from + index] : []))
    const name = named.map((each) => made[each]!.labels.at(-1)!.text).join('')
    const last = named.at(-1)
    if (last === undefined || nameOf(name) !== undefined) return
    const way = partedWays(piece.text).find(({ begun, end }) => nameOf(`${name}${end}`) !== undefined && begins(begun))
    if (way === undefined) return
    made[last] = withLast(made[last]!, `${made[last]!.labels.at(-1)!.text}${way.end}`)
    made[at] = withLast(line, way.begun)
  })
  return made
}

/** Lines of table 3 laid out in columns with the words of a row's name in their order, where a program set its number below its beginning, or its end behind the beginning of the next. */
export const withNamesInOrder = (lines: readonly RowLine[]): RowLine[] => withEndsBack(withNumeralsAhead(lines)).filter(({ labels, values }) => labels.length + values.length > 0)
