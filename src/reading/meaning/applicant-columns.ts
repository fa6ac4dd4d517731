import { APPLICANT_IDS, APPLICANT_PARTS, type Applicant } from '@/domain/figure'
import { addUp, isCompared, movedBesideCompared, withoutCompared } from './compared-columns'
import { copiesOf, underCopies } from './copied-columns'
import type { Entry, Piece } from './entries'
import { applicantNamed, applicantsIn, inOrderOf, isReordered, orderOver, overOf, reorderedIn, type Headings } from './applicant-order'
import { isNoRemark, REMARKS, REQUEST_LABELS } from './labels'
import { hasSubtotal, withoutSubtotal } from './organisation-sums'
import { RowSpans } from './row-spans'
import { ABOVE, areThree, ofThree, ORGANISATIONS } from './three-columns'
import { isNumberCell } from './values'
import { hasHan, tight } from './words'

/** So many headings show the table, wherever it stands. */
const LEAST_HEADINGS = 5
/** So many rows of headings a page's end leaves for the next page: the ends of letters, and names. */
const CUT_ROWS = 2
/** So many side by side are none that names a row. */
const LEAST_ABREAST = 2

const reaches = (piece: Piece, column: number): boolean => piece.column <= column && column < piece.column + piece.width

/** Of more values than applicants, blank ones on both sides, those below the headings of the first applicant, of the last, and between; undefined where they are not one for each, or a row is blank at one end only: that may have moved. */
function fromFirstToLast(headings: Headings | undefined, values: readonly Piece[]): readonly Piece[] | undefined {
  const [first, last] = [headings?.get('natural'), headings?.get('total')]
  const between = first && last ? values.filter(({ column, width }) => column + width > first.column && column <= last.column) : []
  const isBetweenBlanks = [values[0], values.at(-1)].every((value) => value !== undefined && tight(value.text) === '')
  return isBetweenBlanks && values.length > APPLICANT_IDS.length && between.length === APPLICANT_IDS.length ? between : undefined
}

/** Whether totals are the only column that a table has not: six headings, a value under each, and no other word or value beside them. */
function isWithoutTotal(headings: Headings, others: readonly Piece[], values: readonly Piece[]): boolean {
  const first = headings.get('natural')!.column
  const beside = others.some(({ column, text }) => column >= first && tight(text) !== '' && ![...headings.values()].some((heading) => reaches(heading, column)))
  return headings.size === APPLICANT_IDS.length - 1 && values.length === headings.size && !beside && [...headings.values()].every(({ column }) => values.filter((value) => reaches(value, column)).length === 1)
}

/**
 * The value under the heading of each applicant, null of one without a heading (the report left the column out); null where that is
 * not clear: without a column for natural persons, or for totals where others are missing too, where a value stands under no heading, or where a merged one says more than
 * nothing or zero. Values under a heading of another name (the year before, all organisations in one) are none of the form's; what stands below that of the rows' names has moved there.
 */
function placedUnder(headings: Headings, others: readonly Piece[], values: readonly Piece[]): (Piece | null)[] | null {
  if (!headings.has('natural')) return null
  const isWhole = headings.has('total') || isWithoutTotal(headings, others, values) || (headings.size === APPLICANT_IDS.length - 1 && hasSubtotal(others))
  if (!isWhole) return null
  const found = APPLICANT_IDS.map((id) => {
    const heading = headings.get(id)
    return heading ? values.find((value) => reaches(value, heading.column)) : null
  })
  if (found.includes(undefined)) return null
  const pieces = found as (Piece | null)[]
  const columns = [...headings.values()].map(({ column }) => column)
  const elsewhere = others.filter((heading) => !ABOVE.test(tight(heading.text)) && !columns.some((column) => reaches(heading, column)))
  const left = values.filter((value) => !pieces.includes(value))
  const merged = pieces.filter((piece) => piece !== null && pieces.indexOf(piece) !== pieces.lastIndexOf(piece)) as Piece[]
  const clear = left.every(({ text, column }) => tight(text) === '' || elsewhere.some((heading) => reaches(heading, column))) && merged.every(({ text }) => /^(?:0|[-—/]|无)?$/.test(tight(text)))
  return clear ? pieces : null
}

/** The value of each applicant whose heading this table has, null of the others; null where some value or heading has no other of its own. */
function placedInPart({ headings, parted }: Headed, values: readonly Piece[], loose: boolean): (Piece | null)[] | null {
  const order = [...headings].sort(([one, a], [other, b]) => (parted ? APPLICANT_IDS.indexOf(one) - APPLICANT_IDS.indexOf(other) : a.column - b.column))
  const below = (heading: Piece): Piece[] => values.filter((value) => reaches(value, heading.column)).slice(0, 1)
  const found = values.length === order.length ? values : loose ? [] : order.flatMap(([, heading]) => below(heading))
  if (new Set(found).size !== order.length) return null
  return APPLICANT_IDS.map((id) => found[order.findIndex(([each]) => each === id)] ?? null)
}

/** Where the last of columns ends. */
const endOf = (pieces: readonly Piece[]): number => Math.max(0, ...pieces.map(({ column, width }) => column + width))
const widthOf = ({ labels, values }: Entry): number => endOf([...labels, ...values])

/** What stands over the headings of several applicants. */
const SPANNING = new RegExp(`^申请人情况$|${ORGANISATIONS.source}`)

/** Whether headings have all applicants, and none beside that heads values too. */
function areAll({ headings, others }: Headed): boolean {
  const first = Math.min(...[...headings.values()].map(({ column }) => column))
  return headings.size === APPLICANT_IDS.length && !others.some(({ text, column }) => column > first && tight(text) !== '' && !SPANNING.test(tight(text)))
}

/** Values that stand side by side between blank cells, as many as applicants, below headings that have all of these and no other; null where that is not so. */
function besideBlanks(headed: Headed, values: readonly Piece[]): Piece[] | null {
  const filled = values.flatMap(({ text }, at) => (tight(text) === '' ? [] : [at]))
  const own = values.slice(filled[0], (filled.at(-1) ?? -1) + 1)
  return areAll(headed) && filled.length === APPLICANT_IDS.length && own.length === filled.length ? own : null
}

/** The values of a row below headings of natural persons, of all organisations in one, and of the total, each with its own; null where headings or values are others. */
function organisationsInOne(headed: Headed | undefined, values: readonly Piece[]): (Piece | null)[] | null {
  const organisations = headed?.others.filter(({ text }) => ORGANISATIONS.test(tight(text))) ?? []
  const [natural, total] = [headed?.headings.get('natural'), headed?.headings.get('total')]
  if (!natural || !total || headed!.headings.size !== 2 || organisations.length !== 1 || values.length !== 3) return null
  const columns = [natural, organisations[0]!, total].map(({ column }) => column)
  const placeOf = ({ column }: Piece): Piece => values[columns.filter((other) => other < column).length]!
  return APPLICANT_IDS.map((id) => (id === 'natural' ? placeOf(natural) : id === 'total' ? placeOf(total) : null))
}

/** Values without the mark behind those of the form that a cell for remarks holds: a heading names such a column, or the others add up without it. */
function withoutMark(values: readonly Piece[], others: readonly Piece[]): readonly Piece[] {
  if (values.length !== APPLICANT_IDS.length + 1 || !isNoRemark(values.at(-1)!.text)) return values
  const own = values.slice(0, -1)
  const isNamed = others.some(({ text }) => REMARKS.test(tight(text)))
  return isNamed || (addUp(own) && own.some(({ text }) => /[1-9１-９]/.test(text))) ? own : values
}

/** The headings of one table, and other words that head its columns. */
interface Headed {
  /** Where its last column ends. */
  readonly width: number
  readonly headings: Map<Applicant, Piece>
  readonly others: Piece[]
  /** What the line that heads all organisations as one heads, null for these. */
  readonly over?: readonly (Applicant | null)[]
  /** A heading stands in each of the columns that it covers, as may a number. */
  readonly repeats?: boolean
  /** The columns that each heading is copied into. */
  readonly copies: ReadonlyMap<Applicant, Piece>
  /** A row showed that it has a column for each applicant, and none for totals. */
  withoutTotals?: boolean
  /** The end of a page parts its headings: those above it stand in other columns than they head. */
  readonly parted: boolean
  /** Whether a row of values stands below them. */
  used: boolean
  /** How many rows of the form below them have a value for each applicant and none for a total, and how many have others. */
  parts: number
  uneven: number
}

/** So many rows of the form that all have a value for each applicant and no more show that a text's table has no column for totals. */
const LEAST_WITHOUT_TOTAL = 18

/** The values of a row in the order of the form where headings name all applicants in it, no total and nothing else, and every row has as many: in a text whose merged cells are left out none stands under its own heading. Null where that is not so. */
function partsAlone({ headings, others, parts, uneven }: Headed, values: readonly Piece[]): (Piece | null)[] | null {
  const inOrder = [...headings.keys()].join() === APPLICANT_PARTS.join() && others.every(({ text }) => SPANNING.test(tight(text)) || ABOVE.test(tight(text)))
  return inOrder && parts >= LEAST_WITHOUT_TOTAL && uneven === 0 && values.length === APPLICANT_PARTS.length ? inOrderOf(headings, values, [...headings.keys()]) : null
}

/** Values without the words behind the last of them. */
const withoutRemark = (values: readonly Piece[]): readonly Piece[] => (values.length > 1 && hasHan(values.at(-1)!.text) && !isNumberCell(values.at(-1)!.text) ? values.slice(0, -1) : values)

/** Whether the first value stands left of all headings: below the names of rows, where no applicant has a column. */
const startsBefore = ({ headings }: Headed, [first]: readonly Piece[]): boolean => first !== undefined && tight(first.text) === '' && [...headings.values()].every(({ column }) => first.column + first.width <= column)

/** Whether each applicant has a heading, and a column that compares totals stands behind all of them: blank cells at the left are natural persons' then. */
const isBesideTotals = ({ headings, others }: Headed): boolean => headings.size === APPLICANT_IDS.length && others.some(({ text, column }) => isCompared(text) && column > headings.get('total')!.column)

/** The headings of table 3 as its lines go by, and the values of a row under them. */
export class ApplicantColumns {
  private readonly tables = new Map<number | null, Headed>()
  /** The table that the last headings stand in. */
  private last: number | null = null
  private readonly spans = new RowSpans()
  /** Headings of columns beside those of applicants, in lines above these: what compares totals, and remarks; that of the totals among them. */
  private besideAbove: { readonly table: number | null; readonly labels: readonly Piece[]; readonly total?: Piece } | undefined
  /** The order of applicants in the last row of headings that named all of them, where it is not the form's. */
  private reordered: readonly Applicant[] | undefined
  /** Lines whose numbers were told to applicants by the order of headings that no ruling bears out. */
  readonly byOrder = new WeakSet<Entry>()
  /** Lines with one value more than the form has columns, of which a heading and sums show that it is the last: all others are there. */
  readonly whole = new WeakSet<Entry>()
  /** Totals that stand under no heading, and that the sum of their row shows to be one. */
  readonly bySum = new WeakSet<Piece>()

  /** Takes the headings that a line without values holds. */
  take(entry: Entry): void {
    const found = applicantsIn(entry.labels)
    const own = this.of(entry.table)
    const isFilled = entry.values.some(({ text }) => tight(text) !== '')
    if (own && isFilled) own.used = true
    if (own && isFilled && REQUEST_LABELS.name(entry.labels.at(-1)?.text ?? '') !== null) own[entry.values.length === APPLICANT_PARTS.length ? 'parts' : 'uneven'] += 1
    // A heading 小计 alone on its line, in a text with a cell a line.
    if (found.length === 0 && own && !own.used && entry.values.length === 0 && hasSubtotal(entry.labels)) own.others.push(...entry.labels)
    // Behind several headings, the common one of organisations among them, a blank cell may be the rest of one that is cut.
    const abreast = found.length + entry.labels.filter(({ text }) => ORGANISATIONS.test(tight(text))).length
    const beside = isFilled || entry.table === null ? [] : entry.labels.filter(({ text }) => isCompared(text) || REMARKS.test(tight(text)))
    const [total] = found
    if (found.length === 0 && beside.length > 0) this.besideAbove = { table: entry.table, labels: beside }
    else if (found.length === 1 && total!.id === 'total' && beside.length > 0) this.besideAbove = { table: entry.table, labels: beside, total: total!.piece }
    if (found.length === 0 || isFilled || (entry.values.length > 0 && abreast < LEAST_ABREAST)) return
    const known = found.some(({ id }) => id === 'natural') ? undefined : (own ?? this.cutAbove(entry))
    const above = this.besideAbove?.table === entry.table ? this.besideAbove : undefined
    const { headings, others, width, parted, over } = known ?? { headings: new Map<Applicant, Piece>(above?.total ? [['total', above.total]] : []), others: [...(above?.labels ?? [])], width: endOf(above?.labels ?? []), parted: false, over: undefined }
    this.tables.set(entry.table, { headings, others, over: over ?? overOf(entry.labels), repeats: found.some(({ id }, at) => found[at + 1]?.id === id) || known?.repeats, copies: new Map([...copiesOf(found), ...(known?.copies ?? [])]), width: Math.max(width, widthOf(entry)), parted, used: false, parts: 0, uneven: 0 })
    this.last = entry.table
    if (found.length >= APPLICANT_IDS.length) this.reordered = reorderedIn(found.map(({ id }) => id))
    for (const { id, piece } of found) if (!headings.has(id)) headings.set(id, piece)
    others.push(...entry.labels.filter((piece) => !found.some((each) => each.piece === piece)))
  }

  /** The headings at the end of the page before that go on in a line at the head of the next: no row stands below them, and they have none of its own. */
  private cutAbove({ table, place, labels }: Entry): Headed | undefined {
    const last = this.of(this.last)
    const isNext = table !== null && this.last === table - 1 && (place.row ?? 1) <= CUT_ROWS && last !== undefined && !last.used
    return isNext && !labels.some(({ text }) => last.headings.has(applicantNamed(text)!)) ? { ...last, headings: new Map(last.headings), others: [...last.others], parted: true } : undefined
  }

  /** Whether an entry stands in the table that the last headings stand in. */
  heads({ table }: Entry): boolean {
    return table === this.last
  }

  /** Whether an entry stands in a table whose headings show that it is table 3. */
  shows({ table }: Entry): boolean {
    const own = this.of(table)
    return own !== undefined && (own.headings.size >= LEAST_HEADINGS || areThree(own.headings, own.others))
  }

  /** The values of a row without what stands behind those of the form: where no ruling bears it out, and no sum, that is remembered. */
  private own(entry: Entry): readonly Piece[] {
    const headed = this.of(entry.table)
    const others = (headed ?? this.before(entry.table, LEAST_HEADINGS))?.others
    const values = withoutMark(headed ? withoutRemark(entry.values) : entry.values, others ?? [])
    const compared = others && !entry.bounded ? withoutCompared(others, values) : null
    if (compared && !addUp(compared)) this.byOrder.add(entry)
    else if (compared?.every(({ text }) => tight(text) !== '')) this.whole.add(entry)
    return compared ?? values
  }

  /** The piece of each applicant, null of one that the table has no column for: in order where there are seven, that of the headings where they stand in another than the form's; else by the headings. Null where that is not clear. */
  placed(entry: Entry): (Piece | null)[] | null {
    const { table, loose } = entry
    const headings = this.of(table)
    const written = this.own(entry)
    const three = headings && entry.bounded ? undefined : (headings ?? this.before(table, LEAST_ABREAST))
    const ofAll = three ? ofThree(three.headings, three.others, written) : null
    if (ofAll) return ofAll
    const copied = headings?.repeats && !entry.bounded ? underCopies(headings.copies, written) : null
    if (copied) return copied
    const beside = headings && !loose && isBesideTotals(headings) ? placedUnder(headings.headings, headings.others, written) : null
    if (beside) return beside
    const prior = headings || loose ? undefined : this.before(table, LEAST_HEADINGS)
    const goingOn = prior ? movedBesideCompared(prior.headings, prior.others, written) : null
    if (goingOn) return isReordered(prior!.headings) ? inOrderOf(prior!.headings, goingOn) : goingOn
    const values = (loose ? undefined : fromFirstToLast(headings?.headings, written)) ?? this.spans.withoutSpare(entry, written)
    // Beside a name that reaches over blank cells, a part of the columns may have as many as the whole.
    const isBeside = headings !== undefined && !loose && startsBefore(headings, values)
    const mayBePart = values.length !== APPLICANT_IDS.length || isBeside
    const over = mayBePart ? (headings ?? this.before(table, 1)) : undefined
    if (over && this.isPart(over.headings)) return placedInPart(over, written, loose || over.parted || over !== headings)
    const own = loose ? undefined : headings
    const headed = own ?? (loose ? undefined : this.before(table, LEAST_HEADINGS))
    const summed = headings ?? this.before(table, LEAST_HEADINGS)
    if (summed && hasSubtotal(summed.others)) return (own && placedUnder(own.headings, own.others, written)) ?? this.besideSum(written, !summed.headings.has('total'))
    // Where columns are told by places, a number beside the table may have made one more: seven numbers are those of all seven.
    const numbered = loose ? values.filter(({ text }) => tight(text) !== '') : []
    const seven = [numbered, values].find(({ length }) => length === APPLICANT_IDS.length)
    if (loose && seven && this.reordered && seven.every(({ text }) => isNumberCell(text))) {
      this.byOrder.add(entry)
      return inOrderOf(new Map(), seven, [...this.reordered])
    }
    if (numbered.length === APPLICANT_IDS.length && values.length > numbered.length && numbered.every(({ text }) => isNumberCell(text))) return summed && isReordered(summed.headings) ? inOrderOf(summed.headings, numbered) : numbered
    const under = isBeside ? values.filter(({ column, text }) => tight(text) !== '' || [...headings.headings.values()].some((heading) => column >= heading.column)) : values
    if (own && isBeside && own.headings.has('natural') && isWithoutTotal(own.headings, own.others, under)) return placedUnder(own.headings, own.others, under)
    if (values.length !== APPLICANT_IDS.length) {
      if (own?.headings.has('natural') && isWithoutTotal(own.headings, own.others, values)) own.withoutTotals = true
      const filled = values.filter(({ text }) => tight(text) !== '')
      // Cells whose edges are not those of the headings: in a text each of these has one number, whatever blanks stand between.
      if (own && !entry.bounded && filled.length === APPLICANT_IDS.length && values.length > filled.length && areAll(own) && !own.repeats) return inOrderOf(own.headings, filled)
      if (own && entry.bounded) return placedUnder(own.headings, own.others, values) ?? movedBesideCompared(own.headings, own.others, values)
      if (own) return placedUnder(own.headings, own.others, values) ?? partsAlone(own, values)
      if (headed?.withoutTotals && values.length === headed.headings.size) return inOrderOf(headed.headings, values)
      return headed ? (this.goingOn(headed, entry, values) ?? movedBesideCompared(headed.headings, headed.others, values)) : organisationsInOne(this.before(table, 1), values)
    }
    if (headed && isReordered(headed.headings)) return inOrderOf(headed.headings, values)
    // What the end of a page cuts may stand in one cell: 自然人 总计.
    const isWhole = headed?.parted ? headed.over?.at(-1) === 'total' : !entry.bounded && entry.place.page === undefined
    const order = headed && isWhole ? orderOver(headed.headings, headed.over) : undefined
    return order ? inOrderOf(headed!.headings, values, order) : [...values]
  }

  /** The values of a row over the page from its headings: in the same columns where the table is as wide, else those between blank cells. */
  private goingOn(headed: Headed, entry: Entry, values: readonly Piece[]): (Piece | null)[] | null {
    const placed = widthOf(entry) === headed.width ? placedUnder(headed.headings, headed.others, values) : null
    const own = placed ? null : besideBlanks(headed, values)
    return own && isReordered(headed.headings) ? inOrderOf(headed.headings, own) : (placed ?? own)
  }

  /** The values of a row beside the sum of its organisations, a total that this alone shows remembered as such. */
  private besideSum(written: readonly Piece[], isCut: boolean): Piece[] | null {
    const values = withoutSubtotal(written, isCut)
    if (values && isCut) this.bySum.add(values.at(-1)!)
    return values
  }

  /** Whether a table has some of the columns, and another one the rest: one that was too wide is set as two. */
  private isPart(headings: Headings): boolean {
    return headings.size > 0 && headings.size < APPLICANT_IDS.length && [...this.tables.values()].some((other) => other.headings.size + headings.size === APPLICANT_IDS.length && APPLICANT_IDS.every((id) => other.headings.has(id) !== headings.has(id)))
  }

  private of(table: number | null): Headed | undefined {
    return table === null ? undefined : this.tables.get(table)
  }

  /** The headings of the table that one without headings goes on from: the last before it with so many of them. */
  private before(table: number | null, least: number): Headed | undefined {
    return [...this.tables].findLast(([at, { headings }]) => at !== null && table !== null && at < table && headings.size >= least)?.[1]
  }
}
