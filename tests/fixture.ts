import { readCell } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import type { Scope } from '@/domain/scope'
import type { Agency, Statement } from '@/domain/table'
import { TableBuilder } from '@/domain/table-builder'
import { Table } from '@/domain/table'

/** One report in words: agency, year, format and its cells as they would stand in a file. */
export interface ReportFixture {
  readonly agency: string
  readonly year: number
  readonly format?: string
  readonly breaks?: boolean
  readonly scope?: Scope
  /** What is known of the agency; by default from its name. */
  readonly agencyIs?: Partial<Agency>
  readonly cells: Readonly<Record<string, string | number>>
  /** What the report states beside its cells. */
  readonly statements?: readonly Pick<Statement, 'figure' | 'value' | 'note'>[]
}

/** A table of reports; an agency's province is the first two characters of its name. */
export function tableOf(reports: readonly ReportFixture[], more: readonly string[] = []): Table {
  const builder = new TableBuilder()
  for (const name of new Set([...reports.map(({ agency }) => agency), ...more])) {
    builder.addAgency({ id: name, name, province: name.slice(0, 2), city: '', county: '', level: name.endsWith('局') ? '县' : '市', category: name.endsWith('局') ? '部门' : '政府', ...reports.find(({ agency }) => agency === name)?.agencyIs })
  }
  for (const { agency, year, format, breaks, scope, cells, statements = [] } of reports) {
    builder.addReport(agency, year, format ?? (year < 2019 ? 'cn-2008' : year < 2021 ? 'cn-2019' : 'cn-2021'), 'https://example.gov.cn/report', '', breaks, scope)
    const row = builder.rowOf(agency, year)
    for (const [figure, text] of Object.entries(cells)) builder.writerOf(figure as FigureId)(row, readCell(String(text), unitOfFigure(figure as FigureId)))
    for (const statement of statements) builder.addStatement({ asNamed: '', unit: '', ...statement, row })
  }
  return new Table(builder.finish())
}

/** The outcome rows of a whole table 3 with the given totals; every other row is zero. */
export function requestCells(totals: Readonly<Record<string, number | string>>): Record<string, number | string> {
  return Object.fromEntries(Object.entries(totals).map(([row, value]) => [`requests.${row}.total`, value]))
}

/** All outcome rows of the form of 2021 at zero. */
export const NO_OUTCOMES: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'granted', 'partly-granted',
    'refused.state-secret', 'refused.forbidden-by-law', 'refused.security', 'refused.third-party', 'refused.internal', 'refused.deliberative', 'refused.enforcement-file', 'refused.inquiry',
    'unavailable.not-held', 'unavailable.to-be-created', 'unavailable.unclear',
    'not-processed.petition', 'not-processed.duplicate', 'not-processed.publication', 'not-processed.excessive', 'not-processed.confirmation',
    'other.not-corrected', 'other.fee-unpaid', 'other.other',
  ].map((row) => [row, 0]),
)
