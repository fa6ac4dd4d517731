import type { Table } from '../table'
import { finished, type Steps } from '../turns'
import { TOTAL_BLANK, UNTESTABLE } from './check'
import { keyOf, type Decision } from './decision'
import type { Findings } from './findings'
import { MARKS, type CheckId, type Mark, type Verdict } from './ids'
import { markSteps, UNCHECKED, type Marked } from './report-marks'

const at = (mark: Mark): number => MARKS.indexOf(mark)
const [UNTESTED, NO_REPORT] = [at('untested'), at('no-report')]

/** Whether a reader has made something of all failing tests of a report. */
export type Standing = 'open' | Verdict

/** What a reader has made of the failing tests of the reports that decisions are about; a report without decisions is open where it fails. */
export function standings(findings: Findings, decisions: Iterable<Decision>, rule: CheckId | ''): Map<number, Readonly<Record<Standing, number>>> {
  const { table } = findings
  const byRow = new Map<number, Map<string, Verdict | null>>()
  for (const decision of decisions) {
    const row = table.rowOf(table.indexOf(decision.agency), decision.year)
    if (row >= 0) byRow.set(row, (byRow.get(row) ?? new Map<string, Verdict | null>()).set(keyOf(decision), decision.verdict))
  }
  return new Map([...byRow].map(([row, verdicts]) => [row, standingsOf(findings, row, verdicts, rule)]))
}

function standingsOf(findings: Findings, row: number, verdicts: ReadonlyMap<string, Verdict | null>, rule: CheckId | ''): Record<Standing, number> {
  const counts = { open: 0, confirmed: 0, dismissed: 0 }
  const [from, to] = findings.rangeOf(row)
  for (let index = from; index < to; index += 1) {
    if (findings.outcomeAt(index) !== 'fail' || (rule !== '' && findings.checkAt(index).id !== rule)) continue
    counts[verdicts.get(findings.keyAt(index)) ?? 'open'] += 1
  }
  return counts
}

export const MATRIX_ORDERS = ['worst', 'failures', 'name'] as const
export type MatrixOrder = (typeof MATRIX_ORDERS)[number]

/** What of the findings is looked at; '' for any. */
export interface MatrixQuery {
  /** Indexes of agencies, and the years, that the selection keeps. */
  readonly agencies: readonly number[]
  readonly years: readonly number[]
  readonly rule: CheckId | ''
  readonly outcome: Mark | ''
  readonly standing: Standing | ''
  readonly order: MatrixOrder
}

/** One report of the matrix, or the lack of one (`row` -1). */
export interface MatrixCell {
  readonly row: number
  readonly mark: number
  /** Null where nothing fails. */
  readonly standing: Standing | null
  readonly fails: number
  /** How many of them are decided. */
  readonly decided: number
  /** What the query asks for; the others stand beside it. */
  readonly asked: boolean
}

/** An agency of the matrix; its cells are made when they are looked at. */
export interface MatrixRow {
  readonly agency: number
  /** Failing tests of its reports, hard and soft. */
  readonly hard: number
  readonly soft: number
}

export interface Matrix {
  readonly years: readonly number[]
  readonly rows: readonly MatrixRow[]
  /** Reports of the selection by their mark, whatever the query asks for; agencies' years without a report among them. */
  readonly counts: readonly number[]
  /** Reports of the agencies that are kept. */
  readonly reports: number
  readonly cell: (agency: number, year: number) => MatrixCell
}

class Cells {
  constructor(
    private readonly marked: Marked,
    private readonly standing: ReadonlyMap<number, Readonly<Record<Standing, number>>>,
    private readonly query: MatrixQuery,
  ) {}

  mark(row: number): number {
    return row < 0 ? NO_REPORT : this.marked.marks[row]!
  }

  hard(row: number): number {
    return row < 0 ? 0 : this.marked.hard[row]!
  }

  soft(row: number): number {
    return row < 0 ? 0 : this.marked.soft[row]!
  }

  private fails(row: number): number {
    return this.hard(row) + this.soft(row)
  }

  asked(row: number): boolean {
    const mark = this.mark(row)
    return this.hasOutcome(row, mark) && this.hasStanding(row) && (this.query.rule === '' || this.query.outcome !== '' || mark < UNTESTED)
  }

  cell(row: number): MatrixCell {
    const fails = this.fails(row)
    const decided = this.standing.get(row)
    const standing = fails === 0 ? null : !decided || decided.open > 0 ? 'open' : decided.confirmed > 0 ? 'confirmed' : 'dismissed'
    return { row, mark: this.mark(row), standing, fails, decided: decided ? decided.confirmed + decided.dismissed : 0, asked: this.asked(row) }
  }

  private hasOutcome(row: number, mark: number): boolean {
    const { outcome } = this.query
    if (outcome === '' || mark === at(outcome)) return outcome !== '' || row >= 0
    if (row < 0) return false
    if (outcome === 'fail-soft') return this.marked.soft[row]! > 0
    const code = outcome === 'total-blank' ? TOTAL_BLANK : outcome === 'untestable' ? UNTESTABLE : 0
    return code > 0 && (this.marked.outcomes[row]! & (1 << code)) !== 0
  }

  private hasStanding(row: number): boolean {
    const { standing } = this.query
    const decided = this.standing.get(row)
    return standing === '' || (decided ? decided[standing] > 0 : standing === 'open' && this.fails(row) > 0)
  }
}

const ranks = new WeakMap<Table, Uint32Array>()

/** Where each agency stands by name; reckoned once. */
function ranksOf(table: Table): Uint32Array {
  const found = ranks.get(table)
  if (found) return found
  const { compare } = new Intl.Collator('zh')
  const rank = new Uint32Array(table.agencies.length)
  table.agencies.map((_, agency) => agency).sort((a, b) => compare(table.agencies[a]!.name, table.agencies[b]!.name)).forEach((agency, place) => (rank[agency] = place))
  ranks.set(table, rank)
  return rank
}

interface Kept extends MatrixRow {
  readonly worst: number
}

function sorted(table: Table, rows: Kept[], order: MatrixOrder): MatrixRow[] {
  const rank = ranksOf(table)
  const byName = (a: Kept, b: Kept): number => rank[a.agency]! - rank[b.agency]!
  if (order === 'name') return rows.sort(byName)
  return rows.sort((a, b) => (order === 'worst' ? a.worst - b.worst : 0) || b.hard - a.hard || b.soft - a.soft || byName(a, b))
}

/** Agencies × years with what their reports come to: the agencies that have what the query asks for, and the years that have a report of theirs. */
export const matrixOf = (findings: Findings, decisions: Iterable<Decision>, query: MatrixQuery): Matrix => finished(matrixSteps(findings, decisions, query))

/** Agencies gone through in a step. */
const STEP = 512

/** The same in steps of a few milliseconds. */
export function* matrixSteps(findings: Findings, decisions: Iterable<Decision>, query: MatrixQuery): Steps<Matrix> {
  const { table } = findings
  const cells = new Cells(yield* markSteps(findings, query.rule), standings(findings, decisions, query.rule), query)
  yield
  ranksOf(table)
  yield
  const counts = Array.from({ length: MARKS.length + 1 }, () => 0)
  const asksAll = query.outcome === '' && query.standing === '' && query.rule === ''
  const kept: Kept[] = []
  const reporting = query.years.map(() => 0)
  const absence = cells.asked(-1) ? NO_REPORT : UNCHECKED + 1
  const rows = query.years.map(() => -1)
  for (const [turn, agency] of query.agencies.entries()) {
    if (turn % STEP === STEP - 1) yield
    let [hard, soft, worst, reports] = [0, 0, asksAll ? UNCHECKED : UNCHECKED + 1, 0]
    for (let place = 0; place < rows.length; place += 1) {
      const row = (rows[place] = table.rowOf(agency, query.years[place]!))
      const mark = cells.mark(row)
      counts[mark]! += 1
      if (row < 0) {
        worst = Math.min(worst, absence)
        continue
      }
      reports += 1
      hard += cells.hard(row)
      soft += cells.soft(row)
      if (mark < worst && cells.asked(row)) worst = mark
    }
    if (worst > UNCHECKED) continue
    for (let place = 0; place < rows.length; place += 1) if (rows[place]! >= 0) reporting[place]! += 1
    kept.push({ agency, hard, soft, worst: reports === 0 ? UNCHECKED : worst })
  }
  yield
  return {
    years: query.years.filter((_, place) => reporting[place]! > 0),
    rows: sorted(table, kept, query.order),
    counts,
    reports: reporting.reduce((sum, each) => sum + each, 0),
    cell: (agency, year) => cells.cell(table.rowOf(agency, year)),
  }
}

/** The findings that a matrix stands for, in its order: those of the outcome asked for; where none is, those that fail. `standing` is left aside, so that the way from one to the next stays the same while deciding. */
export const findingsOf = (findings: Findings, matrix: Pick<Matrix, 'rows' | 'years'>, query: Pick<MatrixQuery, 'rule' | 'outcome'>): number[] => finished(findingSteps(findings, matrix, query))

/** The same in steps of a few milliseconds. */
export function* findingSteps(findings: Findings, { rows, years }: Pick<Matrix, 'rows' | 'years'>, { rule, outcome }: Pick<MatrixQuery, 'rule' | 'outcome'>): Steps<number[]> {
  const wanted = (index: number): boolean => {
    const check = findings.checkAt(index)
    const told = findings.outcomeAt(index)
    if (rule !== '' && check.id !== rule) return false
    if (outcome === '') return told === 'fail'
    return outcome === told || (told === 'fail' && outcome === (check.hard ? 'fail-hard' : 'fail-soft'))
  }
  const indexes: number[] = []
  for (const [turn, { agency }] of rows.entries()) {
    if (turn % STEP === STEP - 1) yield
    for (const year of years) {
      const row = findings.table.rowOf(agency, year)
      if (row < 0) continue
      const [from, to] = findings.rangeOf(row)
      for (let index = from; index < to; index += 1) if (wanted(index)) indexes.push(index)
    }
  }
  return indexes
}
