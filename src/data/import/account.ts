import type { Problem, ProblemKind, SaidOfDocument } from '@/domain/problem'
import type { FigureId } from '@/domain/figure'
import type { Label } from '@/domain/label'
import type { Mapping } from './mapping'

/** A file to import. Members of archives are named `archive.zip/member.csv`, sheets of a workbook `book.xlsx/Sheet1`. */
export interface ImportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** How the lines of a file name their figures: a format's own headings, the national form's tables, a line a figure, a column a figure, a column a year, a data package, a report as a document, or not recognised. */
export type Shape = 'format' | 'form' | 'tidy' | 'wide' | 'years' | 'package' | 'document' | 'unknown'

/** A cell as it would load. `text` as it stands in the file. */
export interface PreviewCell {
  readonly line: number
  readonly agency: string
  readonly year: number
  readonly figure: FigureId
  readonly text: string
  /** Null where the cell has no number. */
  readonly value: number | null
  readonly missing: string | null
}

/** A figure as a document states it: the cell in a package's writing, its place and words. */
export interface ReadLine {
  /** '' where no figure fits: `asNamed` says what the document calls it. */
  readonly figure: FigureId | ''
  readonly asNamed: string
  readonly text: string
  readonly note: string
  readonly quote: string
  /** `p3 t2 r5 c4`: page, table, row, column; `l12`: line. */
  readonly place: string
}

/** What was told of a document while it was read. */
export interface ReadProblem extends SaidOfDocument {
  readonly kind: string
  readonly place: string
  readonly text: string
  /** The cells it is about, or the part of the report's head; none where a check shows it better. */
  readonly figures: readonly FigureId[]
  /** The cells of a sum that does not hold; none for any other problem. */
  readonly sum: readonly FigureId[]
}

/** A report as it was read from a document: what is reviewed before anything is kept. */
export interface ReadLook {
  /** Null where the document does not say it. */
  readonly agency: string | null
  readonly year: number | null
  readonly format: string
  /** Its official cells and figures of the prose, and what it states beside them. */
  readonly lines: readonly ReadLine[]
  readonly statements: readonly ReadLine[]
  /** Official cells that were found, of how many the form has, and how many were not, of each of its tables that lacks some. */
  readonly found: number
  readonly of: number
  readonly unread: readonly { readonly section: string; readonly n: number; readonly of: number }[]
  readonly problems: readonly ReadProblem[]
  /** The figures that the reading itself was not sure of, parts of the report's head, and the figures of the form that it did not read, and why. */
  readonly doubtful: ReadonlyMap<FigureId, Label>
  /** How many checks of it fail, the other years of its agency aside. */
  readonly failing: number
  /** Its cells in doubt, by the reading and by its own checks. */
  readonly open: readonly FigureId[]
}

/** What one table of the files given is taken for, before anything is loaded. */
export interface Look {
  readonly name: string
  /** Why it cannot be read; null when it can. */
  readonly refused: ProblemKind | null
  /** What a data package is called in itself; absent for anything else. */
  readonly title?: string
  readonly encoding: string
  /** A mark or a strict reading says so. */
  readonly encodingSure: boolean
  readonly delimiter: string
  /** Report format; '' when none was recognised and the reader has to map the columns. */
  readonly format: string
  readonly shape: Shape
  /** As recognised, or as suggested where it was not. */
  readonly mapping: Mapping
  readonly headings: readonly string[]
  /** Line of the headings, from 1. */
  readonly headingLine: number
  /** The first lines below the headings as they stand, 12 at most. */
  readonly sample: readonly (readonly string[])[]
  /** The cells of the first lines as they would load, 40 at most. */
  readonly preview: readonly PreviewCell[]
  readonly problems: readonly Problem[]
  /** The report of a document; null for a table. */
  readonly read: ReadLook | null
}

/** What the rows of a document that were loaded are; they add up to `rowsLoaded`. */
export interface LoadedRows {
  /** Numbers that stand in the package. */
  readonly numbers: number
  /** Cells without a number: blank, not applicable, not readable. */
  readonly blank: number
  /** What the document states beside the cells of its form. */
  readonly stated: number
  /** Numbers that the package had already, or that became a version of what it had. */
  readonly again: number
}

/** Rows of one file: `rowsIn` = `rowsLoaded` + `rowsReported`. */
export interface FileAccount {
  readonly file: string
  readonly format: string
  readonly shape: Shape
  readonly encoding: string
  readonly delimiter: string
  readonly rowsIn: number
  readonly rowsLoaded: number
  readonly rowsReported: number
  /** Figures of total rows checked against the sum of the rows loaded, and how many of them differ (each is told). */
  readonly totalsChecked: number
  readonly totalsDiffering: number
  /** Of a document: official cells of its form that were not read, by no line of its own counted among the rows; absent where all were, and of tables. */
  readonly cellsUnread?: number
  /** Absent of tables, and of documents that were imported before it was counted. */
  readonly loaded?: LoadedRows
}

/** A figure that a report states otherwise than the one that was filed before it: what was read of each, as a package writes it. */
export interface Changed {
  readonly figure: FigureId
  readonly before: string
  readonly now: string
}

/** A document whose report the package had already, and what it states otherwise: nothing where it says what stands or what a version says. `added`: how many numbers it added to that; `corrections`: how many of its cells the reader had corrected. */
export interface AgainAccount {
  readonly file: string
  readonly agency: string
  readonly year: number
  readonly changed: readonly Changed[]
  readonly added?: number
  readonly corrections?: number
}

/** The account of an import; it stays with the package. */
export interface Account {
  readonly files: readonly FileAccount[]
  readonly agencies: number
  readonly reports: number
  /** Numbers loaded. */
  readonly figures: number
  /** How many agency-years have more than one version. */
  readonly versions: number
  /** Cells that were read from documents with doubt and that nobody settled; absent where there is none. */
  readonly doubtful?: number
  /** Reports of which nobody settled whose they are, or of which year; absent where there is none. */
  readonly headsDoubtful?: number
  /** Governments whose reports do not say whether they count their region; absent where there is none. */
  readonly regionsUnsaid?: number
  /** Documents whose reports the package had before; absent where there were none. */
  readonly again?: readonly AgainAccount[]
  readonly problems: readonly Problem[]
  /** Problems beyond the first 5,000 of a kind in a file, which are only counted. */
  readonly problemsUntold: number
}

/** A data package made from files: its files by path, and the account. */
export interface Imported {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly account: Account
}

export interface ImportProgress {
  readonly file: string
  readonly loaded: number
  readonly total: number
}
