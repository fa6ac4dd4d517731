import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'narrative', places: { proactive: 2 }, indicators: ['narrative.items-disclosed', 'narrative.web-items', 'narrative.social-posts', 'narrative.interpretations'] })
