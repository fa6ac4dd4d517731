import { APPLICANT_IDS, unsplitOf, type FigureId } from './figure'
import { OTHER, requestHeading, requestRow, splitOtherRows, type FormatRow, type FormatTable } from './formats/format'

const isSplit = ({ figures }: FormatRow): boolean => figures.some((figure) => figure !== null && unsplitOf(figure) !== undefined)
const isWhole = ({ figures }: FormatRow): boolean => figures[0] === 'requests.other.natural'

/**
 * The tables of a format as a report fills them in: reports on the form of 2019 may split （六）其他处理, reports on that of 2021 may leave it whole, or give its sum beside
 * its parts. `said`: whether the report says anything of a figure.
 */
export function tablesAsFilled(tables: readonly FormatTable[], said: (figure: FigureId) => boolean): readonly FormatTable[] {
  const whole = APPLICANT_IDS.some((applicant) => said(`requests.other.${applicant}`))
  const parts = splitOtherRows().some(({ figures }) => figures.some((figure) => said(figure!)))
  return tables.map((table): FormatTable => {
    const at = table.rows.findIndex((row) => isWhole(row) || isSplit(row))
    if (table.section !== 'requests' || at < 0 || (!whole && !parts) || (isWhole(table.rows[at]!) ? !parts : !whole)) return table
    const group = table.rows.filter((row) => !isWhole(row) && !isSplit(row) && row.label.zh !== OTHER[0])
    const start = isWhole(table.rows[at]!) ? at : at - 1
    return { ...table, rows: [...group.slice(0, start), whole ? requestRow('other', OTHER, 1) : requestHeading(OTHER), ...(parts ? splitOtherRows() : []), ...group.slice(start)] }
  })
}
