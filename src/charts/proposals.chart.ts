import { columnsChart } from './columns-chart'

export default columnsChart({
  id: 'proposals',
  places: { participation: 0 },
  indicators: ['participation.npc-suggestions.received', 'participation.cppcc-proposals.received', 'participation.suggestions-and-proposals.received'],
  look: { as: 'bars', scale: 'shared' },
})
