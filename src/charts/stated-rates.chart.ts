import { CHANNELS } from '@/domain/figure'
import { columnsChart } from './columns-chart'

const MEASURES = ['answered-rate', 'satisfied-rate', 'on-time-rate', 'contact-rate'] as const
const RATES = Object.keys(CHANNELS).flatMap((channel) => MEASURES.map((measure) => `participation.${channel}.${measure}`))
const MOST = 3

export default columnsChart({
  id: 'stated-rates',
  places: { participation: 4 },
  look: { as: 'dots', scale: 'own' },
  // Of two dozen possible rates only those that somebody states, the most stated first.
  indicators: (table) => {
    const columns: ReadonlyMap<string, { readonly states: Uint8Array }> = table.columns
    const count = (id: string): number => columns.get(id)?.states.reduce((sum, state) => sum + Number(state !== 0), 0) ?? 0
    const counted = RATES.map((id) => ({ id, count: count(id) })).filter((rate) => rate.count > 0)
    const ids = counted.sort((a, b) => b.count - a.count).slice(0, MOST).map(({ id }) => id)
    return ids.length > 0 ? ids : [RATES[0]!]
  },
})
