import type { FigureId } from '../figure'
import { formatOf, labelOfFigure } from '../formats'
import { label, type Label } from '../label'

/** Tables of the national forms by the number of the part they stand in. */
const NUMBERS: Readonly<Record<string, Label>> = { proactive: label('表二', 'table 2'), requests: label('表三', 'table 3'), reviews: label('表四', 'table 4') }

const without = (heading: string): string => heading.replace(/（区分处理的[^）]*）/, '')

const places = new Map<string, ReadonlyMap<FigureId, Label>>()

function placesOf(format: string): ReadonlyMap<FigureId, Label> {
  const found = new Map<FigureId, Label>()
  for (const { section, title, columns, rows } of formatOf(format)?.tables ?? []) {
    const table = NUMBERS[section] ?? title
    for (const { label: row, figures } of rows) {
      figures.forEach((figure, at) => {
        const column = columns[at]!
        if (figure !== null) found.set(figure, columns.length === 1 ? label(`${table.zh}「${row.zh}」`, `${table.en}, “${row.en}”`) : label(`${table.zh}「${without(row.zh)}」×「${column.zh}」`, `${table.en}, “${row.en}” × “${column.en}”`))
      })
    }
  }
  return found
}

/** Where a figure stands in the form, by the form's own headings: table, row and column. A figure that the form has no cell for by its name. */
export function placeOf(format: string, figure: FigureId): Label {
  let known = places.get(format)
  if (!known) places.set(format, (known = placesOf(format)))
  return known.get(figure) ?? labelOfFigure(figure)
}
