import type { Indicator } from './indicators'
import { label, type Label } from './label'
import { schemeOf, type Page } from './scheme'
import { PAGES, type ViewId } from './selection'
import type { Table } from './table'

const LABELS: Readonly<Record<ViewId, Label>> = {
  overview: label('总览', 'Overview'),
  proactive: label('主动公开', 'Proactive disclosure'),
  requests: label('依申请公开', 'Requests'),
  participation: label('公众意见', 'Public comments'),
  reviews: label('复议诉讼', 'Reviews and suits'),
  checks: label('核验', 'Checks'),
}

/** What the workbench of checks compares: nothing. */
const NOTHING: Page = { indicators: [], leading: [], yearBy: [] }

/** A page: one thing compared, or the workbench. */
interface Named {
  readonly id: ViewId
  readonly label: Label
}

/** The pages there are, whatever the data. */
export const COMPARISONS: readonly Named[] = PAGES.map((id) => ({ id, label: LABELS[id] }))

/** A page with the indicators that a family of reports offers on it for ranking and trend; the first leads. */
export interface Comparison extends Named, Page {}

const pageOf = (id: ViewId, table: Table | null | undefined): Page => (id === 'checks' ? NOTHING : schemeOf(table).pages[id])

/** The page of an id for the reports of a table; the national ones before a table is there. */
export const comparisonOf = (id: ViewId, table?: Table | null): Comparison => ({ id, label: LABELS[id], ...pageOf(id, table) })

/** The indicator the reader chose on the page, else the page's first, else that of the overview. One that another page offers gives the page's first too. */
export const indicatorFor = (view: ViewId, chosen: string, table?: Table | null): Indicator => {
  const { indicators } = pageOf(view, table)
  return indicators.find((indicator) => indicator.id === chosen) ?? indicators[0] ?? pageOf('overview', table).indicators[0]!
}
