import { APPLICANT_PARTS, type FigureId } from '../figure'
import { unitOfFigure, type Format } from '../formats'
import { officialFigures, requestRowOf } from './sums'

/** The tables that are compared, each by itself. */
export const COPIED = ['requests', 'proactive', 'reviews'] as const
export type Copied = (typeof COPIED)[number]

const OUTSIDE_OUTCOMES = new Set(['received', 'carried-in', 'processed', 'carried-out'])
const NO_COUNT: ReadonlySet<string> = new Set(['percent', 'days', 'figures'])

/** What of a table is compared: all its figures; those that tell reports apart without counting it twice. */
export interface Outline {
  readonly figures: readonly FigureId[]
  readonly telling: readonly (readonly FigureId[])[]
}

function outlined(format: Format, table: Copied): Outline {
  const figures = format.own ? officialFigures(format, 'figures').filter((figure) => !NO_COUNT.has(unitOfFigure(figure))) : officialFigures(format, table)
  if (format.own || table === 'proactive') return { figures, telling: [figures] }
  if (table === 'reviews') return { figures, telling: [figures.filter((figure) => !figure.endsWith('.total'))] }
  // Outcomes by applicant, and their totals.
  const outcomes = figures.filter((figure) => !OUTSIDE_OUTCOMES.has(requestRowOf(figure) ?? ''))
  const parts: ReadonlySet<string> = new Set(APPLICANT_PARTS)
  const isPart = (figure: FigureId): boolean => parts.has(figure.split('.').at(-1)!)
  return { figures, telling: [outcomes.filter(isPart), outcomes.filter((figure) => !isPart(figure))] }
}

const outlines = new Map<string, Outline>()

/** The outline of a table of a format (of its catalogue, where it has one of its own); reckoned once. */
export function outlineOf(format: Format, table: Copied): Outline {
  const key = `${format.id} ${table}`
  let outline = outlines.get(key)
  if (!outline) outlines.set(key, (outline = outlined(format, table)))
  return outline
}
