import { APPLICANT_IDS } from '@/domain/figure'
import { cellsOf, type Block, type Place, type TableCell, type TableRow, type Told } from '../document'
import { BareTables } from './bare-table'
import { withWholeItems } from './broken-items'
import { partedRows, rowsBeside, withOwnName } from './crammed-rows'
import { APPLICANT_LABELS, headingsIn, ITEM_LABELS } from './labels'
import { namedNumber } from './named-numbers'
import { withWholeDecimals } from './parted-decimals'
import { withGroup } from './names-with-group'
import { digitsOf } from './numerals'
import { withoutSerials } from './serials'
import { withDashes } from './strokes'
import { isTurned, turned } from './turned-tables'
import { isNumber, isNumberCell, withoutSpaces } from './values'
import { hasHan, plain, segments, tight } from './words'

/** A label or value with the columns that it covers. */
export interface Piece {
  readonly text: string
  /** As written, where `text` says the same number without the spaces between its thousands, or in digits. */
  readonly raw?: string
  readonly column: number
  readonly width: number
}

/** One line of a document as the recogniser sees it: labels to the left, values behind them. */
export interface Entry {
  readonly labels: readonly Piece[]
  readonly values: readonly Piece[]
  readonly place: Place
  /** Number of the table it stands in; null for text outside tables. */
  readonly table: number | null
  /** Headings of its table may stand in another order than their columns. */
  readonly loose: boolean
  /** Its cells have bounds of their own in the file's markup. */
  readonly bounded: boolean
  /** Its values stand beside the rows below it too, one for all: they are those of the group that these rows make up. */
  readonly ofGroup?: boolean
  /** How its values were told to their columns or to their row, where their places left several. */
  readonly told?: Told
  /** Its whole text. */
  readonly text: string
  /** Index of its block. */
  readonly block: number
}

const piece = ({ text, column, columnSpan }: TableCell): Piece => ({ text, column, width: columnSpan })
const valuePiece = (cell: TableCell, bounded: boolean, isOfItem: boolean): Piece => {
  const number = digitsOf(cell.text) ?? (isOfItem ? namedNumber(cell.text) : null) ?? (bounded ? withoutSpaces(cell.text) : null)
  return number === null ? piece(cell) : { ...piece(cell), text: number, raw: cell.text }
}

/** The labels that a text holds: one behind the other, or column headings side by side. */
const labelsOf = (text: string, place: Piece): Piece[] =>
  headingsIn(text)?.map((heading, at) => ({ text: heading, column: place.column + at, width: 1 })) ?? withGroup(text).flatMap(segments).map((part) => ({ ...place, text: part }))

/** So many values that all reach over the same rows are those of the rows' group. */
const LEAST_OF_GROUP = 5

/** Cells of a row without the words behind a number, or a mark that none applies, for each applicant. */
function withoutRemark(cells: readonly TableCell[]): readonly TableCell[] {
  const [before, last] = [cells.slice(-APPLICANT_IDS.length - 1, -1), cells.at(-1)]
  const isRemark = cells.length > APPLICANT_IDS.length + 1 && hasHan(last!.text) && !isNumberCell(last!.text)
  return isRemark && before.every(({ text }) => isNumberCell(text)) && before.some(({ text }) => tight(text) !== '') ? cells.slice(0, -1) : cells
}

/** Values of a row of table 3 without the blank cell behind them that reaches down beside the rows below too: no applicant's, but the room beside a table, or for remarks. */
function withoutRoomBeside(values: readonly TableCell[]): readonly TableCell[] {
  const [own, last] = [values.slice(0, -1), values.at(-1)]
  return own.length === APPLICANT_IDS.length && tight(last!.text) === '' && last!.rowSpan > 1 && own.every(({ rowSpan }) => rowSpan === 1) ? own : values
}

/** Cells of a row as labels and values: values are what stands behind the last label. Those of a group belong to its first row; where the innermost label reaches as far, they are its own. */
function parted(written: readonly TableCell[], row: number, bounded: boolean): Pick<Entry, 'labels' | 'values' | 'ofGroup'> {
  // What is blank at the side and reaches down from a row above is none of the row's own.
  const cells = withoutRemark(written.filter((cell, at) => at > 0 || cell.row === row || tight(cell.text) !== ''))
  const isOfItem = cells.some(({ text }) => ITEM_LABELS.is(text) !== undefined)
  const labelled = cells.flatMap(({ text }, at) => (isNumberCell(text) || !hasHan(text) || (isOfItem && namedNumber(text) !== null) ? [] : [at]))
  const behind = (at: number): boolean => cells.slice(at + 1).some(({ text }) => isNumber(text) || tight(text) !== '')
  let last = labelled.at(-1) ?? -1
  const before = cells.slice(0, Math.max(last, 0)).filter(({ text }) => isNumber(text)).length
  // A remark at the end of a row of numbers is no label of it; a name behind its own number is, with more blank cells behind it than numbers before.
  if (before > 0 && before >= cells.length - 1 - last && !behind(last)) {
    const first = cells.findIndex(({ text }, at) => isNumber(text) && labelled.some((label) => label < at))
    if (first > 0) last = labelled.filter((at) => at < first).at(-1)!
  }
  const found = cells.slice(0, last + 1).filter(({ text }) => hasHan(text) && !isNumber(text))
  // What reaches down from a row above names a group, wherever it stands; the row's own label comes last.
  const labels = [...found.filter((cell) => cell.row !== row), ...found.filter((cell) => cell.row === row)]
  const values = withoutRoomBeside(cells.slice(last + 1))
  const ofGroup = values.length >= LEAST_OF_GROUP && found.at(-1)?.rowSpan !== values[0]!.rowSpan && values.every((cell) => cell.rowSpan > 1 && cell.rowSpan === values[0]!.rowSpan && cell.row === values[0]!.row)
  const isBelow = ofGroup && values[0]!.row !== row
  return { labels: labels.flatMap((cell) => labelsOf(cell.text, piece(cell))), values: isBelow ? [] : values.map((cell) => valuePiece(cell, bounded, isOfItem)), ofGroup }
}

/** So many applicants side by side head columns. */
const LEAST_APPLICANTS = 2

/** Whether a row heads the columns of table 3, or of a part of it. */
const headsApplicants = (row: TableRow): boolean => {
  const texts = cellsOf(row).map(({ text }) => text)
  return !texts.some((text) => tight(text) !== '' && isNumber(text)) && (texts.some((text) => tight(text) === '申请人情况') || texts.filter((text) => APPLICANT_LABELS.is(text) !== undefined).length >= LEAST_APPLICANTS)
}

/** All blocks of a document as entries, in their order. */
export function entriesOf(blocks: readonly Block[]): Entry[] {
  let tables = 0
  const bare = new BareTables()
  const entries = blocks.flatMap((block, at): Entry[] => {
    if (block.kind === 'text') return [{ labels: labelsOf(block.text, { text: block.text, column: 0, width: 1 }), values: [], place: block.place, table: null, loose: false, bounded: false, text: block.text, block: at }]
    tables += 1
    let isBelowValues = false
    const upright = !isTurned(block)
    return bare.rows(upright ? block : { ...block, rows: turned(block.rows) }).flatMap((row, index) => {
      // What is set as one with the table above it, because their edges meet.
      if (isBelowValues && headsApplicants(row)) tables += 1
      isBelowValues = !headsApplicants(row) && (isBelowValues || cellsOf(row).some(({ text }) => isNumber(text)))
      const table = tables
      // Where cells have no bounds of their own a line may end anywhere in them.
      return (block.bounded ? partedRows(withOwnName(cellsOf(row), index)) : [withOwnName(cellsOf(row), index)]).flatMap(rowsBeside).map((cells): Entry => ({
        // Rulings bound the cells of a page's table, too.
        ...parted(cells, index, block.bounded ?? (block.place.page !== undefined && !block.loose)),
        place: { ...block.place, [upright ? 'row' : 'column']: index + 1 },
        table,
        loose: block.loose ?? false,
        bounded: block.bounded ?? false,
        told: upright ? block.told?.[index] : undefined,
        text: cells.map(({ text }) => plain(text)).join(' '),
        block: at,
      }))
    })
  })
  return withDashes(withWholeDecimals(withWholeItems(withoutSerials(entries))))
}

/** Whether a row has no value, or blank ones only. */
export const isBlank = ({ values }: Pick<Entry, 'values'>): boolean => values.every(({ text }) => tight(text) === '')

/** As many cells as a row has columns, where those beyond are blank and some before them are not; else all of them. */
export function trimmed(values: readonly Piece[], count: number): readonly Piece[] {
  const isBlank = ({ text }: Piece): boolean => tight(text) === ''
  return values.length > count && values.slice(count).every(isBlank) && !values.every(isBlank) ? values.slice(0, count) : values
}

/** As many cells as a row has columns, without the blanks before or behind them (of a merged label, of a wider table); all where it could be either. */
export function withoutSpare(values: readonly Piece[], count: number): readonly Piece[] {
  const spare = values.length - count
  const blank = (pieces: readonly Piece[]): boolean => pieces.every(({ text }) => tight(text) === '')
  if (spare <= 0 || blank(values)) return values.slice(Math.max(spare, 0))
  const [before, behind] = [blank(values.slice(0, spare)), blank(values.slice(-spare))]
  if (before === behind) return values
  return before ? values.slice(spare) : values.slice(0, -spare)
}
