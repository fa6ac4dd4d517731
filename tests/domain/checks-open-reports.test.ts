import { expect, it } from 'vitest'
import { askingReports, checkTable, openReportSteps } from '@/domain/checks'
import type { FigureId } from '@/domain/figure'
import { label } from '@/domain/label'
import { Table } from '@/domain/table'
import { finished } from '@/domain/turns'
import { tableOf } from '../fixture'

const TOTAL = 'requests.received.total' as FigureId
const PARTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other'].map((applicant) => `requests.received.${applicant}` as FigureId)
const received = (total: number): Record<string, number> => ({ [TOTAL]: total, ...Object.fromEntries(PARTS.map((part, at) => [part, at === 0 ? 3 : 0])) })

it('reports to look at are those read with doubt and those at which a failing check points, until their cells were compared or corrected', () => {
  const reports = { 甲局: 3, 乙局: 9, 丙局: 3, 丁局: 9, 戊局: 9 }
  const made = tableOf(Object.entries(reports).map(([agency, total]) => ({ agency, year: 2024, cells: received(total) })))
  const reading = (row: number, figure: FigureId, confirmed: boolean) => ({ row, figure, why: label('疑', 'doubt'), confirmed, remark: '' })
  const corrected = { row: 4, figure: TOTAL, kind: 'edit' as const, before: { value: 8 }, remark: '' }
  const table = new Table({ ...made.data, doubtfulReadings: [reading(2, TOTAL, false), ...[TOTAL, ...PARTS].map((figure) => reading(3, figure, true))], revisions: [corrected, ...PARTS.map((figure) => ({ ...corrected, figure, before: { value: 1 } }))] })
  const asking = askingReports(checkTable(table))
  expect([...asking]).toEqual([1, 3, 4])
  expect([finished(openReportSteps(table, asking)), finished(openReportSteps(table, []))]).toEqual([[1, 2], [2]])
})
