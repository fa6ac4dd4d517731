import type { Applicant, FigureId } from './figure'
import type { Definition, FigurePattern, Formula, Indicator } from './indicators'

/** The definition the reader chose (parameter of the link), else the indicator's first. */
export const definitionOf = (indicator: Indicator, choices: Readonly<Record<string, string>>): Definition =>
  indicator.definitions.find((definition) => indicator.choice !== undefined && definition.id === choices[indicator.choice]) ?? indicator.definitions[0]

/** The figure that a pattern stands for: `*` is the applicant. */
export const resolved = (pattern: FigurePattern, applicant: Applicant): FigureId => (pattern.endsWith('.*') ? `${pattern.slice(0, -1)}${applicant}` : pattern) as FigureId

/** The figures a formula rests on, for the applicant and, where given, the report's format; empty for a count of known figures. */
export function figuresOf(formula: Formula, applicant: Applicant, format?: string): FigureId[] {
  if ('figure' in formula) return [resolved(formula.figure, applicant)]
  if ('group' in formula) return [...(formula.group === null ? [] : [formula.group]), ...formula.parts].map((pattern) => resolved(pattern, applicant))
  return [...new Set(partsOf(formula, format).flatMap((part) => figuresOf(part, applicant, format)))]
}

function partsOf(formula: Formula, format: string | undefined): readonly Formula[] {
  if ('byFormat' in formula) return format === undefined ? Object.values(formula.byFormat) : [formula.byFormat[format]].filter((part) => part !== undefined)
  return 'first' in formula ? formula.first : 'sum' in formula ? formula.sum : 'difference' in formula ? formula.difference : 'remainder' in formula ? formula.remainder : 'ratio' in formula ? formula.ratio : []
}

/** Whether the indicator's current definition is a share of a whole, so that a Wilson interval holds. */
export function isShare(indicator: Indicator, choices: Readonly<Record<string, string>>): boolean {
  const { formula } = definitionOf(indicator, choices)
  return 'ratio' in formula && formula.share
}
