import { APPLICANTS, sectionOf, type Applicant, type FigureId } from './figure'
import type { Statement, Table } from './table'

/** Names of outcomes that reports add to table 3. */
const OUTCOME_NAME = /秘密|隐私|撤|无法联系|党务|不属于|咨询|移送|中止|历史信息|不存在|职责/

/** Whose number a statement gives of a row that the form does not have; null for any other statement. */
export function applicantOfExtra({ figure, asNamed, note }: Statement): Applicant | 'undivided' | null {
  if (figure !== '' && (!figure.startsWith('requests.') || sectionOf(figure))) return null
  if (note in APPLICANTS) return note as Applicant
  return figure === '' && note === '' && OUTCOME_NAME.test(asNamed) ? 'undivided' : null
}

/** Whether a statement is about the tables of its report: a row that it adds to them, or what its text says of their figures. */
export const isOfTables = (statement: Statement): boolean => (statement.figure === '' ? applicantOfExtra(statement) !== null : sectionOf(statement.figure as FigureId) !== 'narrative')

const known = new WeakMap<Table, ReadonlyMap<number, readonly Statement[]>>()

function extrasByRow(table: Table): ReadonlyMap<number, readonly Statement[]> {
  const found = known.get(table)
  if (found) return found
  const byRow = new Map<number, Statement[]>()
  for (const statement of table.statements) if (applicantOfExtra(statement) !== null) byRow.set(statement.row, [...(byRow.get(statement.row) ?? []), statement])
  known.set(table, byRow)
  return byRow
}

/** The rows outside the form that a report fills in for an applicant, in its own words: `属于工作秘密 2`. */
export function extrasOf(table: Table, row: number, applicant: Applicant): string[] {
  const own = (extrasByRow(table).get(row) ?? []).filter((statement) => {
    const whose = applicantOfExtra(statement)
    return whose === applicant || (whose === 'undivided' && applicant === 'total')
  })
  return own.filter(({ value }) => Number(value) !== 0).map(({ asNamed, value }) => `${asNamed} ${value}`)
}
