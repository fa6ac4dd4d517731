import type { FigureId } from '../figure'
import type { Label } from '../label'
import type { Unit } from '../unit'

/** A figure id in which `*` stands for the applicant asked for. */
export type FigurePattern = FigureId | `requests.${string}.*`

/** How an indicator follows from figures, as data. A missing input makes the result missing, with the input's reason. */
export type Formula =
  | { readonly figure: FigurePattern }
  /** A group's total as stated (null: the form has no cell for it), else the sum of its parts; there a part that is blank or not applicable counts as zero (flagged) when another part is stated. */
  | { readonly group: FigurePattern | null; readonly parts: readonly FigurePattern[] }
  /** The formula of the report's format, by format id; a report of any other format gives `not-in-format`. */
  | { readonly byFormat: Readonly<Record<string, Formula>> }
  /** The first formula that has a value. */
  | { readonly first: readonly Formula[] }
  | { readonly sum: readonly Formula[] }
  | { readonly difference: readonly [Formula, Formula] }
  /** What the parts leave of the whole; parts that exceed it are `contradictory`. */
  | { readonly remainder: readonly [Formula, Formula] }
  /** numerator / denominator × 100; a zero denominator gives `not-computable`. `share`: the numerator is part of the denominator, so a Wilson interval holds; one that exceeds it is `contradictory`. */
  | { readonly ratio: readonly [Formula, Formula]; readonly share: boolean }
  /** How many figures of the report are known; or 1 for every report, which counts agencies. */
  | { readonly known: 'figures' | 'report' }

export type IndicatorKind = 'count' | 'stock' | 'money' | 'rate'

/** One of several definitions in use; the first is the default, the reader switches by the link's parameter. */
export interface Definition {
  readonly id: string
  readonly label: Label
  readonly text: Label
  /** The same in one clause, for a line under a title, where `text` lists every form's own words. */
  readonly brief?: Label
  readonly formula: Formula
}

/** What is measured. */
export interface Indicator {
  readonly id: string
  readonly label: Label
  readonly unit: Unit
  readonly kind: IndicatorKind
  /** The family of report formats it is for: `cn`, another format's id, `common` for what all share, `any`. */
  readonly family: string
  /** Whether values of different agencies may be added up. */
  readonly summable: boolean
  /** Its figures exist for each applicant of table 3. */
  readonly byApplicant: boolean
  /** It counts what stands in no row of the form: rows that reports add are named in its note. */
  readonly outside?: true
  /** Link parameter that switches the definition; absent where there is one definition. */
  readonly choice?: ChoiceId
  /** At least one. */
  readonly definitions: readonly [Definition, ...Definition[]]
}

/** The link parameters that name a definition. */
export const CHOICE_IDS = ['disclosure-rate', 'correction-rate'] as const
export type ChoiceId = (typeof CHOICE_IDS)[number]

interface Entry extends Partial<Omit<Indicator, 'definitions'>> {
  readonly id: string
  readonly label: Label
  readonly unit: Unit
}

const SUMMABLE: ReadonlySet<IndicatorKind> = new Set(['count', 'money'])
const KINDS: Partial<Readonly<Record<Unit, IndicatorKind>>> = { percent: 'rate', 'per-hundred': 'rate', 'wan-yuan': 'money', usd: 'money' }

/** An indicator with one definition. A `text` given as a function is put together when it is first read. */
export function defineIndicator(entry: Entry & { readonly text: Label | (() => Label); readonly brief?: Label; readonly formula: Formula }): Indicator {
  const { text, brief, formula, ...rest } = entry
  return defineChoice({ ...rest, definitions: [{ id: 'default', label: entry.label, ...(brief ? { brief } : {}), formula, ...worded(text) }] })
}

/** A text as a property that costs nothing until it is read. */
export const worded = (text: Label | (() => Label)): Pick<Definition, 'text'> => (typeof text === 'function' ? { get text() { return text() } } : { text })

/** An indicator with several definitions in use. */
export function defineChoice(entry: Entry & Pick<Indicator, 'definitions'>): Indicator {
  const kind = entry.kind ?? KINDS[entry.unit] ?? 'count'
  return { byApplicant: false, family: 'cn', ...entry, kind, summable: entry.summable ?? SUMMABLE.has(kind) }
}
