import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'disclosure-rate', places: { requests: 1 }, indicators: ['requests.disclosure-rate'], look: { as: 'dots', scale: 'own' }, controls: ['disclosure-rate', 'n', 'at', 'sort', 'top'] })
