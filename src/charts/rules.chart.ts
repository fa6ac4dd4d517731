import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'rules', places: { proactive: 4 }, indicators: ['rules.issued', 'rules.repealed', 'rules.in-force'] })
