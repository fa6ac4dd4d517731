import { allDoubts, type Doubts } from './doubt'
import { readingDoubts } from './doubtful-reading'
import { revisionDoubts } from './revised'
import type { Table } from './table'
import { typedHeadDoubts } from './typed-head'
import { versionDoubts } from './versions'

/** All that is in doubt about a table's reports: the failed checks, and what the table itself says. */
export const doubtsOf = (table: Table, failing: Doubts): Doubts => allDoubts(failing, readingDoubts(table), revisionDoubts(table), versionDoubts(table), typedHeadDoubts(table))
