import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'in-text', places: { reviews: 2 }, indicators: ['narrative.reviews', 'narrative.suits'], look: { as: 'bars', scale: 'shared' } })
