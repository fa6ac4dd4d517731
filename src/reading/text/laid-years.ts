import type { RowLine } from './form-rows'
import { cellsIn, isPutTogether, partsOf, textOf } from './laid-cells'
import type { LaidRow } from './laid-tables'
import { KIND_ORDER, RESULT_ORDER } from '../meaning/labels'
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
