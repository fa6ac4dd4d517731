import { searchAgencies, type Readings } from '@/components/agency-search'
import { countSteps, findingSteps, matrixSteps, type CountsIn, type Decision, type Findings, type Matrix, type MatrixQuery } from '@/domain/checks'
import type { Selection } from '@/domain/selection'
import { agenciesOf, yearsOf } from '@/domain/slice'
import type { Steps } from '@/domain/turns'

/** What everything in the workbench is reckoned from. */
export interface Asked {
  readonly findings: Findings
  readonly selection: Selection
  readonly readings: Readings | null
  readonly decisions: ReadonlyMap<string, Decision>
}

/** What the workbench shows, all of it of the same findings. */
export interface Laid {
  readonly asked: Asked
  readonly query: MatrixQuery
  readonly counts: CountsIn
  readonly matrix: Matrix
  readonly way: readonly number[]
  readonly listed: readonly number[]
}

/** Findings whose decision is looked up in a step. */
const STEP = 2_048

/** Whether the filter by decision leaves a finding. */
export const isAsked = ({ findings, decisions }: Asked, { standing }: MatrixQuery, index: number): boolean => standing === '' || (decisions.get(findings.keyAt(index))?.verdict ?? 'open') === standing

function queryOf({ findings: { table }, selection, readings }: Asked): MatrixQuery {
  const { rule, outcome, decision, order, find } = selection
  const kept = agenciesOf(table, selection)
  const found = find.trim() === '' ? null : new Set(searchAgencies(table.agencies, find, readings))
  return { agencies: found ? kept.filter((agency) => found.has(table.agencies[agency]!)) : kept, years: yearsOf(table, selection), rule, outcome, standing: decision, order }
}

/** The way stays as it is while findings are decided. */
function* wayFrom({ findings }: Asked, query: MatrixQuery, matrix: Matrix): Steps<number[]> {
  return yield* findingSteps(findings, query.standing === '' ? matrix : yield* matrixSteps(findings, [], { ...query, standing: '' }), query)
}

function* listFrom(asked: Asked, query: MatrixQuery, way: readonly number[]): Steps<readonly number[]> {
  if (query.standing === '') return way
  const listed: number[] = []
  for (const [at, index] of way.entries()) {
    if (at % STEP === STEP - 1) yield
    if (isAsked(asked, query, index)) listed.push(index)
  }
  return listed
}

/** What the workbench shows, in steps. `before`: where only decisions have changed since, the rest is taken over from it. */
export function* lay(asked: Asked, before: Laid | null): Steps<Laid> {
  const same = before?.asked.findings === asked.findings && before.asked.selection === asked.selection && before.asked.readings === asked.readings ? before : null
  const query = same?.query ?? queryOf(asked)
  yield
  const counts = same?.counts ?? (yield* countSteps(asked.findings, query.agencies, query.years))
  yield
  const matrix = yield* matrixSteps(asked.findings, asked.decisions.values(), query)
  yield
  const way = same?.way ?? (yield* wayFrom(asked, query, matrix))
  return { asked, query, counts, matrix, way, listed: yield* listFrom(asked, query, way) }
}
