import type { RequestRow } from '@/domain/figure'
import type { AlignedRow, RowLine } from './form-rows'
import { MOST_CROSSED, type Row } from './laid-doubts'
import { isGroupPiece } from './row-names'
import { GROUP_ROWS, REQUEST_LABELS, ROW_ORDER } from '../meaning/labels'
import { isNumbered } from '../meaning/words'

type Rows = readonly AlignedRow<Row>[]

const isOfForm = (row: Row | null): row is RequestRow => row !== null && row !== 'extra'

/** The only row of the form between two that has numbers of its own there; undefined where there is none, or several. */
function onlyBetween(above: Row | null | undefined, below: Row | null | undefined): RequestRow | undefined {
  if (!above || !below || !isOfForm(above) || !isOfForm(below)) return undefined
  const between = ROW_ORDER.slice(ROW_ORDER.indexOf(above) + 1, ROW_ORDER.indexOf(below)).filter((row) => !GROUP_ROWS.has(row))
  return between.length === 1 ? between[0] : undefined
}

/** The lines of a row with the numbers of another. */
function withNumbersOf(own: AlignedRow<Row>, other: AlignedRow<Row>): AlignedRow<Row> {
  const lines: RowLine[] = [...own.lines.map((line) => ({ ...line, values: [] })), ...other.lines.flatMap((line) => (line.values.length > 0 ? [{ ...line, labels: [], moved: true }] : []))]
  return { ...own, lines, cells: other.cells }
}

/** Rows with a name that two of them were given a half of put together for the first, where the form has but one row behind it that no other is: that has the numbers of the second. */
function withWholeNames(rows: Rows, isFull: (row: AlignedRow<Row> | undefined) => boolean): AlignedRow<Row>[] {
  const made = [...rows]
  rows.forEach((row, at) => {
    const next = rows[at + 1]
    if (row.row !== null || !next || !isFull(row) || !isFull(next)) return
    const only = onlyBetween(next.row, rows[at + 2]?.row)
    const name = `${row.label}${next.label}`
    if (only === undefined || REQUEST_LABELS.is(name) !== next.row || !isNumbered(row.label) || isNumbered(next.label)) return
    made[at] = { ...row, row: next.row, likeness: 1, label: name }
    made[at + 1] = { ...next, row: only, label: '' }
  })
  return made
}

/**
 * Rows of a text laid out in columns whose names and numbers stand on lines of their own, by their order. Numbers of all columns without a name between two rows that have but
 * one between them are that row's; those near a name without numbers belong to the row that follows, and so on to that name, where every row between them has all of its own: as
 * where one cell holds the names of several rows. Such rows are told as between two names. `width`: how many cells a full row has; `groups`: names that are no row's.
 */
export function rowsByOrder(given: Rows, width: number, groups: readonly string[]): AlignedRow<Row>[] {
  const isFull = (row: AlignedRow<Row> | undefined): boolean => row?.cells.length === width
  const rows = withWholeNames(given, isFull)
  const isNameless = (row: AlignedRow<Row>): boolean => row.row === null && isFull(row) && row.lines.flatMap(({ labels }) => labels).every(({ text }) => isGroupPiece(text, groups))
  const isBlank = (row: AlignedRow<Row> | undefined): boolean => row !== undefined && isOfForm(row.row) && !GROUP_ROWS.has(row.row) && row.cells.length === 0
  const isWhole = (row: AlignedRow<Row> | undefined): boolean => row !== undefined && isOfForm(row.row) && isFull(row)
  const blankFrom = (at: number, step: number): number | undefined => {
    const rest = Array.from({ length: MOST_CROSSED }, (_, less) => at + (less + 1) * step)
    const to = rest.find((each) => !isWhole(made[each]))
    return to !== undefined && isBlank(made[to]) ? to : undefined
  }
  const made = [...rows]
  for (const [at, row] of rows.entries()) {
    if (!isNameless(row)) continue
    const [below, above] = [blankFrom(at, 1), blankFrom(at, -1)]
    const only = onlyBetween(rows[at - 1]?.row, rows[at + 1]?.row)
    if ((below === undefined) !== (above === undefined)) {
      const step = below === undefined ? -1 : 1
      for (let each = (below ?? above)!; each !== at; each -= step) made[each] = withNumbersOf(made[each]!, made[each - step]!)
      made[at] = { ...row, lines: [], cells: [] }
    } else if (below === undefined && only && isFull(rows[at - 1]) && isFull(rows[at + 1])) made[at] = { ...row, row: only, label: '' }
  }
  return made.filter(({ lines }) => lines.length > 0)
}
