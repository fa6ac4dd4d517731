import type { FigureId } from '../figure'
import { formatOf, labelOfFigure } from '../formats'
import { label, type Label } from '../label'
import { phrase } from './words'

/** A cell of a form by its headings; of a table with one column by its row alone. */
interface Place {
  readonly table: Label
  readonly row: Label
  readonly column: Label | null
}

/** Tables of the national forms by the number of the part they stand in. */
const NUMBERS: Readonly<Record<string, Label>> = { proactive: label('表二', 'table 2'), requests: label('表三', 'table 3'), reviews: label('表四', 'table 4') }

/** The form's remark on how to count is no part of a row's name. */
const named = ({ zh, en }: Label): Label => label(zh.replace(/（区分处理的[^）]*）/, ''), en)

const known = new Map<string, ReadonlyMap<FigureId, Place>>()

function placesIn(format: string): ReadonlyMap<FigureId, Place> {
  const found = new Map<FigureId, Place>()
  for (const { section, title, columns, rows } of formatOf(format)?.tables ?? []) {
    for (const row of rows) {
      row.figures.forEach((figure, at) => {
        if (figure !== null) found.set(figure, { table: NUMBERS[section] ?? title, row: named(row.label), column: columns.length === 1 ? null : columns[at]! })
      })
    }
  }
  return found
}

function placeIn(format: string, figure: FigureId): Place | undefined {
  let places = known.get(format)
  if (!places) known.set(format, (places = placesIn(format)))
  return places.get(figure)
}

const quoted = (text: string, language: keyof Label): string => (language === 'zh' ? `「${text}」` : `“${text}”`)

/** Where a figure stands in the form, by the form's own headings: table, row and column. A figure that the form has no cell for by its name. */
export function placeOf(format: string, figure: FigureId): Label {
  const place = placeIn(format, figure)
  if (!place) return labelOfFigure(figure)
  const { table, row, column } = place
  return phrase((of, language) => `${of(table)}${language === 'zh' ? '' : ', '}${quoted(of(row), language)}${column ? `${language === 'zh' ? '×' : ' × '}${quoted(of(column), language)}` : ''}`)
}

function together(table: Label, line: Label, cells: readonly Label[]): Label {
  return phrase((of, language) => {
    const names = cells.map(of)
    return language === 'zh' ? `${of(table)}「${of(line)}」：${names.join('、')}` : `${of(table)}, “${of(line)}”: ${names.join(', ')}`
  })
}

/** Cells of more rows than this are told by their table alone. */
const MOST_ROWS = 8

/** Where figures stand in the form, those of one column or of one row together: `表四「行政复议」：结果维持、…、总计`; those of many rows of one table by the table. */
export function placesOf(format: string, figures: readonly FigureId[]): Label[] {
  const places = figures.map((figure) => ({ figure, place: placeIn(format, figure) }))
  const [first] = places
  if (first?.place && places.every(({ place }) => place?.table === first.place!.table)) {
    const { table, column } = first.place
    if (places.length > 1 && column && places.every(({ place }) => place!.column?.zh === column.zh)) return [together(table, column, places.map(({ place }) => place!.row))]
    if (new Set(places.map(({ place }) => place!.row.zh)).size > MOST_ROWS) return [table]
  }
  const rows = new Map<string, typeof places>()
  for (const each of places) {
    const key = each.place?.column ? `${each.place.table.zh} ${each.place.row.zh}` : each.figure
    rows.set(key, [...(rows.get(key) ?? []), each])
  }
  return [...rows.values()].map((cells) => (cells.length > 1 ? together(cells[0]!.place!.table, cells[0]!.place!.row, cells.map(({ place }) => place!.column!)) : placeOf(format, cells[0]!.figure)))
}
