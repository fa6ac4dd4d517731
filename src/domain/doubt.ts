import type { FigureId } from './figure'
import type { Label } from './label'
import type { Table } from './table'

/** Why a number may be another than it should: it rests on a report that fails a hard check, on a cell that was read from a document with doubt, was repaired, was edited by hand, or is stated otherwise by another version of the report; or its report stands under an agency or year that the reader typed. What each looks like stands in `doubt-looks.ts`. */
export const DOUBT_KINDS = ['failing', 'unsure', 'repaired', 'edited', 'version', 'typed'] as const
export type DoubtKind = (typeof DOUBT_KINDS)[number]

/** One thing in doubt about a report. */
export interface Doubt {
  readonly kind: DoubtKind
  /** What it goes by: the id of a check; '' where it goes by nothing. */
  readonly id: string
  /** What is wrong or was changed, and by how much; written out when it is read. */
  readonly text: Label
}

/** Where doubts come from. */
export interface Doubts {
  /** The table whose reports they are about; for any other nothing is known. */
  readonly table: Table | null
  /** Whether anything is in doubt about a report at all: of most nothing is, and this tells at once. */
  readonly any: (row: number) => boolean
  /** What is in doubt about a number of a report that rests on these figures; `NOTHING` where nothing is. */
  readonly about: (row: number, figures: readonly FigureId[]) => readonly Doubt[]
}

export const NOTHING: readonly Doubt[] = Object.freeze([])

/** Before anything is known. */
export const NO_DOUBTS: Doubts = Object.freeze({ table: null, any: () => false, about: () => NOTHING })

/** Doubts about one table from several places as one. */
export function allDoubts(...sources: readonly Doubts[]): Doubts {
  if (sources.length === 1) return sources[0]!
  return {
    table: sources[0]?.table ?? null,
    any: (row) => sources.some((source) => source.any(row)),
    about: (row, figures) => {
      const found = sources.flatMap((source) => source.about(row, figures))
      return found.length === 0 ? NOTHING : found
    },
  }
}
