import { APPLICANT_IDS } from '@/domain/figure'
import { withoutSpare, type Entry, type Piece } from './entries'
import { tight } from './words'

const spanOf = (values: readonly Piece[]): string => `${values[0]?.column} ${values.at(-1)!.column + values.at(-1)!.width}`

/** The columns in which the rows of each table begin and end that have a value for each applicant. */
export class RowSpans {
  private readonly spans = new Map<number, Set<string>>()

  /** The values of a row without the blanks before or behind them; where they could be either, those that stand where all rows above have theirs. */
  withoutSpare({ table, loose }: Entry, written: readonly Piece[]): readonly Piece[] {
    const values = withoutSpare(written, APPLICANT_IDS.length)
    if (table === null || loose) return values
    const spans = this.spans.get(table) ?? new Set()
    // Of blanks alone it could be any of them.
    const isCertain = values.length === APPLICANT_IDS.length && (values.length === written.length || values.some(({ text }) => tight(text) !== ''))
    if (isCertain) this.spans.set(table, spans.add(spanOf(values)))
    const runs = values.length <= APPLICANT_IDS.length || spans.size !== 1 ? [] : values.map((_, at) => values.slice(at, at + APPLICANT_IDS.length)).filter((own) => spans.has(spanOf(own)))
    return runs.find((own) => own.length === APPLICANT_IDS.length && values.every((value) => own.includes(value) || tight(value.text) === '')) ?? values
  }
}
