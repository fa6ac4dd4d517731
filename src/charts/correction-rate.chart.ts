import { columnsChart } from './columns-chart'

export default columnsChart({
  id: 'correction-rate',
  places: { reviews: 1 },
  indicators: ['review.correction-rate', 'suit-direct.correction-rate', 'suit-after-review.correction-rate'],
  look: { as: 'dots', scale: 'own' },
  controls: ['correction-rate', 'n', 'at', 'sort', 'top'],
})
