import type { FigureId } from '../figure'
import type { Format } from './format'

export type { Format, FormatRow, FormatTable } from './format'

const modules = import.meta.glob<Format>(['./*.ts', '!./format.ts', '!./index.ts'], { eager: true, import: 'default' })

/** Every report format, the newest first. A new one is one more file in this folder. */
export const FORMATS: readonly Format[] = Object.values(modules).sort((a, b) => b.from - a.from)

const BY_ID = new Map(FORMATS.map((format) => [format.id, format]))

/** The format of an id; undefined for an id that no file defines. */
export const formatOf = (id: string): Format | undefined => BY_ID.get(id)

const FIGURES_OF = new Map(FORMATS.map((format) => [format.id, new Set(format.tables.flatMap((table) => table.rows.flatMap((row) => row.figures)))]))

/** Whether the official tables of the format have a cell for the figure. */
export const hasFigure = (format: Format, figure: FigureId): boolean => FIGURES_OF.get(format.id)?.has(figure) ?? false

/** Whether figures of the same id in the two formats may stand in one series (domain: a series breaks where the format breaks). */
export const joins = (a: string, b: string): boolean => a === b || (formatOf(a)?.continues.includes(b) ?? false)
