import { UNLISTED, type FigureId } from '@/domain/figure'
import { isCount, unitOfFigure } from '@/domain/formats'

const MONEY = new Set(['wan-yuan', 'usd'])

const isSummed = (figure: FigureId): boolean => isCount(figure) || MONEY.has(unitOfFigure(figure)) || figure.startsWith(UNLISTED)

interface Stated {
  readonly year: number
  readonly column: number
  readonly value: number
  readonly line: number
}

/** A total that a file prints, and what its rows add up to. */
export interface TotalCheck {
  readonly year: number
  readonly column: number
  readonly line: number
  readonly stated: number
  readonly sum: number
}

/** Adds up what the rows of a file state, to check its total rows: they are never loaded, and never summed. */
export class Totals {
  private readonly sums = new Map<number, Float64Array>()
  private readonly stated: Stated[] = []
  private readonly summed: readonly boolean[]

  constructor(private readonly figures: readonly FigureId[]) {
    this.summed = figures.map(isSummed)
  }

  add(year: number, column: number, value: number): void {
    let sums = this.sums.get(year)
    if (!sums) this.sums.set(year, (sums = new Float64Array(this.figures.length)))
    sums[column]! += value
  }

  /** A total row's number; NaN states none. */
  state(year: number, column: number, value: number, line: number): void {
    if (this.summed[column] && !Number.isNaN(value)) this.stated.push({ year, column, value, line })
  }

  /** Every total stated of a year that has rows, with the sum of the rows. */
  checks(): TotalCheck[] {
    return this.stated.flatMap(({ year, column, value, line }) => {
      const sums = this.sums.get(year)
      return sums ? [{ year, column, line, stated: value, sum: Math.round(sums[column]! * 1e6) / 1e6 }] : []
    })
  }
}

/** Money is rounded in print: half a cent. */
export const agrees = ({ stated, sum }: TotalCheck): boolean => Math.abs(stated - sum) <= 0.005 + Math.abs(stated) * 1e-12
