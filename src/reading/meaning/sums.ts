import type { Cell } from '@/domain/cell'
import { APPLICANT_IDS, APPLICANT_PARTS, REQUEST_ROW_IDS, REVIEW_KINDS, rowsOfGroup, type Applicant, type FigureId, type OutcomeGroup, type RequestRow } from '@/domain/figure'
import { OUTCOME_GROUPS } from '@/domain/figure'
import type { Figures } from './figures'

export type Cells = ReadonlyMap<FigureId, Cell>
/** The numbers by applicant of rows that the form does not have. */
export type ExtraSums = Readonly<Partial<Record<Applicant, number>>>

/** One of the form's own sums: left = right. */
interface Equation {
  readonly left: readonly FigureId[]
  readonly right: readonly FigureId[]
  /** Added to the right: rows that the form does not have. */
  readonly extra: number
}

const request = (row: RequestRow, applicant: Applicant): FigureId => `requests.${row}.${applicant}`

/** A number, a blank as zero; null where nothing can be said. */
function amount(cells: Cells, figure: FigureId): number | null {
  const cell = cells.get(figure)
  if (cell === undefined) return null
  if ('value' in cell) return cell.value
  return cell.missing === 'blank' || cell.missing === 'not-applicable' ? 0 : null
}

const isOpen = (cell: Cell | undefined): boolean => cell !== undefined && 'missing' in cell && (cell.missing === 'blank' || cell.missing === 'not-applicable')

/** The rows that stand for a group of outcomes in a report: the rows under it, else the group's own. */
const groupFigures = (cells: Cells, group: OutcomeGroup, applicant: Applicant): FigureId[] => {
  const rows = rowsOfGroup(group).filter((row) => cells.has(request(row, applicant)))
  return rows.length > 0 ? rows.map((row) => request(row, applicant)) : [request(group, applicant)]
}

const rowEquation = (row: RequestRow): Equation => ({ left: [request(row, 'total')], right: APPLICANT_PARTS.map((part) => request(row, part)), extra: 0 })

function columnEquations(cells: Cells, applicant: Applicant, extra: number): Equation[] {
  const accepted = [request('received', applicant), request('carried-in', applicant)]
  const [processed, carriedOut] = [request('processed', applicant), request('carried-out', applicant)]
  const outcomes = OUTCOME_GROUPS.flatMap((group) => groupFigures(cells, group, applicant))
  const total: Equation[] = cells.has(processed) ? [{ left: [processed], right: outcomes, extra }] : []
  // Without their total, or where it is blank, the outcomes themselves make up what was processed.
  const [made, more] = total.length === 0 || isOpen(cells.get(processed)) ? [outcomes, extra] : [[processed], 0]
  return [{ left: accepted, right: [...made, carriedOut], extra: more }, ...total]
}

const reviewEquations = (): Equation[] => Object.keys(REVIEW_KINDS).map((kind) => ({ left: [`${kind}.total` as FigureId], right: ['upheld', 'corrected', 'other', 'pending'].map((result) => `${kind}.${result}` as FigureId), extra: 0 }))

/** All sums of the form that a report's rows make up. */
export function equationsOf(cells: Cells, extras: ExtraSums = {}): Equation[] {
  return [...REQUEST_ROW_IDS.map(rowEquation), ...APPLICANT_IDS.flatMap((applicant) => columnEquations(cells, applicant, extras[applicant] ?? 0)), ...reviewEquations()]
}

/** Whether a sum holds, also where what is known of one side is more than the whole other side; null where it cannot be told, or where its total is blank. */
export function holds(cells: Cells, { left, right, extra }: Equation): boolean | null {
  const first = left.length === 1 ? cells.get(left[0]!) : undefined
  if (first && 'missing' in first) return null
  const sides = [left, right].map((figures) => figures.map((figure) => amount(cells, figure)))
  const [a, b] = sides.map((side) => side.reduce<number>((sum, value) => sum + (value ?? 0), 0))
  const [isWhole, areAllParts] = sides.map((side) => !side.includes(null))
  const off = a! - b! - extra
  if (isWhole && areAllParts) return Math.abs(off) < ROUNDING
  return (isWhole && off < -ROUNDING) || (areAllParts && off > ROUNDING) ? false : null
}

const ROUNDING = 1e-6

/** The figures of each sum of the form that does not hold. */
export const contradictions = (cells: Cells, extras?: ExtraSums): FigureId[][] =>
  equationsOf(cells, extras)
    .filter((equation) => holds(cells, equation) === false)
    .map(({ left, right }) => [...left, ...right].filter((figure) => cells.has(figure)))

/** Whether the sums hold in which a figure takes part with other rows, `own` being those of its row: null where none of them can be told. */
export function holdsWithRows(cells: Cells, figure: FigureId, own: readonly FigureId[]): boolean | null {
  const holding = equationsOf(cells)
    .filter(({ left, right }) => [...left, ...right].includes(figure) && [...left, ...right].some((other) => !own.includes(other)))
    .map((equation) => holds(cells, equation))
  return holding.includes(false) ? false : holding.includes(true) ? true : null
}

/** Whether the outcomes of a column make up, with what is carried out, what came in: that shows what a blank total cannot. */
const isMadeUp = (cells: Cells, total: FigureId, extras: ExtraSums): boolean => {
  const applicant = APPLICANT_IDS.find((each) => total === request('processed', each))
  return applicant !== undefined && holds(cells, columnEquations(cells, applicant, extras[applicant] ?? 0)[0]!) === true
}

/** The figures of each sum whose total is blank, or says that none applies, beside parts that are not zero: nothing can show whether they stand in their columns. */
export const openTotals = (cells: Cells, extras: ExtraSums = {}): FigureId[][] =>
  equationsOf(cells)
    .filter(({ left, right }) => left.length === 1 && isOpen(cells.get(left[0]!)) && right.some((figure) => (amount(cells, figure) ?? 0) !== 0) && !isMadeUp(cells, left[0]!, extras))
    .map(({ left, right }) => [...left, ...right])

/** What the rows that the form does not have add up to, by applicant. */
export function extraSums({ extras }: Figures): ExtraSums {
  const sums: Partial<Record<Applicant, number>> = {}
  for (const { cells, columns } of extras) columns.forEach((column, at) => (sums[column] = (sums[column] ?? 0) + (cells[at] && 'value' in cells[at].cell ? cells[at].cell.value : 0)))
  return sums
}
