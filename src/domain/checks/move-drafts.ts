import { APPLICANT_IDS, type FigureId } from '../figure'
import { label, type Label } from '../label'
import { hasRow, isColumn, isCrossed, keyOfLine, overwriting, type Case, type Draft } from './case'
import { columnInUse, columnsBeside, rowsOf } from './columns'
import { areNear, areSame, changes, joinedRows, movedColumn, movedRow, movedRows, unshifted, unshiftedColumn, type Line, type Move } from './lines'
import { unlikeYears } from './likeliness'
import type { SumSpec } from './term'
import type { Setting } from './balances'
import type { Trial } from './trial'
import { written } from './words'

const partsOf = (line: Line): number[] => line.slice(0, -1).map((value) => value ?? 0)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** A shift that leaves a single part fits by its nature. */
function tells(line: Line): boolean {
  let filled = 0
  for (let at = 0; at < line.length - 1; at += 1) if (line[at]) filled += 1
  return filled >= 2
}

/** What a row that has moved over its end looks like by itself: to the right, its last part stands for the total, which is not blank then, and is less than another, or zero, and so is the first cell; to the left, its total stands in the last part and is more than the others together. */
function looksMoved(line: Line, right: boolean): boolean {
  const parts = partsOf(line)
  const stated = line.at(-1) ?? 0
  return right ? line.at(-1) !== null && (stated > 0 || parts[0] === 0) && stated < Math.max(...parts) : stated === 0 && parts.at(-1)! > 0 && 2 * parts.at(-1)! >= sum(parts)
}

/** A lost cell is reckoned, which fits by its nature: the years beside must be nearer to the row than to the same one with another total; where none is known, it must look moved. */
function isLikelyLost(of: Case, before: Line, after: Line, right: boolean): boolean {
  const { line: figures } = of.spec
  const parts = partsOf(before)
  const unlike = (line: Line): number | null => unlikeYears(of, figures, line)
  const [moved, plain] = [unlike(after), unlike([...parts, sum(parts)])]
  return moved !== null && plain !== null ? moved < plain : tells(after) && looksMoved(before, right)
}

/** Two neighbouring cells of a row read as one number. */
export function joinedDrafts(of: Case): Draft[] {
  const { line: figures } = of.spec
  const before = hasRow(of) ? of.trial.line(figures) : null
  if (before === null) return []
  // Any two numbers can be read as one where the total is reckoned: only years beside can tell.
  const rows = joinedRows(before).filter(({ lost, line }) => !lost || isCrossed(of) || (unlikeYears(of, figures, line) !== null && isLikelyLost(of, before, line, true)))
  return rows.map(({ at, joined, line, lost }) => {
    const explain = (): Label => {
      const [first, second] = [of.spec.nameOf(figures[at]!), of.spec.nameOf(figures[at + 1]!)]
      const [a, b] = [written(before[at]!), written(before[at + 1]!)]
      const [movedZh, movedEn] = lost ? ['，其后各格又移回一格，', ' and the cells after them move back by one'] : [' ', '']
      return label(`「${first.zh}」的 ${a} 与「${second.zh}」的 ${b} 若本为一个数 ${joined}${movedZh}则相符`, `fits if ${a} (“${first.en}”) and ${b} (“${second.en}”) are one number, ${joined}${movedEn}`)
    }
    return { kind: 'joined', ofSuspects: true, lost, line: keyOfLine(figures), settings: overwriting(figures, before, line), explain }
  })
}

const rowMoved = (title: Label, figures: readonly FigureId[], before: Line, after: Line, lost = false, ofSuspects = false): Draft => ({
  kind: 'shifted',
  lost,
  ofSuspects,
  line: keyOfLine(figures),
  settings: overwriting(figures, before, after),
  explain: () => {
    const [reckonedZh, reckonedEn] = lost ? ['（移出的一格按合计推得）', ' (the cell pushed out is reckoned from the sum)'] : ['', '']
    return label(`「${title.zh}」一行错位一格，移回后相符${reckonedZh}`, `the cells of the row “${title.en}” have moved by one; fits when moved back${reckonedEn}`)
  },
})

/** A row moved by one cell. */
export function shiftedRowDrafts(of: Case): Draft[] {
  const { line: figures, label: title } = of.spec
  const before = hasRow(of) ? of.trial.line(figures) : null
  if (before === null) return []
  return movedRow(before, figures.map((figure) => of.trial.isSuspect(figure, of.spec))).flatMap(({ shift, line: after }): Draft[] => {
    const lost = shift.from === null || shift.to === null
    if (!isCrossed(of) && !(lost ? isLikelyLost(of, before, after, shift.to === null) : tells(after))) return []
    return [rowMoved(title, figures, before, after, lost, true)]
  })
}

/** Table 4 is one line of cells in the form: the shift goes on from one kind of procedure to the next. */
export function shiftedReviews(trial: Trial, specs: readonly SumSpec[]): Draft[] {
  const figures = specs.flatMap(({ line }) => line)
  const before = specs.length > 1 ? trial.line(figures) : null
  if (before === null) return []
  return movedRows(before, specs[0]!.line.length).map((after) => ({ kind: 'shifted', line: keyOfLine(figures), settings: overwriting(figures, before, after), explain: () => label('表四各格错位一格，移回后相符', 'the cells of table 4 have moved by one; fits when moved back') }))
}

/** Rows of table 3 whose own sum holds though their cells have moved: the columns show it. Only cells of columns that fail may change. */
export function shiftedRows(trial: Trial, specs: readonly SumSpec[], failing: ReadonlySet<string>): Draft[] {
  const mayChange = APPLICANT_IDS.map((applicant) => failing.has(applicant))
  return specs.flatMap(({ line: figures, label: title }) => {
    const before = trial.line(figures)
    if (before === null || !tells(before)) return []
    return movedRow(before, mayChange).map(({ line: after }) => rowMoved(title, figures, before, after)).filter(({ settings }) => settings.every(([figure]) => mayChange[figures.indexOf(figure)]))
  })
}

/** Two rows that fail may be exchanged cells. */
export const MANY_ROWS = 3

/** Columns of table 3 whose own sums hold though their cells have moved: the rows show it, as what they lack makes up the column before. `lacking`: by the failing rows' names, total − parts. */
export function shiftedColumns(trial: Trial, specs: readonly SumSpec[], lacking: ReadonlyMap<string, number>): Draft[] {
  return specs.flatMap((spec) => {
    const figures = columnInUse(trial, spec.line)
    const by = rowsOf(figures).map((row) => lacking.get(row) ?? 0)
    // Moved cells add up to what they did.
    if (!areNear(sum(by), 0)) return []
    const before = trial.line(figures)
    if (before === null) return []
    const sign = figures[0]!.endsWith('.total') ? -1 : 1
    const right = before.map((value, at) => (value ?? 0) + sign * by[at]!)
    const [first, last] = [right.findIndex((value, at) => value !== (before[at] ?? 0)), right.findLastIndex((value, at) => value !== (before[at] ?? 0))]
    const moves = [unshifted(before, { from: last, to: first }), unshifted(before, { from: first, to: last })]
    return moves.filter((moved) => moved.every((value, at) => (value ?? 0) === right[at])).slice(0, 1).map((moved) => columnMoved(spec, figures, before, moved))
  })
}

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

/** The columns of table 3, those that hold first: they are the first to say that not all have moved. One of zeros says nothing. */
function columnsOf(trial: Trial, beside: readonly (readonly FigureId[])[], failing: ReadonlySet<FigureId>): Column[] {
  const columns = beside.map((each): Column => {
    const figures = columnInUse(trial, each)
    return { figures, line: trial.line(figures), fails: failing.has(figures[0]!) }
  })
  return columns.filter(({ line }) => line === null || line.some((value) => value)).sort((a, b) => Number(a.fails) - Number(b.fails))
}

/** The same shift undone in every column; null where a column that holds would change. */
function allColumns(columns: readonly Column[], shift: Move): Setting[] | null {
  const all: Setting[] = []
  for (const { figures, line, fails } of columns) {
    if (!line || (!fails && changes(line, shift))) return null
    const after = unshiftedColumn(line, shift)
    if (!after) return null
    const settings = overwriting(figures, line, after)
    if (settings.length > 0 && !fails) return null
    all.push(...settings)
  }
  return all
}

/** At least so many sums of columns fail when all rows of table 3 have moved, and so many of rows when a column has, though some may hold by chance. */
const MANY_SUMS = 4

/** A column moved by one cell, alone or with all columns beside it. It breaks both sums of the column, and is drafted once for both. */
export const shiftedColumnDrafts = (of: Case): Draft[] => (isColumn(of) ? of.trial.once(columnDrafts, keyOfLine(of.spec.line), () => columnDrafts(of)) : [])

function columnDrafts(of: Case): Draft[] {
  const { line: figures } = of.spec
  const failing = of.trial.failingSums().filter(({ line }) => line.length === figures.length).map(({ line }) => line[0]!)
  const rows = of.trial.failingSums().filter(({ line }) => line.length === APPLICANT_IDS.length).length
  const isLikely = rows >= MANY_SUMS || failing.length >= MANY_SUMS || failing.filter((first) => first === figures[0]).length > 1
  const used = columnInUse(of.trial, figures)
  const before = isLikely ? of.trial.line(used) : null
  if (before === null) return []
  const beside = columnsBeside(figures)
  const columns = of.trial.once(columnsOf, `${figures.length} ${keyOfLine(beside[0]!)}`, () => columnsOf(of.trial, beside, new Set(failing)))
  const moves = movedColumn(before, columns.flatMap(({ figures: each, line, fails }) => (fails && line !== null && each[0] !== used[0] ? [line] : [])))
  const seen: { readonly line: Line; alone: boolean }[] = []
  return moves.flatMap(({ shift, line: after }): Draft[] => {
    // A cell that was lost is reckoned in every column.
    const alone = shift.lost < 0 && !columns.some((column) => column.figures[0] !== used[0] && column.line !== null && changes(column.line, shift))
    const known = seen.find(({ line }) => areSame(line, after))
    if (known?.alone && alone) return []
    if (known) known.alone ||= alone
    else seen.push({ line: after, alone })
    const own: Draft[] = known ? [] : [{ ...columnMoved(of.spec, used, before, after), ofSuspects: true }]
    const all = allColumns(columns, shift)
    return all === null ? own : [...own, { kind: 'shifted', line: keyOfLine(figures), settings: all, explain: () => label('表三各行错位一格，移回后相符', 'the rows of table 3 have moved by one; fits when moved back') }]
  })
}
