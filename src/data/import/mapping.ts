import type { Applicant, FigureId } from '@/domain/figure'
import type { AgencyField } from '@/domain/formats'

/** What a column of a file is. */
export type ColumnRole =
  | { readonly as: 'agency' | 'year' | 'skip' }
  /** Which part of the year a line counts: only lines of whole years are loaded. */
  | { readonly as: 'period' }
  /** The report format of the line. */
  | { readonly as: 'format' }
  /** Whose work the figures of the line count. */
  | { readonly as: 'scope' }
  /** A field of the agency beside its name. */
  | { readonly as: 'field'; readonly field: AgencyField }
  /** Parts of a figure's name, one line a figure: the row of a table (受理, `received`, a channel), its column (an applicant, a measure), or the whole figure. */
  | { readonly as: 'row' | 'column' | 'figure' }
  /** The number of a line whose figure other columns name; and what stands beside it. */
  | { readonly as: 'value' | 'unit' | 'note' | 'missing' | 'source' }
  /** What the source calls the figure, and its words about it: evidence; the name also where no figure is given. */
  | { readonly as: 'named' | 'quote' }
  /** The numbers of one figure. */
  | { readonly as: 'cells'; readonly figure: FigureId }
  /** The numbers of one column of a table whose row another column names: 自然人, 结果维持. */
  | { readonly as: 'part'; readonly part: string }
  /** The numbers of one year, of a figure that other columns name. */
  | { readonly as: 'year-cells'; readonly year: number }
  /** Kept as a figure of its own, under its heading. */
  | { readonly as: 'own' }

/** How one file is read: plain data, so that it can be kept, sent along, and given to the command line (`--map`). */
export interface Mapping {
  /** Report format of the reports it makes; `cn` takes the national form of each report's year. */
  readonly format: string
  /** What each column is, by heading (a repeated heading is numbered: `其他`, `其他 (2)`). Headings that are not named are `skip`. */
  readonly columns: Readonly<Record<string, ColumnRole>>
  /** The year of all lines where no column has it; null: it is not known. */
  readonly year: number | null
  /** The agency of all lines where no column has it; '' where a column has it. */
  readonly agency?: string
  /** The figure of all numbers where no column names it (a table of agencies and years). */
  readonly figure?: FigureId
  /** The applicant that figures without one are of. Default: total. */
  readonly applicant?: Applicant
  readonly decimal?: 'point' | 'comma'
  /** Which of the two years of a financial year (`2021-22`) a line is filed under. Default: the first. */
  readonly span?: 'first' | 'last'
}

/** What the reader wrote in the place of a cell: as a report would write it, empty for blank, `..` for not known. */
export interface CellEdit {
  readonly text: string
  readonly remark: string
  /** The reader compared the cell with the document (true), or takes that back (false): its text is what stands already. */
  readonly confirmed?: boolean
}

/** What the reader may say about a file instead of what was found out. */
export interface FileChoices {
  /** A label TextDecoder knows. */
  readonly encoding?: string
  readonly delimiter?: string
  readonly format?: string
  readonly mapping?: Mapping
  /** What columns are whatever the format: kept when the reader chooses another one. */
  readonly columns?: Readonly<Record<string, ColumnRole>>
  /** Whose work the figures of a document's report count: the office's own, or the whole region's. */
  readonly scope?: '' | 'own' | 'region'
  /** A document's report takes the place of the one that the package has of its agency and year. Default: where they state cells differently it is another version. */
  readonly instead?: boolean
  /** Cells of a document's report that the reader corrected, by figure. */
  readonly edits?: Readonly<Record<string, CellEdit>>
}

/** The same of several files, by their names. */
export type Choices = Readonly<Record<string, FileChoices>>
