import { label, type Label } from './label'

/** What can be wrong with a line of a package; each has a message and a remedy in every locale (`problem.<kind>`). */
export const PROBLEM_KINDS = [
  'file-missing',
  'file-cut',
  'file-smaller',
  'file-empty',
  'encoding',
  'descriptor',
  'evidence-differs',
  'column-unknown',
  'column-missing',
  'column-twice',
  'ragged',
  'quote',
  'agency-missing',
  'agency-unknown',
  'agency-twice',
  'year-unreadable',
  'report-unknown',
  'report-twice',
  'format-unknown',
  'row-unknown',
  'line-twice',
  'cell-unreadable',
  'count-odd',
  'statement-again',
  'encoding-mixed',
  'decimal-comma',
  'file-unsupported',
  'file-binary',
  'file-encrypted',
  'file-damaged',
  'file-large',
  'file-bomb',
  'document-unread',
  'document-part',
  'columns-unmapped',
  'table-ambiguous',
  'column-kept',
  'column-unnamed',
  'row-preamble',
  'row-heading',
  'row-total',
  'total-differs',
  'row-component',
  'row-period',
  'row-blank',
  'year-missing',
  'year-span',
  'year-taken',
  'figure-unknown',
  'figure-derived',
  'name-cleaned',
  'agency-namesake',
  'version',
  'worker',
] as const

/** What a reader of documents says of a problem, in each language. */
export interface SaidOfDocument {
  readonly message: Label
  readonly remedy: Label
}

export type ProblemKind = (typeof PROBLEM_KINDS)[number]

/** One thing found wrong while reading a package. Lines count from 1, the header line is line 1; columns are named. */
export interface Problem {
  readonly kind: ProblemKind
  readonly file: string
  readonly line?: number
  readonly column?: string
  /** The text as it stood in the file, cut at 200 characters. */
  readonly text?: string
  /** Of a document: what its reader says; `text` is then what it says it about. */
  readonly said?: SaidOfDocument
  /** The whole line was left out; otherwise only the named cell or file is affected. */
  readonly lineLeftOut?: boolean
}

/** The remedy of what a reader of documents only tells. */
export const NOTHING_TO_DO = label('无需处理', 'nothing to do')

/** Kinds that tell what was done and ask for nothing. */
const HARMLESS: ReadonlySet<ProblemKind> = new Set(['encoding', 'row-preamble', 'row-heading', 'row-total', 'row-component', 'row-period', 'row-blank', 'column-kept', 'decimal-comma', 'year-span', 'year-taken', 'name-cleaned'])

/** Whether a problem only tells what was done. */
export const asksNothing = ({ kind, said }: Problem): boolean => HARMLESS.has(kind) || said?.remedy.zh === NOTHING_TO_DO.zh
