import { columnsChart } from './columns-chart'

export default columnsChart({
  id: 'proposal-roles',
  places: { participation: 3 },
  indicators: ['participation.npc-suggestions.led', 'participation.npc-suggestions.assisted', 'participation.cppcc-proposals.led', 'participation.cppcc-proposals.assisted'],
  look: { as: 'bars', scale: 'shared' },
})
