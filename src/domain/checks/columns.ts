import { APPLICANT_IDS, unsplitOf, type FigureId } from '../figure'
import type { Trial } from './trial'

/** What is reckoned of a line of figures once, for as long as there is the line. */
function once<T>(reckon: (figures: readonly FigureId[]) => T): (figures: readonly FigureId[]) => T {
  const known = new WeakMap<readonly FigureId[], { readonly of: T }>()
  return (figures) => {
    let found = known.get(figures)
    if (!found) known.set(figures, (found = { of: reckon(figures) }))
    return found.of
  }
}

/** A column of a form with （六）其他处理 in one row instead of three; null where the form has it so. */
const unsplit = once((figures) => {
  const split = figures.filter((figure) => unsplitOf(figure) !== undefined)
  const whole = split[0] && unsplitOf(split[0])
  return whole ? { whole, split, column: figures.flatMap((figure) => (figure === split[0] ? [whole] : split.includes(figure) ? [] : [figure])) } : null
})

/** The cells of a column of table 3 as the report has them: （六）其他处理 may be one row instead of three. */
export function columnInUse(trial: Trial, figures: readonly FigureId[]): readonly FigureId[] {
  const known = unsplit(figures)
  return known === null || trial.value(known.whole) === undefined || known.split.some((figure) => trial.value(figure) !== undefined) ? figures : known.column
}

/** The same column of each applicant. */
export const columnsBeside = once((figures) => APPLICANT_IDS.map((applicant) => figures.map((figure) => `${figure.slice(0, figure.lastIndexOf('.'))}.${applicant}` as FigureId)))

/** The names of the rows that the cells of a column stand in, as their sums have them. */
export const rowsOf = once((figures) => figures.map((figure) => figure.slice(0, figure.lastIndexOf('.'))))
