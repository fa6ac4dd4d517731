import { nationalLabel, nationalUnit, UNLISTED, type FigureId } from '../figure'
import { label, type Label } from '../label'
import type { Unit } from '../unit'
import type { Format, OwnFigure, OwnTable } from './format'

export type { AgencyField, FileLayout, Format, FormatRow, FormatTable, OwnCatalogue, OwnFigure, OwnTable, Role } from './format'

const modules = import.meta.glob<Format>(['./*.ts', '!./format.ts', '!./index.ts'], { eager: true, import: 'default' })

/** Every report format, the newest first. A new one is one more file in this folder. */
export const FORMATS: readonly Format[] = Object.values(modules).sort((a, b) => b.from - a.from)

/** Reports of several families are compared by the measures that this format lists. */
export const COMMON_FAMILY = 'common'

const BY_ID = new Map(FORMATS.map((format) => [format.id, format]))

/** The format of an id; undefined for an id that no file defines. */
export const formatOf = (id: string): Format | undefined => BY_ID.get(id)

const FIGURES_OF = new Map(FORMATS.map((format) => [format.id, new Set(format.tables.flatMap((table) => table.rows.flatMap((row) => row.figures)))]))

/** Whether the official tables of the format have a cell for the figure. */
export const hasFigure = (format: Format, figure: FigureId): boolean => FIGURES_OF.get(format.id)?.has(figure) ?? false

/** Whether figures of the same id in the two formats may stand in one series (domain: a series breaks where the format breaks). */
export const joins = (a: string, b: string): boolean => a === b || (formatOf(a)?.continues.includes(b) ?? false)

/** A figure of a format's own catalogue, with where it stands. */
export interface OwnEntry {
  readonly id: FigureId
  readonly format: Format
  readonly table: OwnTable
  readonly figure: OwnFigure
}

const OWN = new Map<string, OwnEntry>(
  FORMATS.flatMap((format) => (format.own?.tables ?? []).flatMap((table) => table.figures.map((figure) => [`${format.id}:${figure.id}`, { id: `${format.id}:${figure.id}` as const, format, table, figure }] as const))),
)

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
