import { APPLICANT_IDS, type Applicant, type FigureId, type RequestRow } from '../figure'
import { labelOfFigure } from '../formats'
import { label, type Label } from '../label'
import type { ProposalKind } from './check'
import type { Context } from './context'
import { columnShifts, joinedRows, rowShifts, unshiftedColumn, unshiftedRow, type Line, type Shift } from './lines'
import type { Sum } from './sum'
import type { SumCell } from './term'
import { requestRowOf } from './sums'
import { trialOf, type Setting, type Trial } from './trial'
import { written } from './words'

/** What may have happened to a report, with the cells it would have otherwise. */
export interface Draft {
  readonly kind: ProposalKind
  /** It changes only what is in doubt already: a cell that a sum of another line vouches for is right. */
  readonly ofSuspects?: boolean
  readonly settings: readonly Setting[]
  readonly explain: () => Label
}

/** A sum of one report that does not fit as it stands, with what its repairs are tried on. */
export interface Case {
  readonly context: Context
  readonly trial: Trial
  readonly sum: Sum
  readonly row: number
  readonly found: readonly SumCell[]
  readonly expected: readonly SumCell[]
  /** expected − found. */
  readonly lacking: number
}

const total = (cells: readonly SumCell[]): number => cells.reduce((sum, { value }) => sum + value, 0)

/** A sum of a report, laid out for repairs. */
export function caseOf(context: Context, sum: Sum, row: number): Case {
  const found = sum.side('found', row)
  const expected = sum.side('expected', row)
  const { extras } = sum.spec
  return { context, trial: trialOf(context, row), sum, row, found, expected, lacking: total(expected) + (extras ? context.extras(extras, row).own : 0) - total(found) }
}

const isCount = (value: number): boolean => value >= 0 && Number.isInteger(value)

/** The one total of the sum at what its parts add up to. */
export function totalDrafts({ found, expected, lacking }: Case): Draft[] {
  const [cell] = found
  if (found.length !== 1 || !cell) return []
  const after = cell.value + lacking
  const name = labelOfFigure(cell.figure)
  if (cell.value === 0) return [{ kind: 'total-unfilled', settings: [[cell.figure, after]], explain: () => label(`「${name.zh}」填 0，似未填写；填 ${written(after)} 则相符`, `“${name.en}” is 0, as if not filled in; fits if it is ${written(after)}`) }]
  const same = expected.filter(({ value }) => value !== 0 && value === Math.abs(lacking))
  const hint =
    same.length === 1
      ? label(`；差额恰为「${same[0]!.label.zh}」的 ${written(same[0]!.value)}，似${lacking > 0 ? '未计入' : '重复计入'}`, `; the difference is exactly “${same[0]!.label.en}” (${written(same[0]!.value)}), as if ${lacking > 0 ? 'left out' : 'counted twice'}`)
      : label('', '')
  return [{ kind: 'total', settings: [[cell.figure, after]], explain: () => label(`若「${name.zh}」为 ${written(after)} 则相符${hint.zh}`, `fits if “${name.en}” is ${written(after)}${hint.en}`) }]
}

/** Each cell of the sum with the number that makes the sum fit. */
const needed = ({ found, expected, lacking }: Case): { cell: SumCell; after: number }[] =>
  [...expected.map((cell) => ({ cell, after: cell.value - lacking })), ...found.map((cell) => ({ cell, after: cell.value + lacking }))].filter(({ cell, after }) => cell.known && isCount(after))

const filledDrafts = (of: Case): Draft[] =>
  needed(of)
    .filter(({ cell, after }) => cell.blank && cell.value === 0 && after > 0)
    .map(({ cell, after }) => {
      const name = labelOfFigure(cell.figure)
      return { kind: 'blank-filled', settings: [[cell.figure, after]], explain: () => label(`「${name.zh}」空白，填 ${written(after)} 则相符`, `“${name.en}” is blank; fits if it is ${written(after)}`) }
    })

const inTotalColumn = (figure: FigureId): FigureId => figure.replace(/\.\w+$/, '.total') as FigureId

/** A wrong cell shows in two sums: its row's and its column's; or, with its row's total, in the columns of both. */
export function cellDrafts(of: Case): Draft[] {
  const { trial, lacking } = of
  return needed(of)
    .filter(({ cell }) => !cell.blank)
    .flatMap(({ cell, after }): Draft[] => {
      const name = labelOfFigure(cell.figure)
      const explain = (): Label => label(`若「${name.zh}」为 ${written(after)} 则相符`, `fits if “${name.en}” is ${written(after)}`)
      const totalFigure = inTotalColumn(cell.figure)
      const stated = requestRowOf(cell.figure) && totalFigure !== cell.figure ? trial.value(totalFigure) : undefined
      const alone: Draft = { kind: 'cell', ofSuspects: true, settings: [[cell.figure, after]], explain }
      if (typeof stated !== 'number' || !isCount(stated + after - cell.value) || lacking === 0) return [alone]
      return [alone, { kind: 'cell', settings: [[cell.figure, after], [totalFigure, stated + after - cell.value]], explain: () => label(`若「${name.zh}」为 ${written(after)}（其总计同改）则相符`, `fits if “${name.en}” is ${written(after)} and its total with it`) }]
    })
}

/** The cells of the sum's row or column; null where one of them is not known. */
function lineOf({ trial }: Case, figures: readonly FigureId[]): Line | null {
  const values = figures.map((figure) => trial.value(figure))
  return values.includes(undefined) ? null : (values as Line)
}

/** What changes when a line is written over the cells it stands in. */
const overwriting = (figures: readonly FigureId[], before: Line, after: Line): Setting[] => figures.flatMap((figure, at): Setting[] => ((before[at] ?? 0) === (after[at] ?? 0) ? [] : [[figure, after[at] ?? null]]))

const isColumn = ({ sum: { spec } }: Case): boolean => requestRowOf(spec.line[0]!) !== undefined && requestRowOf(spec.line[0]!) !== requestRowOf(spec.line[1]!)
/** Columns cross the row, so that a reckoned cell is put to the proof. */
export const isCrossed = ({ sum: { spec } }: Case): boolean => requestRowOf(spec.line[0]!) !== undefined
const hasRow = (of: Case): boolean => !isColumn(of) && of.found.length === 1

/** Two neighbouring cells of a row read as one number. */
export function joinedDrafts(of: Case): Draft[] {
  const { line: figures } = of.sum.spec
  const before = hasRow(of) ? lineOf(of, figures) : null
  if (before === null) return []
  return joinedRows(before).filter(({ lost }) => !lost || isCrossed(of)).map(({ at, joined, line }) => {
    const [first, second] = [of.sum.spec.nameOf(figures[at]!), of.sum.spec.nameOf(figures[at + 1]!)]
    const [a, b] = [written(before[at]!), written(before[at + 1]!)]
    return { kind: 'joined', ofSuspects: true, settings: overwriting(figures, before, line), explain: () => label(`「${first.zh}」的 ${a} 与「${second.zh}」的 ${b} 若本为一个数 ${joined} 则相符`, `fits if ${a} (“${first.en}”) and ${b} (“${second.en}”) are one number, ${joined}`) }
  })
}

/** A shift that leaves a single part fits by its nature. */
const tells = (line: Line): boolean => line.slice(0, -1).filter((value) => value).length >= 2

/** A row moved by one cell. */
export function shiftedRowDrafts(of: Case): Draft[] {
  const { line: figures, label: title } = of.sum.spec
  const before = hasRow(of) ? lineOf(of, figures) : null
  if (before === null) return []
  return rowShifts(before).flatMap((shift): Draft[] => {
    const after = unshiftedRow(before, shift)!
    if (!isCrossed(of) && (!tells(after) || shift.from === null || shift.to === null)) return []
    return [{ kind: 'shifted', ofSuspects: true, settings: overwriting(figures, before, after), explain: () => label(`「${title.zh}」一行错位一格，移回后相符`, `the cells of the row “${title.en}” have moved by one; fits when moved back`) }]
  })
}

const inColumn = (figures: readonly FigureId[], applicant: Applicant): FigureId[] => figures.map((figure) => `${figure.slice(0, figure.lastIndexOf('.'))}.${applicant}` as FigureId)

/** The same shift undone in every column of table 3; null where a column that holds would change. */
function allColumns(of: Case, shift: Shift, failing: ReadonlySet<FigureId>): Setting[] | null {
  const all: Setting[] = []
  for (const applicant of APPLICANT_IDS) {
    const column = inColumn(of.sum.spec.line, applicant)
    const line = lineOf(of, column)
    const after = line && unshiftedColumn(line, shift)
    if (!line || !after) return null
    const settings = overwriting(column, line, after)
    if (settings.length > 0 && !failing.has(column[0]!)) return null
    all.push(...settings)
  }
  return all
}

/** So many sums of columns fail when all rows of table 3 have moved, though in some columns one may hold by chance. */
const MANY_COLUMN_SUMS = 5

/** A column moved by one cell, alone or with all columns beside it. It breaks both sums of the column. */
export function shiftedColumnDrafts(of: Case): Draft[] {
  if (!isColumn(of)) return []
  const { line: figures, label: title } = of.sum.spec
  const failing = of.trial.failingSums().filter(({ spec }) => spec.line.length === figures.length).map(({ spec }) => spec.line[0]!)
  const isLikely = failing.length >= MANY_COLUMN_SUMS || failing.filter((first) => first === figures[0]).length > 1
  const before = isLikely ? lineOf(of, figures) : null
  if (before === null) return []
  const seen = new Set<string>()
  return columnShifts(before).flatMap((shift): Draft[] => {
    const after = unshiftedColumn(before, shift)!
    const alone: Draft = { kind: 'shifted', ofSuspects: true, settings: overwriting(figures, before, after), explain: () => label(`「${title.zh}」一列错位一格，移回后相符`, `the cells of the column “${title.en}” have moved by one; fits when moved back`) }
    const own = seen.has(after.join()) ? [] : [alone]
    seen.add(after.join())
    const all = allColumns(of, shift, new Set(failing))
    return all === null ? own : [...own, { kind: 'shifted', settings: all, explain: () => label('表三各行错位一格，移回后相符', 'the rows of table 3 have moved by one; fits when moved back') }]
  })
}

function swap(trial: Trial, a: FigureId, b: FigureId): Draft[] {
  const [first, second] = [trial.value(a), trial.value(b)]
  if (first === undefined || second === undefined || (first ?? 0) === (second ?? 0)) return []
  const [x, y] = [labelOfFigure(a), labelOfFigure(b)]
  return [{ kind: 'swapped', settings: [[a, second], [b, first]], explain: () => label(`「${x.zh}」与「${y.zh}」若互换则相符`, `fits if “${x.en}” and “${y.en}” change places`) }]
}

const SPECIAL: readonly (RequestRow | undefined)[] = ['received', 'carried-in', 'processed', 'carried-out']

/** Two cells of the same line, or of two lines that fail by opposite amounts. */
function swappedDrafts({ trial, sum, lacking }: Case): Draft[] {
  const { line } = sum.spec
  const special = (figure: FigureId): boolean => (requestRowOf(figure) ? SPECIAL.includes(requestRowOf(figure)) || figure.endsWith('.total') : figure === line.at(-1))
  const within = line.flatMap((a, at) => line.slice(at + 1).filter((b) => special(a) || special(b)).flatMap((b) => swap(trial, a, b)))
  const own = trial.sumLike(sum)
  const opposite = trial.failingSums().filter((other) => other !== own && other.spec.line.length === line.length && other.spec.line[0] !== line[0] && failsBy(other) === -lacking)
  return [...within, ...opposite.flatMap(({ spec }) => line.flatMap((a, at) => swap(trial, a, spec.line[at]!)))]
}

function failsBy(sum: Sum): number {
  sum.outcome(0)
  return sum.expected - sum.found
}

const TWICE: readonly (readonly [counted: RequestRow, within: RequestRow])[] = [['partly-granted', 'granted'], ['carried-in', 'received'], ['carried-out', 'processed']]

/** The form's rows that are easily counted under another one too. */
function twiceDrafts({ trial, found, expected, lacking }: Case): Draft[] {
  return [...expected.map((cell) => ({ cell, excess: lacking })), ...found.map((cell) => ({ cell, excess: -lacking }))].flatMap(({ cell, excess }): Draft[] => {
    const row = requestRowOf(cell.figure)
    const within = TWICE.find(([counted]) => counted === row)?.[1]
    if (!within || excess <= 0 || cell.value !== excess) return []
    const applicant = cell.figure.split('.').at(-1) as Applicant
    const other: FigureId = `requests.${within}.${applicant}`
    const stated = trial.value(other)
    if (typeof stated !== 'number' || stated < excess) return []
    const [counted, including] = [labelOfFigure(cell.figure), labelOfFigure(other)]
    return [{ kind: 'counted-twice', settings: [[other, stated - excess]], explain: () => label(`「${counted.zh}」的 ${written(excess)} 若也计入了「${including.zh}」，减去则相符`, `fits if the ${written(excess)} of “${counted.en}” are counted under “${including.en}” too and are taken out there`) }]
  })
}

/** The cells of a row of table 3 that last year's report knows, with its numbers. */
function carriedDrafts({ context, trial, row, expected }: Case): Draft[] {
  const before = context.joinedBefore[row]!
  const carried = expected.find(({ figure }) => requestRowOf(figure) === 'carried-in')
  if (!carried || before < 0) return []
  const settings = APPLICANT_IDS.flatMap((applicant): Setting[] => {
    const last = context.number(`requests.carried-out.${applicant}`, before)
    return Number.isNaN(last) || trial.value(`requests.carried-in.${applicant}`) === undefined ? [] : [[`requests.carried-in.${applicant}`, last]]
  })
  const own = settings.filter(([figure]) => figure === carried.figure)
  const explain = (): Label => label('若上年结转等于上年年报的结转下年度则相符', 'fits if what was carried in is what last year’s report carried out')
  return [own, settings].filter((each) => each.length > 0).map((each) => ({ kind: 'carried-out-before', settings: each, explain }))
}

function elsewhereDrafts({ context, row, found, expected }: Case): Draft[] {
  const stated = [...expected, ...found].flatMap(({ figure, value }): Setting[] => context.statedElsewhere(figure, row).filter((other) => other !== value).slice(0, 1).map((other) => [figure, other]))
  const told = (settings: readonly Setting[]): Draft => {
    const list = settings.map(([figure, after]) => ({ name: labelOfFigure(figure), after: written(after!) }))
    return { kind: 'stated-elsewhere', settings, explain: () => label(`另处载${list.map(({ name, after }) => `「${name.zh}」${after}`).join('、')}，采用则相符`, `fits with what is stated elsewhere: ${list.map(({ name, after }) => `“${name.en}” ${after}`).join(', ')}`) }
  }
  return [...(stated.length > 1 ? [told(stated)] : []), ...stated.map((setting) => told([setting]))]
}

/** In the order in which equally good ones are offered. */
export const DRAFTS: readonly ((of: Case) => readonly Draft[])[] = [elsewhereDrafts, filledDrafts, joinedDrafts, carriedDrafts, swappedDrafts, shiftedRowDrafts, shiftedColumnDrafts, twiceDrafts, cellDrafts, totalDrafts]
