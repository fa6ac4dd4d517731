import { APPLICANT_IDS, type Applicant } from '@/domain/figure'
import { withoutSpare, type Entry, type Piece } from './entries'
import { APPLICANT_LABELS } from './labels'
import { tight } from './words'

/** The columns of table 3 by what their headings name. */
type Headings = ReadonlyMap<Applicant, Piece>
/** So many headings show the table, wherever it stands. */
const LEAST_HEADINGS = 5

const reaches = (piece: Piece, column: number): boolean => piece.column <= column && column < piece.column + piece.width

/** Whether all seven headings are there, each over a column of its own, and not in the form's order. */
function isReordered(headings: Headings): boolean {
  const columns = APPLICANT_IDS.map((id) => headings.get(id)?.column ?? -1)
  return !columns.includes(-1) && new Set(columns).size === columns.length && columns.some((column, at) => at > 0 && column < columns[at - 1]!)
}

/**
 * The value under the heading of each applicant, null of one without a heading (the report left the column out); null where that is
 * not clear: without a column for natural persons or totals, where a value stands under no heading, or where a merged one says more than
 * nothing or zero. Values under a heading of another name (the year before, all organisations in one) are none of the form's.
 */
function placedUnder(headings: Headings, others: readonly Piece[], values: readonly Piece[]): (Piece | null)[] | null {
  if (!headings.has('natural') || !headings.has('total')) return null
  const found = APPLICANT_IDS.map((id) => {
    const heading = headings.get(id)
    return heading ? values.find((value) => reaches(value, heading.column)) : null
  })
  if (found.includes(undefined)) return null
  const pieces = found as (Piece | null)[]
  const columns = [...headings.values()].map(({ column }) => column)
  const elsewhere = others.filter((heading) => !columns.some((column) => reaches(heading, column)))
  const left = values.filter((value) => !pieces.includes(value))
  const merged = pieces.filter((piece) => piece !== null && pieces.indexOf(piece) !== pieces.lastIndexOf(piece)) as Piece[]
  const clear = left.every(({ text, column }) => tight(text) === '' || elsewhere.some((heading) => reaches(heading, column))) && merged.every(({ text }) => /^(?:0|[-—/]|无)?$/.test(tight(text)))
  return clear ? pieces : null
}

/** The headings of table 3 as its lines go by, and the values of a row under them. */
export class ApplicantColumns {
  private headings = new Map<Applicant, Piece>()
  private others: Piece[] = []
  /** The table that the headings stand in. */
  private table: number | null = null

  /** Takes the headings that a line without values holds. */
  take(entry: Entry): void {
    const found = entry.labels.flatMap((piece) => {
      const id = APPLICANT_LABELS.is(piece.text)
      return id ? [{ id, piece }] : []
    })
    if (found.length === 0 || entry.values.length > 0) return
    if (entry.table !== this.table || found.some(({ id }) => id === 'natural')) {
      this.headings = new Map()
      this.others = []
    }
    this.table = entry.table
    for (const { id, piece } of found) if (!this.headings.has(id)) this.headings.set(id, piece)
    this.others.push(...entry.labels.filter((piece) => !found.some((each) => each.piece === piece)))
  }

  /** Whether an entry stands in the table that the last headings stand in. */
  heads({ table }: Entry): boolean {
    return table === this.table
  }

  /** Whether an entry stands in a table whose headings show that it is table 3. */
  shows(entry: Entry): boolean {
    return entry.table !== null && this.heads(entry) && this.headings.size >= LEAST_HEADINGS
  }

  /** The piece of each applicant, null of one that the table has no column for: in order where there are seven, unless the headings stand in another; else by the headings. Null where that is not clear. */
  placed(entry: Entry): (Piece | null)[] | null {
    const values = withoutSpare(entry.values, APPLICANT_IDS.length)
    const headed = !entry.loose && entry.table !== null && this.heads(entry)
    if (values.length === APPLICANT_IDS.length && !(headed && isReordered(this.headings))) return [...values]
    return headed ? placedUnder(this.headings, this.others, values) : null
  }
}
