import { APPLICANT_IDS, type Applicant, type FigureId } from '../figure'
import { label, type Label } from '../label'
import { columnInUse, hasRow, isColumn, isCrossed, keyOfLine, lineOf, overwriting, type Case, type Draft } from './case'
import { columnShifts, joinedRows, movedRows, rowShifts, unshifted, unshiftedColumn, unshiftedRow, type Line, type Shift } from './lines'
import { unlikeYears } from './likeliness'
import type { SumSpec } from './term'
import type { Setting, Trial } from './trial'
import { written } from './words'

const partsOf = (line: Line): number[] => line.slice(0, -1).map((value) => value ?? 0)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** A shift that leaves a single part fits by its nature. */
const tells = (line: Line): boolean => line.slice(0, -1).filter((value) => value).length >= 2

/** What a row that has moved over its end looks like by itself: to the right, its last part stands for the total and is less than another, or zero, and so is the first cell; to the left, its total stands in the last part and is more than the others together. */
function looksMoved(line: Line, right: boolean): boolean {
  const parts = partsOf(line)
  const stated = line.at(-1) ?? 0
  return right ? (stated > 0 || parts[0] === 0) && stated < Math.max(...parts) : stated === 0 && parts.at(-1)! > 0 && 2 * parts.at(-1)! >= sum(parts)
}

/** A lost cell is reckoned, which fits by its nature: the years beside must be nearer to the row than to the same one with another total; where none is known, it must look moved. */
function isLikelyLost(of: Case, before: Line, after: Line, right: boolean): boolean {
  const { line: figures } = of.sum.spec
  const parts = partsOf(before)
  const unlike = (line: Line): number | null => unlikeYears(of, figures, line)
  const [moved, plain] = [unlike(after), unlike([...parts, sum(parts)])]
  return moved !== null && plain !== null ? moved < plain : tells(after) && looksMoved(before, right)
}

/** Two neighbouring cells of a row read as one number. */
export function joinedDrafts(of: Case): Draft[] {
  const { line: figures } = of.sum.spec
  const before = hasRow(of) ? lineOf(of, figures) : null
  if (before === null) return []
  // Any two numbers can be read as one where the total is reckoned: only years beside can tell.
  const rows = joinedRows(before).filter(({ lost, line }) => !lost || isCrossed(of) || (unlikeYears(of, figures, line) !== null && isLikelyLost(of, before, line, true)))
  return rows.map(({ at, joined, line, lost }) => {
    const [first, second] = [of.sum.spec.nameOf(figures[at]!), of.sum.spec.nameOf(figures[at + 1]!)]
    const [a, b] = [written(before[at]!), written(before[at + 1]!)]
    return { kind: 'joined', ofSuspects: true, lost, line: keyOfLine(figures), settings: overwriting(figures, before, line), explain: () => label(`「${first.zh}」的 ${a} 与「${second.zh}」的 ${b} 若本为一个数 ${joined} 则相符`, `fits if ${a} (“${first.en}”) and ${b} (“${second.en}”) are one number, ${joined}`) }
  })
}

const rowMoved = (title: Label, figures: readonly FigureId[], before: Line, after: Line): Draft => ({
  kind: 'shifted',
  line: keyOfLine(figures),
  settings: overwriting(figures, before, after),
  explain: () => label(`「${title.zh}」一行错位一格，移回后相符`, `the cells of the row “${title.en}” have moved by one; fits when moved back`),
})

/** A row moved by one cell. */
export function shiftedRowDrafts(of: Case): Draft[] {
  const { line: figures, label: title } = of.sum.spec
  const before = hasRow(of) ? lineOf(of, figures) : null
  if (before === null) return []
  return rowShifts(before).flatMap((shift): Draft[] => {
    const after = unshiftedRow(before, shift)!
    const lost = shift.from === null || shift.to === null
    if (!isCrossed(of) && !(lost ? isLikelyLost(of, before, after, shift.to === null) : tells(after))) return []
    return [{ ...rowMoved(title, figures, before, after), lost, ofSuspects: true }]
  })
}

/** Table 4 is one line of cells in the form: the shift goes on from one kind of procedure to the next. */
export function shiftedReviews(trial: Trial, specs: readonly SumSpec[]): Draft[] {
  const figures = specs.flatMap(({ line }) => line)
  const before = specs.length > 1 ? lineOf({ trial }, figures) : null
  if (before === null) return []
  return movedRows(before, specs[0]!.line.length).map((after) => ({ kind: 'shifted', line: keyOfLine(figures), settings: overwriting(figures, before, after), explain: () => label('表四各格错位一格，移回后相符', 'the cells of table 4 have moved by one; fits when moved back') }))
}

/** Rows of table 3 whose own sum holds though their cells have moved: the columns show it. Only cells of columns that fail may change. */
export function shiftedRows(trial: Trial, specs: readonly SumSpec[], failing: ReadonlySet<string>): Draft[] {
  return specs.flatMap(({ line: figures, label: title }) => {
    const before = lineOf({ trial }, figures)
    if (before === null || !tells(before)) return []
    return rowShifts(before).map((shift) => rowMoved(title, figures, before, unshiftedRow(before, shift)!)).filter(({ settings }) => settings.every(([figure]) => failing.has(figure.slice(figure.lastIndexOf('.') + 1))))
  })
}

const inColumn = (figures: readonly FigureId[], applicant: Applicant): FigureId[] => figures.map((figure) => `${figure.slice(0, figure.lastIndexOf('.'))}.${applicant}` as FigureId)

/** Two rows that fail may be exchanged cells. */
const MANY_ROWS = 3

/** Columns of table 3 whose own sums hold though their cells have moved: the rows show it, as what they lack makes up the column before. `lacking`: by the failing rows' names, total − parts. */
export function shiftedColumns(trial: Trial, specs: readonly SumSpec[], lacking: ReadonlyMap<string, number>): Draft[] {
  if (lacking.size < MANY_ROWS) return []
  return specs.flatMap((spec) => {
    const figures = columnInUse(trial, spec.line)
    const before = lineOf({ trial }, figures)
    if (before === null) return []
    const sign = figures[0]!.endsWith('.total') ? -1 : 1
    const right = before.map((value, at) => (value ?? 0) + sign * (lacking.get(nameOfRow(figures[at]!)) ?? 0))
    const [first, last] = [right.findIndex((value, at) => value !== (before[at] ?? 0)), right.findLastIndex((value, at) => value !== (before[at] ?? 0))]
    const moves = [unshifted(before, { from: last, to: first }), unshifted(before, { from: first, to: last })]
    return moves.filter((moved) => moved.every((value, at) => (value ?? 0) === right[at])).slice(0, 1).map((moved) => columnMoved(spec, figures, before, moved))
  })
}

const nameOfRow = (figure: FigureId): string => figure.slice(0, figure.lastIndexOf('.'))

const columnMoved = ({ line, label: title }: SumSpec, figures: readonly FigureId[], before: Line, after: Line): Draft => ({
  kind: 'shifted',
  line: keyOfLine(line),
  settings: overwriting(figures, before, after),
  explain: () => label(`「${title.zh}」一列错位一格，移回后相符`, `the cells of the column “${title.en}” have moved by one; fits when moved back`),
})

/** A column of table 3 as it stands; null where one of its cells is not known. */
interface Column {
  readonly figures: readonly FigureId[]
  readonly line: Line | null
  readonly fails: boolean
}

const columnsOf = (of: Case, failing: ReadonlySet<FigureId>): Column[] => APPLICANT_IDS.map((applicant) => {
  const figures = columnInUse(of.trial, inColumn(of.sum.spec.line, applicant))
  return { figures, line: lineOf(of, figures), fails: failing.has(figures[0]!) }
})

/** The same shift undone in every column; null where a column that holds would change. */
function allColumns(columns: readonly Column[], shift: Shift): Setting[] | null {
  const all: Setting[] = []
  for (const { figures, line, fails } of columns) {
    const after = line && unshiftedColumn(line, shift)
    if (!line || !after) return null
    const settings = overwriting(figures, line, after)
    if (settings.length > 0 && !fails) return null
    all.push(...settings)
  }
  return all
}

/** At least so many sums of columns fail when all rows of table 3 have moved, and so many of rows when a column has, though some may hold by chance. */
const MANY_SUMS = 4

/** A column moved by one cell, alone or with all columns beside it. It breaks both sums of the column, and is drafted once for both. */
export const shiftedColumnDrafts = (of: Case): Draft[] => (isColumn(of) ? of.trial.once(columnDrafts, keyOfLine(of.sum.spec.line), () => columnDrafts(of)) : [])

function columnDrafts(of: Case): Draft[] {
  const { line: figures } = of.sum.spec
  const failing = of.trial.failingSums().filter(({ spec }) => spec.line.length === figures.length).map(({ spec }) => spec.line[0]!)
  const rows = of.trial.failingSums().filter(({ spec }) => spec.line.length === APPLICANT_IDS.length).length
  const isLikely = rows >= MANY_SUMS || failing.length >= MANY_SUMS || failing.filter((first) => first === figures[0]).length > 1
  const used = columnInUse(of.trial, figures)
  const before = isLikely ? lineOf(of, used) : null
  if (before === null) return []
  const seen = new Set<string>()
  // A column that holds is the first to say that not all have moved; one of zeros says nothing.
  const columns = columnsOf(of, new Set(failing)).filter(({ line }) => line === null || line.some((value) => value)).sort((a, b) => Number(a.fails) - Number(b.fails))
  return columnShifts(before).flatMap((shift): Draft[] => {
    const after = unshiftedColumn(before, shift)!
    const alone: Draft = { ...columnMoved(of.sum.spec, used, before, after), ofSuspects: true }
    const own = seen.has(after.join()) ? [] : [alone]
    seen.add(after.join())
    const all = allColumns(columns, shift)
    return all === null ? own : [...own, { kind: 'shifted', line: keyOfLine(figures), settings: all, explain: () => label('表三各行错位一格，移回后相符', 'the rows of table 3 have moved by one; fits when moved back') }]
  })
}
