import { schemeOf } from '@/domain/scheme'
import { columnsChart } from './columns-chart'

export default columnsChart({
  id: 'disclosure-rate',
  places: { requests: 1 },
  indicators: (table) => [schemeOf(table).disclosureRate].filter((id) => id !== undefined),
  look: { as: 'dots', scale: 'own' },
  controls: ['disclosure-rate', 'n', 'at', 'sort', 'top'],
})
