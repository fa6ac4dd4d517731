import { APPLICANT_IDS, type Applicant } from '@/domain/figure'
import { alignedRows, type AlignedRow, type RowLine, type TableForm } from './form-rows'
import { isPutTogether, textOf, valuesFrom } from './laid-cells'
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

/** The rows of the form among those of a part that have a cell for each of its applicants, each once. */
function rowsOf(rows: readonly AlignedRow<Row>[], width: number): Map<Row, AlignedRow<Row>> {
  const whole = rows.filter(({ row, cells }) => row !== null && row !== 'extra' && cells.length === width && !isPutTogether(cells))
  return new Map(whole.filter(({ row }) => rows.filter((other) => other.row === row).length === 1).map((each) => [each.row!, each]))
}

/**
 * Table 3 of a text laid out that was too wide: its first columns with all rows, and below them the others with all rows again. A row with a cell left out in one of the parts is none; null where the parts do not have each column once.
 */
export function cutRequests(lines: readonly WordLine[], form: Omit<TableForm<Row>, 'flowing' | 'total' | 'width'>, linesOf: (lines: readonly WordLine[]) => readonly RowLine[]): LaidRow[] | null {
  const parts = partsOf(lines)
  if (parts.length < 2 || parts.flatMap(({ applicants }) => applicants).join() !== APPLICANT_IDS.join()) return null
  const found = parts.map(({ applicants, lines: own }) => rowsOf(alignedRows(linesOf(own), { ...form, flowing: false, total: null, width: applicants.length }), applicants.length))
  const rows = form.order.filter((row) => found.every((part) => part.has(row)))
  if (rows.length < LEAST_ROWS) return null
  return rows.map((row) => ({ cells: [found[0]!.get(row)!.label, ...found.flatMap((part) => part.get(row)!.cells.map(textOf))] }))
}
