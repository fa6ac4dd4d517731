import { overlaps, valuesFrom } from './laid-cells'
import type { WordLine } from './laid-lines'
import type { Item } from '../page/geometry'
import { isNoRemark, REMARKS } from '../meaning/labels'
import { isUnit } from '../meaning/units'
import { isValue } from '../meaning/values'
import { hasHan, tight } from '../meaning/words'

/** So many numbers beside each other are the end of a row: words behind them are none of its name. */
const LEAST_NUMBERS = 2
/** The words of a column may start so much further left than those beside numbers, and its cells are broken over lines no further apart. */
const ASIDE = 1
const LINES_APART = 2

const isWords = ({ text }: Item): boolean => hasHan(text) && !isUnit(text) && !isValue(text) && !/[（()）]/.test(text)

/** Whether lines head a column for remarks, its letters on one line or each on one. */
const namesRemarks = (heads: readonly WordLine[]): boolean => heads.some(({ words }) => words.some(({ text }) => REMARKS.test(tight(text)))) || ['备', '注'].every((letter) => heads.some(({ words }) => words.some(({ text }) => text === letter)))

/** Where the numbers of a line end that has as many as a row beside each other, words behind them or none; null where it has fewer. */
function endOfRow({ words }: WordLine, width: number): number | null {
  const last = words.findLastIndex(({ text }) => isValue(text))
  const row = words.slice(0, last + 1)
  const end = row.at(-1)
  return end && row.length - valuesFrom(row) >= width ? end.x + end.width : null
}

/** Where the words start that stand behind numbers of a line; null where none do. */
function startBehind({ words }: WordLine): number | null {
  const last = words.findLastIndex(({ text }) => isValue(text))
  const row = words.slice(0, last + 1)
  const behind = words.slice(last + 1)
  return behind.some(isWords) && row.length - valuesFrom(row) >= LEAST_NUMBERS ? behind.find(isWords)!.x : null
}

/** So many whole rows of a page show the column that has only such marks. */
const LEAST_MARKS = 3

/** Lines without the marks of a column for remarks that holds nothing else, behind the numbers of whole rows. */
function withoutMarks<Line extends WordLine>(lines: readonly Line[], width: number): readonly Line[] {
  const whole = lines.flatMap(({ page, words }) => (words.length - valuesFrom(words) === width + 1 ? [{ page, last: words.at(-1)! }] : []))
  const spans = new Map<number, Item>()
  for (const page of new Set(whole.map((row) => row.page))) {
    const own = whole.filter((row) => row.page === page).map(({ last }) => last)
    if (own.length < LEAST_MARKS || !own.every(({ text }) => isNoRemark(text))) continue
    spans.set(page, own.reduce((left, each) => (each.x < left.x ? each : left)))
  }
  return lines.map((line) => {
    const mark = spans.get(line.page)
    const last = line.words.at(-1)
    return mark && last && isNoRemark(last.text) && overlaps(mark, last) ? { ...line, words: line.words.slice(0, -1) } : line
  })
}

/**
 * Lines of a table without the words of a column behind its numbers, for remarks: they would leave their line without a number. Where a heading says so (备注), it starts on a page where words stand
 * behind numbers; else it is all that stands further right than whole rows reach. Numbers of a remark that goes on below have a line without others. `above`: the lines before, in which the headings may stand.
 */
export function withoutRemarks<Line extends WordLine>(written: readonly Line[], width: number, above: readonly WordLine[]): readonly Line[] {
  const isNamed = namesRemarks([...above, ...written.slice(0, Math.max(written.findIndex(({ words }) => words.length - valuesFrom(words) > 0), 0))])
  const lines = isNamed ? withoutMarks(written, width) : written
  const [ends, starts] = [new Map<number, number>(), new Map<number, number>()]
  for (const line of lines) {
    const end = endOfRow(line, width)
    const start = isNamed ? startBehind(line) : null
    if (end !== null) ends.set(line.page, Math.max(end, ends.get(line.page) ?? 0))
    if (start !== null) starts.set(line.page, Math.min(start - ASIDE, starts.get(line.page) ?? Infinity))
  }
  const from = (page: number): number => Math.min(ends.get(page) ?? Infinity, starts.get(page) ?? Infinity)
  const made: Line[] = []
  let remarks: { readonly line: number; readonly word: Item }[] = []
  for (const line of lines) {
    const goesOn = (word: Item): boolean => remarks.some((each) => line.line - each.line <= LINES_APART && overlaps(each.word, word))
    const isBelow = (word: Item): boolean => starts.has(line.page) && word.x >= starts.get(line.page)! && goesOn(word)
    const areBelow = line.words.every((word) => !isValue(word.text) || isBelow(word))
    const last = line.words.at(-1)
    const isMark = (word: Item): boolean => word === last && isNoRemark(word.text) && starts.has(line.page) && line.words.length - valuesFrom(line.words) === width + 1
    const dropped = line.words.filter((word) => word.x >= from(line.page) && (isWords(word) || isMark(word) || (areBelow && isBelow(word))))
    remarks = [...remarks, ...dropped.map((word) => ({ line: line.line, word }))]
    made.push({ ...line, words: line.words.filter((word) => !dropped.includes(word)) })
  }
  return made
}
