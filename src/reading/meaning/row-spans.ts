import { APPLICANT_IDS } from '@/domain/figure'
import { withoutSpare, type Entry, type Piece } from './entries'
import { tight } from './words'

const spanOf = (values: readonly Piece[]): string => `${values[0]?.column} ${values.at(-1)!.column + values.at(-1)!.width}`

/** So many rows show which of their cells are spare. */
const LEAST_ROWS = 6

/** The columns in which the rows of each table begin and end that have a value for each applicant. */
export class RowSpans {
  private readonly spans = new Map<number, Set<string>>()
  /** How many cells stand before the values of rows with so many cells, by table and number of cells, each row once. */
  private readonly offsets = new Map<string, number[]>()

  /** The values of a row without the blanks before or behind them; where they could be either, those that stand where all rows above have theirs, or behind as many cells as in all of them. */
  withoutSpare({ table, loose }: Entry, written: readonly Piece[]): readonly Piece[] {
    const values = withoutSpare(written, APPLICANT_IDS.length)
    if (table === null || loose) return values
    const spans = this.spans.get(table) ?? new Set()
    // Of blanks alone it could be any of them.
    const isCertain = values.length === APPLICANT_IDS.length && (values.length === written.length || values.some(({ text }) => tight(text) !== ''))
    if (isCertain) this.spans.set(table, spans.add(spanOf(values)))
    const key = `${table} ${written.length}`
    const offsets = this.offsets.get(key) ?? []
    if (isCertain && values.length < written.length) this.offsets.set(key, [...offsets, written.indexOf(values[0]!)])
    const runs = values.length <= APPLICANT_IDS.length || spans.size !== 1 ? [] : values.map((_, at) => values.slice(at, at + APPLICANT_IDS.length)).filter((own) => spans.has(spanOf(own)))
    const usual = values.length > APPLICANT_IDS.length && offsets.length >= LEAST_ROWS && new Set(offsets).size === 1 ? [written.slice(offsets[0], offsets[0]! + APPLICANT_IDS.length)] : []
    return [...runs, ...usual].find((own) => own.length === APPLICANT_IDS.length && values.every((value) => own.includes(value) || tight(value.text) === '')) ?? values
  }
}
