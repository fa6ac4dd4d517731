import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'documents', places: { proactive: 0 }, indicators: ['documents.issued', 'documents.repealed', 'documents.in-force'] })
