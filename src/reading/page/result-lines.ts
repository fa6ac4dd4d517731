import { centre, type Item } from './geometry'
import { APPLICANT_LABELS, KIND_LABELS, KIND_ORDER, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import type { Line } from './rows'
import { tight } from '../meaning/words'
import type { ReviewKind, ReviewResult } from '@/domain/figure'

/** Names of results and kinds are broken over no more lines. */
const MOST_LINES = 4
const MOST_LINES_OF_KIND = 10

/** A result of table 4 on a line of its own, with the number beside it; blank where there is none. */
export interface ResultLine {
  readonly y: number
  readonly cells: readonly [kind: string, result: string, value: string]
}

/** A table 4 that has a result a line, and the lines that it does not take up. */
export interface ResultLines {
  readonly results: readonly ResultLine[]
  readonly rest: readonly Line[]
}

/** Words that pieces below each other make up. */
interface Words {
  readonly text: string
  readonly items: readonly Item[]
}

const isOver = (a: Item, b: Item): boolean => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) >= Math.min(a.width, b.width) * 0.5
const yOf = ({ items }: Words): number => (centre(items[0]!) + centre(items.at(-1)!)) / 2
const wordsOf = (items: readonly Item[]): Words => ({ text: items.map(({ text }) => tight(text)).join(''), items })

/** The words from a place on that are meant, in one piece or in several below each other: the shortest, or the longest. */
function wordsAt(items: readonly Item[], at: number, most: number, isMeant: (text: string) => boolean, which: 'shortest' | 'longest'): Words | undefined {
  const found = Array.from({ length: Math.min(most, items.length - at) }, (_, more) => wordsOf(items.slice(at, at + more + 1))).filter(({ text }) => isMeant(text))
  return which === 'shortest' ? found[0] : found.at(-1)
}

const isResult = (text: string, id: ReviewResult): boolean => RESULT_LABELS.is(text) === id || (id === 'other' && APPLICANT_LABELS.is(text) === 'other')

/** The results below each other in the form's order, from the first on, once or several times; none where one is missing. */
function resultsIn(column: readonly Item[]): Words[] {
  const found: Words[] = []
  for (let at = 0; at < column.length; at += 1) {
    const words = wordsAt(column, at, MOST_LINES, (text) => isResult(text, RESULT_ORDER[found.length % RESULT_ORDER.length]!), 'shortest')
    if (!words) continue
    found.push(words)
    at += words.items.length - 1
  }
  return found.length % RESULT_ORDER.length === 0 ? found : []
}

/** The results among pieces that stand below each other from one on. */
function resultsAmong(names: readonly Item[]): Words[] {
  for (const first of names) {
    const column = names.filter((item) => item.y >= first.y && isOver(item, first))
    const isFirst = wordsAt(column, 0, MOST_LINES, (text) => isResult(text, RESULT_ORDER[0]!), 'shortest') !== undefined
    const found = isFirst ? resultsIn(column) : []
    if (found.length > 0) return found
  }
  return []
}

/** The kinds that pieces beside the results name, from above. */
function kindsIn(items: readonly Item[]): { id: ReviewKind; words: Words }[] {
  return items.flatMap((first) => {
    const column = items.filter((item) => item.y >= first.y && isOver(item, first))
    // The longest: 行政复议 may begin 行政复议后起诉.
    const words = wordsAt(column, 0, MOST_LINES_OF_KIND, (text) => KIND_LABELS.is(text) !== undefined, 'longest')
    return words ? [{ id: KIND_LABELS.is(words.text)!, words }] : []
  })
}

/** Of each result its number; null where one has several, or one of the numbers stands beside none. */
function numbersOf(results: readonly Words[], lines: readonly Line[]): Map<Words, Item> | null {
  const of = new Map<Words, Item>()
  for (const { values } of lines) {
    if (values.length === 0) continue
    const off = (each: Words): number => Math.abs(yOf(each) - centre(values[0]!))
    const nearest = results.reduce((best, each) => (off(each) < off(best) ? each : best))
    if (values.length > 1 || of.has(nearest)) return null
    of.set(nearest, values[0]!)
  }
  return of
}

/** Table 4 with a result a line: the five results of each kind below each other, a number beside each, the names of the kinds before them. Null where lines hold no such table. */
export function resultLines(lines: readonly Line[]): ResultLines | null {
  const names = lines.flatMap(({ labels, items, values }) => (values.length > 0 ? labels : items))
  const results = resultsAmong(names)
  if (results.length === 0) return null
  const [first, last] = [results[0]!.items[0]!, results.at(-1)!.items.at(-1)!]
  const own = lines.filter(({ y }) => y >= first.y - first.height && y <= last.y + last.height * 2)
  const numbers = numbersOf(results, own)
  const taken = new Set(results.flatMap(({ items }) => items))
  const named = kindsIn(names.filter((item) => !taken.has(item)))
  const kinds = KIND_ORDER.flatMap((id) => named.find((kind) => kind.id === id) ?? [])
  const ofKind = (at: number): readonly Words[] => results.slice(at * RESULT_ORDER.length, (at + 1) * RESULT_ORDER.length)
  const isBeside = ({ words }: { words: Words }, at: number): boolean => yOf(words) <= yOf(ofKind(at).at(-1)!) + last.height && (at === 0 || yOf(words) > yOf(ofKind(at - 1).at(-1)!))
  if (!numbers || kinds.length * RESULT_ORDER.length !== results.length || !kinds.every(isBeside)) return null
  return { results: results.map((each, at) => ({ y: yOf(each), cells: [kinds[Math.floor(at / RESULT_ORDER.length)]!.words.text, each.text, numbers.get(each)?.text.trim() ?? ''] })), rest: lines.filter((line) => !own.includes(line)) }
}
