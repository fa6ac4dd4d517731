import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'consultations', places: { participation: 1 }, indicators: ['participation.consultations.held', 'participation.consultations.comments', 'participation.consultations.adopted'] })
