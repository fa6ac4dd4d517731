import { columnsChart } from './columns-chart'

export default columnsChart({
  id: 'clearance',
  places: { requests: 3 },
  indicators: ['requests.received', 'requests.carried-in', 'requests.processed', 'requests.carried-out', 'requests.clearance-rate'],
  look: { as: 'bars', scale: 'shared' },
  controls: ['at', 'applicant', 'sort', 'top'],
})
