import { indicatorOf } from '@/domain/indicators'
import { schemeOf } from '@/domain/scheme'
import type { Table } from '@/domain/table'
import { columnsChart } from './columns-chart'

const flowOf = (table: Table): readonly string[] => {
  const { flow } = schemeOf(table)
  return flow.length > 1 ? flow : []
}

export default columnsChart({
  id: 'clearance',
  places: { requests: 3 },
  indicators: flowOf,
  message: (table) => (flowOf(table).some((id) => indicatorOf(id)?.kind === 'rate') ? 'chart.clearance' : 'chart.flow'),
  look: { as: 'bars', scale: 'shared' },
  controls: ['at', 'applicant', 'n', 'sort', 'top'],
})
