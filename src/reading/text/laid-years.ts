import type { RowLine } from './form-rows'
import { cellsIn, isPutTogether, partsOf, textOf } from './laid-cells'
import type { WordLine } from './laid-lines'
import type { LaidRow } from './laid-tables'
import { KIND_ORDER, RESULT_ORDER } from '../meaning/labels'
import { isUnit } from '../meaning/units'
import { isValue } from '../meaning/values'
import { tight } from '../meaning/words'

const WIDTH = KIND_ORDER.length * RESULT_ORDER.length
const YEARS = /^年[度份]?$/
const YEAR = /^(?:19|20)\d{2}年?度?$/
/** What is left of a year that a narrow column breaks. */
const REST = /^\d{0,3}年?度?$/

/** The year that a row begins with, of its first word and those of the lines below up to the next row; null where these are none. */
function yearOf(first: string, below: readonly RowLine[]): string | null {
  const words = below.flatMap(({ labels }) => labels.map(({ text }) => text)).filter((text) => REST.test(text))
  const year = tight([first, ...words].join(''))
  return YEAR.test(year) ? `${year.slice(0, 4)}年` : null
}

/** Table 4 of a text laid out with a row for each of several years, the year in a column before the numbers. `heads`: the headings of its results. Null where it has another shape, or leaves cells out. */
export function yearRows(lines: readonly RowLine[], heads: readonly string[]): LaidRow[] | null {
  const starts = lines.flatMap(({ values }, at) => (values.length > WIDTH ? [at] : []))
  const above = lines.slice(0, starts[0] ?? 0)
  if (starts.length < 2 || !above.some(({ labels }) => labels.some(({ text }) => YEARS.test(tight(text))))) return null
  const rows = starts.map((from, at): string[] | null => {
    const own = lines.slice(from, starts[at + 1])
    const [first, ...values] = own[0]!.values
    const year = yearOf(first!.text, own.slice(1))
    const cells = cellsIn([values, ...own.slice(1).map((line) => line.values)], WIDTH)
    if (!year || cells?.length !== WIDTH) return null
    return [year, ...cells.map((cell) => (isPutTogether([cell]) ? partsOf(cell) : textOf(cell)))]
  })
  return rows.includes(null) ? null : [{ cells: ['年度', ...heads] }, ...(rows as string[][]).map((cells) => ({ cells }))]
}

/** A row of a text without columns: the year that its first words make, or its first and those behind its numbers, where a narrow column broke it. */
interface YearRow {
  readonly year: string
  readonly values: readonly string[]
  readonly end: number
}

/** A year is broken into no more words. */
const MOST_PARTS = 4

/** The rows that may begin at a word. */
function rowsAt(words: readonly string[], from: number): YearRow[] {
  const found: YearRow[] = []
  for (let before = 1; before <= MOST_PARTS; before += 1) {
    const values = words.slice(from + before, from + before + WIDTH)
    if (values.length < WIDTH || !values.every((text) => isValue(text))) continue
    for (let behind = 0; behind < MOST_PARTS && from + before + WIDTH + behind <= words.length; behind += 1) {
      const year = [...words.slice(from, from + before), ...words.slice(from + before + WIDTH, from + before + WIDTH + behind)].join('')
      if (YEAR.test(year)) found.push({ year: `${year.slice(0, 4)}年`, values, end: from + before + WIDTH + behind })
    }
  }
  return found
}

/** Every way in which words are rows of years; behind the last stands what is neither a number nor the end of a year. */
function waysFrom(words: readonly string[], from: number): YearRow[][] {
  const isEnd = !REST.test(words[from] ?? ' ') && !/^\d+$/.test(words[from] ?? '')
  return [...(isEnd ? [[]] : []), ...rowsAt(words, from).flatMap((row) => waysFrom(words, row.end).map((rest) => [row, ...rest]))]
}

/**
 * Table 4 of a text without columns that has a row for each of several years, told by its heading 年度 and the year before each row's numbers.
 * Undefined where it has none; null where it has them and a row leaves cells out or may be read in several ways, so that no year's numbers are sure; of several ways the one counts in which all kinds add up.
 */
export function flowingYears(lines: readonly WordLine[], heads: readonly string[]): LaidRow[] | null | undefined {
  const words = lines.flatMap((line) => line.words.map(({ text }) => tight(text))).filter((text) => !isUnit(text))
  const first = words.findIndex((text, at) => /^(?:19|20)\d{0,2}年?$/.test(text) && (isValue(words[at + 1] ?? '') || REST.test(words[at + 1] ?? ' ')))
  if (first < 0 || !/^年度?/.test(words[0]!)) return undefined
  const ways = waysFrom(words, first).filter(({ length }) => length > 1)
  const fitting = ways.filter((rows) => rows.every(({ values }) => KIND_ORDER.every((_, kind) => isSum(values.slice(kind * RESULT_ORDER.length, (kind + 1) * RESULT_ORDER.length)))))
  const own = ways.length === 1 ? ways[0] : fitting.length === 1 ? fitting[0] : undefined
  return own ? [{ cells: ['年度', ...heads] }, ...own.map(({ year, values }): LaidRow => ({ cells: [year, ...values], told: ways.length > 1 ? 'sums' : undefined }))] : null
}

/** Whether the last of some numbers is the sum of the others. */
const isSum = (values: readonly string[]): boolean => values.slice(0, -1).reduce((sum, text) => sum + Number(text), 0) === Number(values.at(-1))
