import { columnsChart } from './columns-chart'

export default columnsChart({ id: 'messages', places: { participation: 2 }, indicators: ['participation.messages.received', 'participation.messages.answered'], look: { as: 'bars', scale: 'shared' } })
