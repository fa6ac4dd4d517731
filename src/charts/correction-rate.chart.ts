import { schemeOf } from '@/domain/scheme'
import { columnsChart } from './columns-chart'

export default columnsChart({
  id: 'correction-rate',
  places: { reviews: 1 },
  indicators: (table) => schemeOf(table).correctionRates,
  message: (table) => `chart.correction-rate${schemeOf(table).wording}`,
  look: { as: 'dots', scale: 'own' },
  controls: ['correction-rate', 'n', 'at', 'sort', 'top'],
})
