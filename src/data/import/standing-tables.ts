import { isOfTables } from '@/domain/extras'
import { sectionOf } from '@/domain/figure'
import type { Statement } from '@/domain/table'
import type { Filings } from './filings'

/** Whether a file's statement is about tables that stand as another file has them: it is its version's. */
function isOfVersion({ columns }: Filings, statement: Statement, file: number): boolean {
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

/**
 * Files what a document or a package says in words. What is about tables that stand as another file has them is its version's, the
 * same as is said of those too, so that nothing of it is missing where the version is chosen; without a version it says nothing new.
 */
export function fileStatement(filings: Filings, statement: Statement, file: number): void {
  const { row } = statement
  if (!isOfVersion(filings, statement, file)) return filings.words.state(statement)
  const origin = filings.nameOf(row, file)
  if (filings.versionOf(row, origin) || !filings.words.isSaid(statement)) filings.words.state({ ...statement, origin })
}
