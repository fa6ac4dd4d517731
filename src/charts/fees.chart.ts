import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'fees', places: { proactive: 5 }, indicators: ['fees.amount'] })
