import { APPLICANT_IDS, type Applicant } from '@/domain/figure'
import { alignedRows } from './aligned-rows'
import { type AlignedRow, type RowLine, type TableForm } from './form-rows'
import { isPutTogether, textOf, valuesFrom } from './laid-cells'
import { placesOf, type Column } from './laid-columns'
import type { Row } from './laid-doubts'
import { applicantsNamed } from './laid-headings'
import type { WordLine } from './laid-lines'
import type { LaidRow } from './laid-tables'

/** So many of the form's rows make the table. */
const LEAST_ROWS = 8

/** A part of the columns: the applicants that head it, and the lines below them. */
interface Part {
  readonly applicants: readonly Applicant[]
  readonly lines: readonly WordLine[]
}

const hasNumbers = ({ words }: WordLine): boolean => valuesFrom(words) < words.length

/** So many applicants above numbers head them: the rest of a name may begin as one does. */
const LEAST_HEADS = 2

/** Lines from each set of headings to the next, in parts. */
function partsOf(lines: readonly WordLine[]): Part[] {
  const parts: { applicants: readonly Applicant[]; lines: WordLine[] }[] = []
  let open: WordLine[] = []
  for (const line of lines) {
    if (!hasNumbers(line)) {
      open.push(line)
      continue
    }
    const applicants = applicantsNamed(open)
    if (applicants.length >= LEAST_HEADS) parts.push({ applicants, lines: [line] })
    else parts.at(-1)?.lines.push(...open, line)
    open = []
  }
  parts.at(-1)?.lines.push(...open)
  return parts
}

/** A row's cells under the applicants of a part, and whether their places alone tell which is left out. */
interface Placed {
  readonly label: string
  readonly cells: readonly string[]
  readonly isWhole: boolean
}

const pageOf = ({ lines }: AlignedRow<Row>): number => lines[0]!.page

/** Where the numbers of a part's columns stand on each page, as its whole rows show. */
const columnsOn = (rows: readonly AlignedRow<Row>[], width: number, page: number): Column[] => {
  const whole = rows.filter((row) => row.cells.length === width && pageOf(row) === page)
  return whole.length === 0 ? [] : Array.from({ length: width }, (_, at) => ({ left: Math.min(...whole.map(({ cells }) => cells[at]!.x)), right: Math.max(...whole.map(({ cells }) => cells[at]!.x + cells[at]!.width)) }))
}

/** The rows of the form among those of a part, each once, those with cells left out placed under the numbers of the others on their page; none where these show no columns. */
function rowsOf(rows: readonly AlignedRow<Row>[], width: number): Map<Row, Placed> {
  const own = rows.filter(({ row, cells }) => row !== null && row !== 'extra' && cells.length > 0 && cells.length <= width && !isPutTogether(cells))
  const once = own.filter(({ row }) => rows.filter((other) => other.row === row).length === 1)
  return new Map(
    once.flatMap((each): [Row, Placed][] => {
      const { row, label, cells } = each
      const columns = columnsOn(own, width, pageOf(each))
      const places = columns.length > 0 ? placesOf(cells, columns) : []
      return columns.length === 0 ? [] : [[row!, { label, cells: columns.map((_, at) => (places.includes(at) ? textOf(cells[places.indexOf(at)]!) : '')), isWhole: cells.length === width }]]
    }),
  )
}

/**
 * Table 3 of a text laid out that was too wide: its first columns with all rows, and below them the others with all rows again. A row that one of the parts does not have is none; null where the parts do not have each column once.
 */
export function cutRequests(lines: readonly WordLine[], form: Omit<TableForm<Row>, 'flowing' | 'total' | 'width'>, linesOf: (lines: readonly WordLine[]) => readonly RowLine[]): LaidRow[] | null {
  const parts = partsOf(lines)
  const headed = parts.flatMap(({ applicants }) => applicants)
  if (parts.length < 2 || headed.length !== APPLICANT_IDS.length || !APPLICANT_IDS.every((id) => headed.includes(id))) return null
  const found = parts.map(({ applicants, lines: own }) => rowsOf(alignedRows(linesOf(own), { ...form, flowing: false, total: null, width: applicants.length }), applicants.length))
  const rows = form.order.filter((row) => found.every((part) => part.has(row)))
  if (rows.length < LEAST_ROWS) return null
  return rows.map((row) => {
    const own = found.map((part) => part.get(row)!)
    const cells = own.flatMap((part) => part.cells)
    return { cells: [own[0]!.label, ...APPLICANT_IDS.map((id) => cells[headed.indexOf(id)]!)], ...(own.every(({ isWhole }) => isWhole) ? {} : { told: 'likely' }) }
  })
}
