import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'decisions', places: { proactive: 3 }, indicators: ['licences.decisions', 'penalties.decisions', 'measures.decisions'] })
