import { isOfTables } from '@/domain/extras'
import { sectionOf } from '@/domain/figure'
import type { Statement } from '@/domain/table'
import type { Filings } from './filings'

/** Whether a file's statement is about tables that stand as another file has them: it is its version's. */
export function isOfVersion({ columns }: Filings, statement: Statement, file: number): boolean {
  if (!isOfTables(statement)) return false
  const { row } = statement
  let some = false
  for (const { figure, cells, from } of columns.values()) {
    if (sectionOf(figure) !== 'requests' || cells[row] === undefined) continue
    if (from[row] === file) return false
    some = true
  }
  return some
}
