import { plainText } from '../table-file'
import type { LineText } from './line-text'
import type { Mapping } from './mapping'
import { figureNamed, figureOfParts, type Named } from './names'
import type { TableColumns } from './table-columns'

/** Which figure a line's number is: a file names a few hundred, each looked up once. */
export class LineFigures {
  private readonly named = new Map<string, Named>()

  constructor(
    private readonly columns: TableColumns,
    private readonly mapping: Mapping,
    private readonly text: LineText,
  ) {}

  /** The format that a line's report goes by. */
  formatOf(cells: readonly string[]): string {
    return (this.columns.format < 0 ? '' : cells[this.columns.format]!.trim()) || this.mapping.format
  }

  /** The figure by row and column, whole, or by the mapping; `part`: the form's column that the number stands in. */
  of(cells: readonly string[], part: string): Named {
    const first = (places: readonly number[]): string => places.map((place) => plainText(cells[place]!)).find((each) => each !== '') ?? ''
    const { keys } = this.columns
    const [figure, row, column] = [first(keys.figure), first(keys.row), part || first(keys.column)]
    // Where lines can name a figure and this one names none, its words are of something that has none.
    const source = figure === '' && row === '' && keys.figure.length === 0 ? this.text.beside(cells, 'named') : ''
    const format = this.formatOf(cells)
    const key = [figure, row, column, format, source].join('\u0001')
    let named = this.named.get(key)
    if (named === undefined) this.named.set(key, (named = this.look(figure || source, row, column, format)))
    return named
  }

  private look(figure: string, row: string, column: string, format: string): Named {
    const applicant = this.mapping.applicant ?? 'total'
    if (figure !== '') return figureNamed(figure, column, applicant, format)
    return row !== '' ? figureOfParts(row, column, applicant, format) : this.constant(column)
  }

  /** The figure that the reader named for all numbers; of an applicant's column, that applicant's. */
  private constant(column: string): Named {
    const { figure } = this.mapping
    if (figure === undefined) return 'unknown'
    return column === '' ? figure : figureNamed(figure.replace(/\.[^.]+$/, ''), column, 'total', this.mapping.format)
  }
}
