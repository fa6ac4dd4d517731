import { APPLICANT_IDS, type RequestRow } from '@/domain/figure'
import { alignedRows, type AlignedRow, type TableForm } from './form-rows'
import { addsUp, isPutTogether, partsOf, textOf, valuesFrom } from './laid-cells'
import { columnsBy, placesOf, type PlacedCells } from './laid-columns'
import { rowLines, wordsText, type WordLine } from './laid-lines'
import { GROUP_ROWS, REQUEST_LABELS, ROW_ORDER } from './labels'
import { hasHan } from './words'

type Row = RequestRow | 'extra'

const WIDTH = APPLICANT_IDS.length
const FORM: TableForm<Row> = {
  nearest: (label, least) => REQUEST_LABELS.nearest(label, least),
  order: ROW_ORDER,
  width: WIDTH,
  totals: true,
  groups: ['三不予公开', '四无法提供', '五不予处理', '六其他处理', '三本年度办理结果'],
  mayBeBlank: (id) => id !== 'extra' && !GROUP_ROWS.has(id),
}

/** The first row, where no line has all its cells. */
const OPENING = /年度?新收/
/** So many rows of the form make the table. */
const LEAST_ROWS = 8
const END = /复议|结果维|存在的?(?:主要)?问题|其他需要报告|^五、|^六、/
const HEAD = /第二十条|信息内容|收费|收到和处理|申请人情况|勾稽|自然人|商业|总计?$/

/** The lines of table 3: from its headings to the next part of the report; null where none has enough numbers. */
export function requestLines(lines: readonly WordLine[]): { from: number; to: number } | null {
  const numbers = ({ words }: WordLine): number => words.length - valuesFrom(words)
  const full = lines.findIndex((line) => numbers(line) === WIDTH && hasHan(wordsText(line)))
  const first = full >= 0 ? full : lines.findIndex((line) => numbers(line) >= 2 && OPENING.test(wordsText(line)))
  if (first < 0) return null
  const end = lines.findIndex((line, at) => at > first && END.test(wordsText(line)))
  return { from: lines.slice(0, first).findLastIndex((line) => HEAD.test(wordsText(line))) + 1, to: end < 0 ? lines.length : end }
}

const isNameless = ({ row, label, cells }: AlignedRow<Row>): boolean => row === null && cells.length > 0 && !hasHan(label)

/** Rows next to numbers that belong to no row: whose the numbers are is not known, so the rows say nothing. */
function clear(rows: readonly AlignedRow<Row>[]): AlignedRow<Row>[] {
  const unclear = new Set(rows.filter(isNameless))
  const partial = (row: AlignedRow<Row>): boolean => row.cells.length < WIDTH
  for (const order of [rows, [...rows].reverse()]) order.forEach((row, at) => at > 0 && unclear.has(order[at - 1]!) && partial(row) && unclear.add(row))
  return rows.filter((row) => !unclear.has(row))
}

/** The cells of a row in their columns; its cells alone where columns are not known, one that says nothing where numbers put together do not add up. */
function texts(row: PlacedCells, all: readonly PlacedCells[]): string[] {
  if (isPutTogether(row.cells) && addsUp(row.cells) !== true) return [row.cells.map(partsOf).join(' ')]
  const own = row.cells.map(textOf)
  const places = own.length === WIDTH ? APPLICANT_IDS.map((_, at) => at) : placesOf(row.cells, columnsBy(row, all, WIDTH))
  return places || own.length === 0 ? APPLICANT_IDS.map((_, at) => own[places?.indexOf(at) ?? -1] ?? '') : own
}

/** Table 3 of a text laid out in columns, row by row: label, then cells. Null where it is not there, or has another shape. */
export function laidRequests(lines: readonly WordLine[]): string[][] | null {
  const rows = clear(alignedRows(rowLines(lines), FORM))
  if (rows.filter(({ row }) => row !== null && row !== 'extra').length < LEAST_ROWS) return null
  const placed = rows.map(({ cells, lines: [first] }): PlacedCells => ({ cells, page: first!.page, y: first!.y }))
  return rows.map(({ label }, at) => [label, ...texts(placed[at]!, placed)])
}
