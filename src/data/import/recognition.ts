import '@/domain/all-forms'
import type { ProblemKind } from '@/domain/problem'
import { FORMATS, formatOf } from '@/domain/formats'
import type { Shape } from './account'
import type { Mapping } from './mapping'
import { yearInName } from './year'

/** How a column without a heading is called: `⟨3⟩`, the third. */
export const unnamed = (at: number): string => `⟨${at + 1}⟩`
export const isUnnamed = (heading: string): boolean => /^⟨\d+⟩$/.test(heading)

/** What a table of a file is taken for. */
export interface Recognition {
  /** '' when no format was recognised: somebody has to say what the columns are. */
  readonly format: string
  readonly shape: Shape
  readonly mapping: Mapping
  readonly told: readonly { readonly kind: ProblemKind; readonly column?: string; readonly text?: string }[]
}

export interface Headed {
  /** Path of the file. */
  readonly name: string
  readonly headings: readonly string[]
  /** What stands above the headings. */
  readonly titles?: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

export const OWN_FORMATS = FORMATS.filter((format) => format.own)
/** Any other export: its layout and figures are the fallback for headings that no country's format has. */
export const COMMON = formatOf('common')!

/** The year of a table without a column for it: in the file's name, else in a title above the headings. */
export const yearOfTable = ({ name, titles = [] }: Headed): number | null => yearInName(name) ?? titles.map(yearInName).find((year) => year !== null) ?? null

/** Whether a column holds numbers, most of it. */
export const isNumeric = (sample: readonly (readonly string[])[], at: number): boolean => {
  const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.filter((cell) => /^[+-]?[\d０-９][\d０-９.,，\s]*%?$/.test(cell) || /^(n\/?a|-|—|\/|\*|<\d+)$/i.test(cell)).length >= cells.length * 0.8
}
