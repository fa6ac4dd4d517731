import type { EvidenceByReport } from './evidence'
import type { LoadProgress, LoadResult } from './load'
import type { LoadErrorKind } from './load-error'
import type { TablePart } from './table-parts'

/** Where a package lies: `folder` is an absolute address that ends in a slash; `own` is the id of one that is kept in this browser instead. */
export interface Place {
  readonly folder: string
  readonly own?: string
}

/** What the worker is asked. */
export type Order = (Place & { readonly kind: 'load' }) | (Place & { readonly kind: 'evidence'; readonly file: string })

/** The lists of a table that may be long. */
export const LISTS = ['agencies', 'reportSource', 'reportNotes', 'statements', 'versions', 'revisions', 'doubtfulReadings', 'problems'] as const
export type ListName = (typeof LISTS)[number]

/** What the worker says; the table comes in parts before the answer. */
export type Answer =
  | { readonly kind: 'alive' }
  | { readonly kind: 'progress'; readonly progress: LoadProgress }
  | { readonly kind: 'part'; readonly part: TablePart }
  | ({ readonly kind: 'loaded' } & Pick<LoadResult, 'files' | 'descriptor'>)
  | { readonly kind: 'evidence'; readonly found: EvidenceByReport }
  | { readonly kind: 'failed'; readonly error: LoadErrorKind; readonly file: string; readonly detail: string }
