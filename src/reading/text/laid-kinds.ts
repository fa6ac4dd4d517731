import type { ReviewKind } from '@/domain/figure'
import type { Told } from '../document'
import { KIND_ORDER, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { kindIn } from '../meaning/result-headings'
import { isNumber, isValue } from '../meaning/values'
import type { RowLine } from './form-rows'
import { addsUp, cellsIn, isPutTogether, partsOf, textOf, type LaidCell } from './laid-cells'
import { placesOf } from './laid-columns'
import { KIND_WORDS, RESULT_WORDS } from './laid-reviews'
import type { LaidRow } from './laid-tables'
import { unwoven } from './woven-rows'

const RESULTS = RESULT_ORDER.length

const kindOf = ({ labels }: RowLine): ReviewKind | undefined => labels.map(({ text }) => kindIn(text, true)).findLast((kind) => kind !== undefined)
/** Whether a line has no number of its own, only words and the ends of notes. */
const hasNoNumber = ({ values }: RowLine): boolean => values.every(({ text }) => !isValue(text) && !isNumber(text))

/** The five headings of the results on one line; null where they stand otherwise. */
function headingsIn(lines: readonly RowLine[]): { at: number; columns: { left: number; right: number }[] } | null {
  const at = lines.findIndex(({ labels, values }) => values.length === 0 && labels.length >= RESULTS && labels.slice(-RESULTS).every(({ text }, result) => RESULT_LABELS.is(text) === RESULT_ORDER[result]))
  const again = lines.some(({ labels }, index) => index !== at && labels.some(({ text }) => ![undefined, 'total'].includes(RESULT_LABELS.is(text))))
  return at < 0 || again || lines[at]!.labels.length >= 2 * RESULTS ? null : { at, columns: lines[at]!.labels.slice(-RESULTS).map(({ x, width }) => ({ left: x, right: x + width })) }
}

/** The lines of each kind: from the one that names it to the next that does. Null where they are not named in the form's order, each once. */
function linesOfKinds(lines: readonly RowLine[]): RowLine[][] | null {
  const starts = lines.flatMap((line, at) => (kindOf(line) === undefined ? [] : [at]))
  if (starts.length !== KIND_ORDER.length || starts.some((at, kind) => kindOf(lines[at]!) !== KIND_ORDER[kind])) return null
  const own = starts.map((from, kind) => lines.slice(from, starts[kind + 1]))
  // Numbers stand on the line of their kind's name, and nowhere else.
  const isBeside = ([first, ...others]: readonly RowLine[]): boolean => others.every((line) => hasNoNumber(line)) || first!.values.length === 0
  return lines.slice(0, starts[0]).every(hasNoNumber) && own.every(isBeside) ? own : null
}

/** The cells of a kind under the headings, and whether their places leave doubt. */
function placed(cells: readonly LaidCell[], columns: readonly { left: number; right: number }[]): { texts: string[]; told?: Told } {
  const sure = !isPutTogether(cells) || addsUp(cells) === true
  const text = (cell: LaidCell | undefined): string => (cell === undefined ? '' : sure ? textOf(cell) : partsOf(cell))
  if (cells.length === 0) return { texts: columns.map(() => ''), told: 'empty' }
  const places = cells.length === columns.length ? columns.map((_, at) => at) : placesOf(cells, columns)
  const own = columns.map((_, column) => cells[places.indexOf(column)])
  const blank: LaidCell = { x: 0, y: 0, width: 0, parts: ['0'] }
  const isSum = own.at(-1) !== undefined && addsUp(own.map((cell) => cell ?? blank)) === true && cells.some((cell) => /[1-9]/.test(textOf(cell)))
  return { texts: own.map(text), ...(cells.length < columns.length ? { told: isSum ? ('sums' as const) : ('likely' as const) } : {}) }
}

/** Table 4 of a text laid out in columns with a row for each kind, below the headings of the five results. Null where it has another shape. */
export function kindRows(written: readonly RowLine[]): LaidRow[] | null {
  const headings = headingsIn(written)
  if (!headings) return null
  const below = unwoven(written.slice(headings.at + 1), RESULTS, 'last', KIND_ORDER, [], (line) => (line.values.length === 0 ? kindOf(line) : undefined))
  const kinds = linesOfKinds(below)
  const cells = kinds?.map((lines) => cellsIn(lines.map(({ values }) => values), RESULTS))
  if (!cells || cells.includes(null)) return null
  const results = RESULT_ORDER.map((id) => RESULT_WORDS[id])
  const rows = (cells as LaidCell[][]).map((own, kind): LaidRow => {
    const { texts, told } = placed(own, headings.columns)
    return { cells: [KIND_WORDS[KIND_ORDER[kind]!], ...texts], ...(told ? { told } : {}) }
  })
  return [{ cells: ['类别', ...results] }, ...rows]
}
