import type { FindingsData } from '@/domain/checks'
import type { TablePart } from './table-parts'

/** What the worker is told: the parts of a table, then to check it. */
export type CheckOrder = { readonly kind: 'part'; readonly part: TablePart } | { readonly kind: 'check' }

/** What the worker says. `partial`: what is found in the first `checked` reports; `counts` are those of the reports since the answer before, for all answers count in one array. */
export type CheckAnswer =
  | { readonly kind: 'progress'; readonly checked: number }
  | { readonly kind: 'partial'; readonly found: FindingsData; readonly checked: number }
  | { readonly kind: 'found'; readonly found: FindingsData }
  | { readonly kind: 'failed'; readonly detail: string }
