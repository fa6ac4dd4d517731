import { APPLICANT_IDS } from '@/domain/figure'
import { REQUEST_LABELS } from '../meaning/labels'
import { isNumberCell } from '../meaning/values'
import { tight } from '../meaning/words'
import type { TextLine } from './lines'

/** No group has so many rows. */
const MOST_ROWS = 9

const isNumber = (cell: string): boolean => tight(cell) !== '' && isNumberCell(cell)
const cellsOf = ({ text }: TextLine): string[] => text.split('\t')
const namesRow = (cells: readonly string[]): boolean => REQUEST_LABELS.is(cells.at(-1)!) !== undefined

/** The numbers of cells that hold one a line, each cell's in its own list: from a row's name and the first of them down to the line where the last cell ends. Null where lines hold others, or cells have not as many lines as each other. */
function columnsFrom(lines: readonly TextLine[], at: number): readonly (readonly string[])[] | null {
  const first = cellsOf(lines[at]!).at(-1)!
  if (!isNumber(first)) return null
  const columns = [[first]]
  for (let next = at + 1; next < lines.length; next += 1) {
    const cells = cellsOf(lines[next]!)
    if (cells.length > 2 || !cells.every(isNumber)) break
    columns.at(-1)!.push(cells[0]!)
    if (cells[1] !== undefined) columns.push([cells[1]])
  }
  return columns.length === APPLICANT_IDS.length && columns.every(({ length }) => length === columns[0]!.length) ? columns : null
}

/**
 * Lines of a text with tabs in which several rows of table 3 stand in one, as a browser copies them: their names a line each, and then
 * of each column the numbers, a line each. Each row is put on its own line.
 */
export function withRowsUnstacked(lines: readonly TextLine[]): readonly TextLine[] {
  const made: TextLine[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    made.push(line)
    const own = cellsOf(line)
    if (own.length < 2 || !namesRow(own.slice(0, -1))) continue
    const columns = columnsFrom(lines, at)
    if (!columns) continue
    const count = columns[0]!.length
    const names = [...made.slice(-count, -1).map(({ text }) => text), own.slice(0, -1).join('\t')]
    if (count < 2 || count > MOST_ROWS || names.length !== count || !names.every((name) => namesRow(name.split('\t')))) continue
    made.splice(-count, count, ...names.map((name, row) => ({ text: [name, ...columns.map((column) => column[row]!)].join('\t'), line: lines[at - count + 1 + row]!.line })))
    at += count * columns.length - columns.length
  }
  return made
}
