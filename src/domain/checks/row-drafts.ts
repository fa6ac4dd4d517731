import { APPLICANT_IDS, APPLICANTS, REQUEST_ROWS, type RequestRow } from '../figure'
import { label, type Label } from '../label'
import type { Case, Draft } from './case'
import { TWICE } from './drafts'
import type { Grid, GridRow } from './grid'
import { farFetched } from './likeliness'
import type { Setting } from './balances'

type Numbers = readonly number[]
type Where = Pick<Case, 'context' | 'trial' | 'row'>

/** Rows offered at most where several could be the wrong one. */
const FEW_ROWS = 3
/** A single cell explains itself. */
const LEAST_CELLS = 2

const same = (a: Numbers, b: Numbers): boolean => a.every((value, at) => value === b[at])
const filled = (values: Numbers): number => values.slice(0, -1).filter((value) => value !== 0).length
const settingsOf = ({ figures, values }: Pick<GridRow, 'figures' | 'values'>, after: Numbers): Setting[] => figures.flatMap((figure, at): Setting[] => (values[at] === after[at] ? [] : [[figure, after[at]!]]))

/** What the row would have to be for both sums of every column to fit; null where no counts do. */
function reckoned({ lacking }: Grid, { values, weights }: GridRow): number[] | null {
  const needed = weights.flatMap((weight, sum) => (weight === 0 ? [] : [lacking[sum]!.map((by) => -by * weight)]))
  const rest = weights.flatMap((weight, sum) => (weight === 0 ? lacking[sum]! : []))
  const [more, other] = needed
  if (!more || rest.some((by) => by !== 0) || (other && !same(more, other)) || filled(more) === 0) return null
  const after = values.map((value, at) => value + more[at]!)
  return after.every((value) => value >= 0 && Number.isInteger(value)) ? after : null
}

interface Reason {
  readonly text: Label
  /** How much it says. */
  readonly weight: number
}

const numbersIn = ({ context }: Grid, row: RequestRow, year: number): number[] => APPLICANT_IDS.map((applicant) => context.number(`requests.${row}.${applicant}`, year))

/** One small number may be like another by chance. */
const LEAST_NUMBER = 10
const tells = (values: Numbers): boolean => filled(values) >= LEAST_CELLS || Math.abs(values.at(-1)!) >= LEAST_NUMBER

/** Whether a row is that of last year's report, as no other row is. */
function repeatsLastYear(grid: Grid, of: GridRow): boolean {
  const before = grid.context.yearBefore[grid.row]!
  const alike = before < 0 ? [] : grid.rows.filter((row) => tells(row.values) && same(row.values, numbersIn(grid, row.row, before)))
  return alike.length === 1 && alike[0] === of
}

/** Why it may be this row that is wrong: nothing stands in it, it repeats another row or last year's, or it is wrong by just another row. */
function reasonsFor(grid: Grid, of: GridRow, after: Numbers): Reason[] {
  const others = grid.rows.filter((other) => other !== of && tells(other.values))
  const more = after.map((value, at) => value - of.values[at]!)
  const at = grid.rows.indexOf(of)
  const repeated = others.find(({ values }) => same(values, of.values))
  const isTwice = ({ values }: GridRow): boolean => same(values, more.map((value) => -value))
  const known = grid.rows.find((other) => TWICE.some(([counted, within]) => counted === other.row && within === of.row) && isTwice(other))
  const twice = known ?? others.find(isTwice)
  const left = others.find(({ values }) => same(values, more))
  return [
    // There are always rows with nothing in them.
    ...(of.empty ? [{ weight: filled(more) >= LEAST_CELLS ? 3 : 0, text: label('，似未填写', ', as if it was not filled in') }] : []),
    ...(repeated ? [{ weight: Math.abs(grid.rows.indexOf(repeated) - at) === 1 ? 4 : 2, text: label(`；与「${REQUEST_ROWS[repeated.row].zh}」一行逐格相同，似误抄`, `; it repeats the row “${REQUEST_ROWS[repeated.row].en}” cell by cell`) }] : []),
    ...(twice ? [{ weight: known ? 4 : 2, text: label(`；差额恰为「${REQUEST_ROWS[twice.row].zh}」一行，似重复计入`, `; the difference is exactly the row “${REQUEST_ROWS[twice.row].en}”, as if counted twice`) }] : []),
    ...(left ? [{ weight: 2, text: label(`；差额恰为「${REQUEST_ROWS[left.row].zh}」一行，似未计入`, `; the difference is exactly the row “${REQUEST_ROWS[left.row].en}”, as if left out`) }] : []),
    ...(repeatsLastYear(grid, of) ? [{ weight: 4, text: label('；与上年年报的同一行逐格相同，似误抄', '; it repeats the same row of last year’s report cell by cell') }] : []),
  ]
}

/** One row of table 3 wrong in several columns, with the numbers that make all of them fit; the likeliest first. Of outcomes only rows with a reason to be it, as each could be. */
export function wrongRows(grid: Grid, where: Where): Draft[] {
  const all = grid.rows.flatMap((of) => {
    // A row of totals with nothing in it is no wrong number.
    if (of.row === 'processed' && of.empty) return []
    const after = reckoned(grid, of)
    if (!after) return []
    const reasons = reasonsFor(grid, of, after)
    const isOutcome = of.weights[0] === 0
    if (reasons.length === 0 && (isOutcome || filled(settingsOf(of, after).map(([, each]) => each!)) < LEAST_CELLS)) return []
    const draft: Draft = { kind: 'row', settings: settingsOf(of, after), evidence: reasons.reduce((sum, { weight }) => sum + weight, 0), explain: () => label('', '') }
    return [{ of, reasons, draft, cost: farFetched(where, draft) }]
  }).sort((a, b) => a.cost - b.cost)
  const more = all.length - FEW_ROWS
  const beside = more > 0 ? label(`（另有 ${more} 行亦可）`, ` (so it would with ${more} other ${more === 1 ? 'row' : 'rows'})`) : label('', '')
  return all.slice(0, FEW_ROWS).map(({ of, reasons, draft }): Draft => {
    const name = REQUEST_ROWS[of.row]
    const why = reasons.map(({ text }) => text)
    return { ...draft, explain: () => label(`「${name.zh}」一行${why.map(({ zh }) => zh).join('')}；改为各列所缺的数则相符${beside.zh}`, `fits if the row “${name.en}” is what its columns lack${why.map(({ en }) => en).join('')}${beside.en}`) }
  })
}

/** Two rows of table 3 exchanged. */
export function swappedRows({ rows, lacking }: Grid): Draft[] {
  return rows.flatMap((a, at) => rows.slice(at + 1).flatMap((b): Draft[] => {
    const fits = lacking.every((by, sum) => by.every((value, column) => value + (a.weights[sum]! - b.weights[sum]!) * (b.values[column]! - a.values[column]!) === 0))
    if (!fits || filled(a.values.map((value, column) => value - b.values[column]!)) === 0) return []
    const [x, y] = [REQUEST_ROWS[a.row], REQUEST_ROWS[b.row]]
    return [{ kind: 'swapped', settings: [...settingsOf(a, b.values), ...settingsOf(b, a.values)], explain: () => label(`「${x.zh}」与「${y.zh}」两行若整行互换则相符`, `fits if the whole rows “${x.en}” and “${y.en}” change places`) }]
  }))
}

/** The column of totals left at zero. */
export function unfilledTotals({ rows }: Grid): Draft[] {
  const totals = rows.map(({ figures, values }) => ({ figure: figures.at(-1)!, stated: values.at(-1)!, sum: values.slice(0, -1).reduce((sum, value) => sum + value, 0) }))
  const lacking = totals.filter(({ sum }) => sum > 0)
  if (lacking.length < LEAST_CELLS || totals.some(({ stated }) => stated !== 0)) return []
  return [{ kind: 'total-unfilled', settings: lacking.map(({ figure, sum }): Setting => [figure, sum]), explain: () => label('表三「总计」一列似未填写，按各行之和填写则相符', 'the column of totals of table 3 is not filled in; fits if it is the sums of the rows') }]
}

/** Blocks of a column that may be exchanged with another column's. */
const BLOCKS: readonly ((of: GridRow) => boolean)[] = [({ weights }) => weights[0] === 0, ({ row }) => row === 'received' || row === 'carried-in', ({ row }) => row === 'processed' || row === 'carried-out', ({ row }) => row !== 'received' && row !== 'carried-in']

/** Two columns that fail by opposite amounts exchanged, but for some of their rows. */
export function swappedColumns({ rows, lacking }: Grid): Draft[] {
  const failing = APPLICANT_IDS.flatMap((_, column) => (lacking.some((by) => by[column] !== 0) ? [column] : []))
  const [a, b] = failing as [number, number]
  if (failing.length !== 2 || lacking.some((by) => by[a]! + by[b]! !== 0)) return []
  return BLOCKS.flatMap((isIn): Draft[] => {
    const settings = rows.filter(isIn).flatMap(({ figures, values }): Setting[] => (values[a] === values[b] ? [] : [[figures[a]!, values[b]!], [figures[b]!, values[a]!]]))
    if (settings.length <= 2) return []
    const [x, y] = [APPLICANTS[APPLICANT_IDS[a]!], APPLICANTS[APPLICANT_IDS[b]!]]
    return [{ kind: 'swapped', settings, explain: () => label(`「${x.zh}」与「${y.zh}」两列的这些格若互换则相符`, `fits if these cells of the columns “${x.en}” and “${y.en}” change places`) }]
  })
}
