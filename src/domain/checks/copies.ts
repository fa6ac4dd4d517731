import { APPLICANT_PARTS, type FigureId } from '../figure'
import { FORMATS, type Format } from '../formats'
import { REASON_BITS, STATED } from '../table'
import type { Context } from './context'
import { outlineOf, type Copied } from './outline'
import { STOCKS } from './stocks'
import type { Cells } from './term'

/** A table with fewer numbers than this says nothing when another is the same. */
const LEAST_NUMBERS = 5
/** How telling a table must be, in bits (each number n counts log₂(1 + n)): small reports are alike by chance, and stocks stay as they are. */
const LEAST_WEIGHT = { requests: 8, proactive: 24, reviews: 16, own: 24 } as const
/** Near copies of the year before: at most so many cells differ, of a table with at least so many numbers. */
const NEAR = { cells: 4, numbers: 20, weight: 16 } as const

/** Another report with the same table. `distance`: how many cells differ. */
export interface Copy {
  readonly row: number
  readonly distance: number
}

const at = ({ values, states }: Cells, row: number): number => ((states[row]! & REASON_BITS) === STATED ? values[row]! : 0)

const isOther = (stated: number, expected: number): boolean => !Number.isNaN(stated) && !Number.isNaN(expected) && stated !== expected

/** Finds reports whose whole table 2, 3 or 4 (or catalogue, of other formats) is another report's. */
export class Copies {
  readonly figures: readonly FigureId[]
  private readonly columns: readonly Cells[]
  private readonly keys: readonly Cells[]
  private readonly telling: readonly (readonly Cells[])[]
  private readonly least: number
  private readonly formatIndex: number
  private index: ReadonlyMap<number, readonly number[]> | null = null

  constructor(
    private readonly context: Context,
    format: Format,
    private readonly table: Copied = 'requests',
  ) {
    const bound = (figures: readonly FigureId[]): Cells[] => figures.flatMap((figure) => context.column(figure) ?? [])
    const { figures, telling } = outlineOf(format, table)
    this.figures = figures
    this.columns = bound(figures)
    this.telling = telling.map(bound)
    this.formatIndex = FORMATS.indexOf(format)
    this.least = format.own ? LEAST_WEIGHT.own : LEAST_WEIGHT[table]
    const step = Math.max(1, Math.floor(this.columns.length / 12))
    this.keys = this.columns.filter((_, index) => index % step === step - 1)
  }

  isOf(format: Format): boolean {
    return this.formatIndex === FORMATS.indexOf(format)
  }

  /** Whether the report's table has enough in it to be told from others. */
  tells(row: number): boolean {
    return this.hasNumbers(row, LEAST_NUMBERS) && this.hasWeight(row, this.least)
  }

  /** The report that this one's table repeats: the agency's own of the year before, else another agency's of the same year. */
  copyOf(row: number): Copy | null {
    const before = this.context.yearBefore[row]!
    const distance = before >= 0 && this.sameFormat(before) ? this.distance(row, before, NEAR.cells) : Infinity
    if (distance === 0) return { row: before, distance }
    const same = this.sameYear(row)
    if (same >= 0 && !this.isOriginal(row, same)) return { row: same, distance: 0 }
    return this.table === 'requests' && distance <= NEAR.cells && this.hasNumbers(row, NEAR.numbers) && this.hasWeight(row, NEAR.weight) ? { row: before, distance } : null
  }

  /** Of two reports of one year with the same table, the one that goes with its own years before and after, where the other does not, is no copy. */
  private isOriginal(row: number, other: number): boolean {
    return this.breaks(row) === 0 && this.breaks(other) > 0
  }

  /** How many figures of a report do not follow from the year before, or into the year after: carried over, and documents in force. NaN where neither is there. */
  private breaks(row: number): number {
    const { table, joinedBefore } = this.context
    const after = table.rowOf(table.data.reportAgency[row]!, table.data.reportYear[row]! + 1)
    const pairs = [row, after].filter((later) => later >= 0 && joinedBefore[later]! >= 0)
    return pairs.length === 0 ? Number.NaN : pairs.reduce((count, later) => count + this.parting(later, joinedBefore[later]!), 0)
  }

  private parting(row: number, before: number): number {
    const number = (figure: FigureId, at: number): number => this.context.number(figure, at)
    const carried = APPLICANT_PARTS.filter((part) => isOther(number(`requests.carried-in.${part}`, row), number(`requests.carried-out.${part}`, before)))
    const stocks = STOCKS.filter((item) => isOther(number(`${item}.in-force`, row), number(`${item}.in-force`, before) + number(`${item}.issued`, row) - number(`${item}.repealed`, row)))
    return carried.length + stocks.length
  }

  private sameFormat(row: number): boolean {
    return this.context.table.data.reportFormat[row] === this.formatIndex
  }

  private hasNumbers(row: number, least: number): boolean {
    let count = 0
    for (let i = 0; i < this.columns.length && count < least; i += 1) if (at(this.columns[i]!, row) !== 0) count += 1
    return count >= least
  }

  private hasWeight(row: number, least: number): boolean {
    return this.telling.some((columns) => {
      let weight = 0
      for (let i = 0; i < columns.length && weight < least; i += 1) weight += Math.log2(1 + Math.max(0, at(columns[i]!, row)))
      return weight >= least
    })
  }

  /** How many cells differ; Infinity beyond `most`. */
  private distance(a: number, b: number, most: number): number {
    let differing = 0
    for (let i = 0; i < this.columns.length; i += 1) {
      if (at(this.columns[i]!, a) !== at(this.columns[i]!, b) && (differing += 1) > most) return Infinity
    }
    return differing
  }

  private key(row: number): number {
    let key = this.context.table.data.reportYear[row]!
    for (let i = 0; i < this.keys.length; i += 1) key = (Math.imul(key, 31) + at(this.keys[i]!, row)) | 0
    return key
  }

  /** Without the index, which is worth making for many reports only, all are looked at. */
  private sameYear(row: number): number {
    const { reportYear } = this.context.table.data
    const alike = this.index?.get(this.key(row))
    const count = this.index ? (alike?.length ?? 0) : reportYear.length
    for (let i = 0; i < count; i += 1) {
      const other = alike ? alike[i]! : i
      if (reportYear[other] === reportYear[row] && other !== row && this.sameFormat(other) && this.distance(row, other, 0) === 0) return other
    }
    return -1
  }

  /** Makes ready for many reports: rows of the format by a hash of some of their figures. */
  prepare(): void {
    if (this.index) return
    const index = new Map<number, number[]>()
    for (let row = 0; row < this.context.table.size; row += 1) {
      if (!this.sameFormat(row)) continue
      const key = this.key(row)
      const known = index.get(key)
      if (known) known.push(row)
      else index.set(key, [row])
    }
    this.index = index
  }
}
