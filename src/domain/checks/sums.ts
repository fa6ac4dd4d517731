import { APPLICANT_IDS, APPLICANT_PARTS, APPLICANTS, OUTCOME_GROUPS, REQUEST_ROWS, REVIEW_KINDS, REVIEW_RESULTS, rowsOfGroup, type Applicant, type FigureId, type RequestRow, type ReviewKind, type ReviewResult, type Section } from '../figure'
import { COMMON_FAMILY, labelOfFigure, ownEntries, type Format, type OwnEntry, type Role } from '../formats'
import { label, type Label } from '../label'
import type { CellTerm, SumSpec, Term } from './term'

/** The checks that are sums inside one report. */
export const SUM_CHECKS = ['H1', 'H2', 'H3', 'H4'] as const
export type SumCheckId = (typeof SUM_CHECKS)[number]
export type SumSpecs = Readonly<Record<SumCheckId, readonly SumSpec[]>>

const NO_SUMS: SumSpecs = { H1: [], H2: [], H3: [], H4: [] }

const request = (row: RequestRow, applicant: Applicant): FigureId => `requests.${row}.${applicant}`
const partsOfRow = (row: RequestRow): CellTerm[] => APPLICANT_PARTS.map((part) => ({ figure: request(row, part) }))

/** A total that was left blank is worth the sum of its row's parts. */
const plainCell = (row: RequestRow, applicant: Applicant): CellTerm => ({ figure: request(row, applicant), ...(applicant === 'total' ? { instead: [partsOfRow(row)] } : {}) })

/** （一） to （六） of table 3 in a column; a group counts by its rows or, where only prose states it, by its total. */
const outcomes = (applicant: Applicant): Term[] => [
  { rows: [plainCell('granted', applicant), plainCell('partly-granted', applicant)], whole: plainCell('disclosed', applicant) },
  ...OUTCOME_GROUPS.filter((group) => rowsOfGroup(group).length > 0).map((group) => ({ rows: rowsOfGroup(group).map((row) => plainCell(row, applicant)), whole: plainCell(group, applicant) })),
]

/** 办结 is a total itself, of its column. */
function requestCell(row: RequestRow, applicant: Applicant): CellTerm {
  const cell = plainCell(row, applicant)
  return row === 'processed' ? { ...cell, instead: [...(cell.instead ?? []), outcomes(applicant)] } : cell
}

const rowOf = (figure: FigureId): RequestRow => figure.slice(figure.indexOf('.') + 1, figure.lastIndexOf('.')) as RequestRow
const nameByRow = (figure: FigureId): Label => REQUEST_ROWS[rowOf(figure)]
const nameByApplicant = (figure: FigureId): Label => APPLICANTS[figure.split('.').at(-1) as Applicant]
const nameByResult = (figure: FigureId): Label => REVIEW_RESULTS[figure.split('.').at(-1) as ReviewResult]

const official = new WeakMap<Format, Map<Section, readonly FigureId[]>>()

/** The official figures of a section of a format; gathered once. */
export function officialFigures(format: Format, section: Section): readonly FigureId[] {
  const known = official.get(format) ?? new Map<Section, readonly FigureId[]>()
  official.set(format, known)
  let figures = known.get(section)
  if (!figures) known.set(section, (figures = format.tables.filter((table) => table.section === section).flatMap(({ rows }) => rows.flatMap((row) => row.figures.filter((figure) => figure !== null)))))
  return figures
}

function requestSums(format: Format): Omit<SumSpecs, 'H4'> {
  const table = officialFigures(format, 'requests')
  const official = [...new Set(table.map(rowOf))]
  const column = (applicant: Applicant): FigureId[] => official.map((row) => request(row, applicant))
  const outcomeCells = table.filter((figure) => !['received', 'carried-in', 'processed', 'carried-out'].includes(rowOf(figure)))
  const partCells = table.filter((figure) => !figure.endsWith('.total'))
  // The unsplit（六）is filled in by reports of later forms too.
  const rows = official.includes('other') ? official : [...official, 'other' as const]
  const inColumn = (applicant: Applicant, expected: readonly Term[], found: readonly Term[]): SumSpec => ({ name: `requests.${applicant}`, label: APPLICANTS[applicant], found, expected, table, parts: outcomeCells, nameOf: nameByRow, line: column(applicant) })
  return {
    H1: APPLICANT_IDS.map((applicant) => inColumn(applicant, [requestCell('received', applicant), requestCell('carried-in', applicant)], [requestCell('processed', applicant), requestCell('carried-out', applicant)])),
    H2: APPLICANT_IDS.map((applicant) => ({ ...inColumn(applicant, outcomes(applicant), [requestCell('processed', applicant)]), extras: applicant })),
    H3: rows.map((row) => ({
      name: `requests.${row}`,
      label: REQUEST_ROWS[row],
      found: [requestCell(row, 'total')],
      expected: APPLICANT_PARTS.map((part) => requestCell(row, part)),
      table,
      parts: partCells,
      nameOf: nameByApplicant,
      line: APPLICANT_IDS.map((applicant) => request(row, applicant)),
    })),
  }
}

function reviewSums(format: Format): SumSpec[] {
  const table = officialFigures(format, 'reviews')
  const parts = table.filter((figure) => !figure.endsWith('.total'))
  return (Object.keys(REVIEW_KINDS) as ReviewKind[]).map((kind) => {
    const cell = (result: ReviewResult): FigureId => `${kind}.${result}`
    const own = (Object.keys(REVIEW_RESULTS) as ReviewResult[]).filter((result) => result !== 'total').map(cell)
    return { name: kind, label: REVIEW_KINDS[kind], found: [{ figure: cell('total'), instead: [own.map((figure) => ({ figure }))] }], expected: own.map((figure) => ({ figure })), table, parts, nameOf: nameByResult, line: [...own, cell('total')] }
  })
}

/** A sum of figures of a format's own catalogue; none where a side has no figure. */
function ownSum(name: string, title: Label, found: readonly OwnEntry[], expected: readonly OwnEntry[]): SumSpec[] {
  if (found.length === 0 || expected.length === 0) return []
  const ids = (entries: readonly OwnEntry[]): FigureId[] => entries.map(({ id }) => id)
  const terms = (entries: readonly OwnEntry[]): CellTerm[] => ids(entries).map((figure) => ({ figure }))
  const total: CellTerm[] = found.length === 1 ? [{ figure: found[0]!.id, instead: [terms(expected)] }] : terms(found)
  const line = [...ids(expected), ...ids(found)]
  return [{ name, label: title, found: total, expected: terms(expected), table: line, parts: ids(expected), nameOf: labelOfFigure, line }]
}

const REVIEWED: readonly Role[] = ['review.upheld', 'review.corrected', 'review.other', 'review.pending']

/** A format with a catalogue of its own promises what its roles say: a carry-over needs all four, outcomes add up to what was processed. */
function ownSums(format: Format): SumSpecs {
  const entries = ownEntries(format)
  const having = (among: readonly OwnEntry[], ...roles: readonly Role[]): OwnEntry[] => roles.flatMap((role) => among.filter(({ figure }) => figure.role === role))
  const [received, carriedIn, processed, carriedOut] = (['received', 'carried-in', 'processed', 'carried-out'] as const).map((role) => having(entries, role))
  const carries = [received, carriedIn, processed, carriedOut].every((side) => side!.length === 1)
  const reviewTables = [...new Set(entries.map(({ table }) => table))].map((table) => ({ table, inside: entries.filter((entry) => entry.table === table) }))
  return {
    H1: carries ? ownSum('requests', label('申请', 'requests'), [...processed!, ...carriedOut!], [...received!, ...carriedIn!]) : [],
    // A reader's own export does not say that its outcomes are all there are.
    H2: processed!.length === 1 && format.id !== COMMON_FAMILY ? ownSum('outcomes', label('办理结果', 'outcomes'), processed!, having(entries, ...OUTCOME_GROUPS)) : [],
    H3: [],
    H4: reviewTables.flatMap(({ table, inside }) => (having(inside, 'review.total').length === 1 ? ownSum(table.id, table.title, having(inside, 'review.total'), having(inside, ...REVIEWED)) : [])),
  }
}

const nationalSums = (format: Format): SumSpecs => (format.tables.length === 0 ? NO_SUMS : { ...requestSums(format), H4: reviewSums(format) })

const known = new Map<string, SumSpecs>()

/** The sums of a format, by check; none where it promises none. */
export function sumsOf(format: Format): SumSpecs {
  let specs = known.get(format.id)
  if (!specs) known.set(format.id, (specs = format.own ? ownSums(format) : nationalSums(format)))
  return specs
}

/** Whether a format has sums of a check. */
export const isSummed =
  (check: SumCheckId) =>
  (format: Format): boolean =>
    sumsOf(format)[check].length > 0

/** A national form with tables of its own. */
export const isNationalForm = ({ family, tables }: Format): boolean => family === 'cn' && tables.length > 0

/** The row of table 3 a figure stands in; undefined for any other figure. */
export function requestRowOf(figure: FigureId): RequestRow | undefined {
  let row = requestRows.get(figure)
  if (row === undefined) requestRows.set(figure, (row = figure.startsWith('requests.') && rowOf(figure) in REQUEST_ROWS ? rowOf(figure) : null))
  return row ?? undefined
}

/** Asked for every cell of every draft. */
const requestRows = new Map<FigureId, RequestRow | null>()

/** The cells that a figure of table 3 is the sum of where it is a group's total; else the figure itself. */
export function requestGroupRows(figure: FigureId): FigureId[] {
  const row = requestRowOf(figure)
  const applicant = figure.split('.').at(-1) as Applicant
  const group = row === 'disclosed' ? (['granted', 'partly-granted'] as const) : OUTCOME_GROUPS.includes(row as (typeof OUTCOME_GROUPS)[number]) ? rowsOfGroup(row as (typeof OUTCOME_GROUPS)[number]) : []
  return group.length > 0 ? group.map((each) => request(each, applicant)) : [figure]
}
