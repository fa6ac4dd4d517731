import { splitsOf, UNLISTED, unsplitOf, type FigureId } from '../figure'
import { label, type Label } from '../label'
import { nationalLabel, nationalUnit } from '../national-figure'
import type { Unit } from '../unit'
import type { Format, OwnFigure, OwnTable } from './format'

export type { AgencyField, FileLayout, Format, FormatRow, FormatTable, OwnCatalogue, OwnFigure, OwnTable, Role } from './format'

const known = Object.values(import.meta.glob<Format>('./cn-*.ts', { eager: true, import: 'default' })).sort((a, b) => b.from - a.from)

/** Every report format known so far: the national ones, the newest first, then those of other countries once `all-forms.ts` has brought them. */
export const FORMATS: readonly Format[] = known

/** Reports of several families are compared by the measures that this format lists. */
export const COMMON_FAMILY = 'common'

const BY_ID = new Map(FORMATS.map((format) => [format.id, format]))

/** The format of an id; undefined for an id that no file defines. */
export const formatOf = (id: string): Format | undefined => BY_ID.get(id)

const figuresIn = ({ tables }: Format): Set<FigureId | null> => new Set(tables.flatMap((table) => table.rows.flatMap((row) => row.figures)))
const FIGURES_OF = new Map(FORMATS.map((format) => [format.id, figuresIn(format)]))

/** Whether the official tables of the format have a cell for the figure. */
export const hasFigure = (format: Format, figure: FigureId): boolean => FIGURES_OF.get(format.id)?.has(figure) ?? false

/** Whether a report on the form can have a cell of the figure: one of the form's, or of （六）其他处理 where the report splits it otherwise than the form (`filled-tables.ts`). */
export const canFill = (format: Format, figure: FigureId): boolean => hasFigure(format, figure) || [unsplitOf(figure), ...splitsOf(figure)].some((other) => other !== undefined && hasFigure(format, other))

/** Whether figures of the same id in the two formats may stand in one series (domain: a series breaks where the format breaks). */
export const joins = (a: string, b: string): boolean => a === b || (formatOf(a)?.continues.includes(b) ?? false)

/** A figure of a format's own catalogue, with where it stands. */
export interface OwnEntry {
  readonly id: FigureId
  readonly format: Format
  readonly table: OwnTable
  readonly figure: OwnFigure
}

const OWN = new Map<string, OwnEntry>()

/** Takes in formats that are not known yet; their place in FORMATS is the order they come in. */
export function admitFormats(formats: readonly Format[]): void {
  for (const format of formats) {
    if (BY_ID.has(format.id)) continue
    known.push(format)
    BY_ID.set(format.id, format)
    FIGURES_OF.set(format.id, figuresIn(format))
    for (const table of format.own?.tables ?? []) {
      for (const figure of table.figures) OWN.set(`${format.id}:${figure.id}`, { id: `${format.id}:${figure.id}`, format, table, figure })
    }
  }
}

/** The figures of a format's own catalogue, in its order; none for the national forms. */
export const ownEntries = (format: Format): OwnEntry[] => [...OWN.values()].filter((entry) => entry.format === format)

/** The entry of a figure of a format's own catalogue; undefined for any other figure. */
export const ownEntryOf = (figure: string): OwnEntry | undefined => OWN.get(figure)

const unlistedName = (figure: string): string => figure.slice(UNLISTED.length)

/** The unit a figure is kept in. A figure that no format lists counts `figures`: its unit is not known. */
export function unitOfFigure(figure: FigureId): Unit {
  const own = OWN.get(figure)
  if (own) return own.figure.unit ?? own.table.unit
  return figure.includes(':') ? 'figures' : nationalUnit(figure)
}

/** The name of a figure in both languages; for one that no format lists the heading it stood under. */
export function labelOfFigure(figure: FigureId): Label {
  const own = OWN.get(figure)
  if (own) return own.figure.label
  return figure.startsWith(UNLISTED) ? label(unlistedName(figure), unlistedName(figure)) : nationalLabel(figure)
}

const NOT_COUNTED: ReadonlySet<Unit> = new Set(['days', 'percent', 'per-hundred', 'usd', 'wan-yuan', 'figures'])

/** Whether a figure counts whole things: neither money nor days nor a rate, nor one whose unit is not known. */
export const isCount = (figure: FigureId): boolean => !NOT_COUNTED.has(unitOfFigure(figure)) && OWN.get(figure)?.figure.kind !== 'rate'

/** Whether a count may be negative: the form asks for the change in the year (本年增/减). */
export const isSigned = (figure: FigureId): boolean => figure.endsWith('.change')

/** Whether a number is no count though its figure is one: counts are whole and not negative (domain H6). */
export const isOddCount = (figure: FigureId, value: number): boolean => isCount(figure) && !(Number.isSafeInteger(value) && (value >= 0 || isSigned(figure)))

const NATIONAL = label('中国', 'China')

/** Whose form it is: the words of its name before the colon; China's for the national ones. */
export function familyLabel(family: string): Label {
  const format = FORMATS.find((each) => each.own && each.family === family)
  return format ? label(format.label.zh.split('：')[0]!, format.label.en.split(':')[0]!) : NATIONAL
}
