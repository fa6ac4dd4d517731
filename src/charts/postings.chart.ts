import { schemeOf } from '@/domain/scheme'
import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'postings', places: { proactive: 0 }, indicators: (table) => schemeOf(table).proactive })
