import { describe, expect, it } from 'vitest'
import { chartById } from '@/charts'
import { renderSvg } from '@/charts/engine'
import { marksOf } from '@/charts/marks'
import type { Table } from '@/domain/table'
import { NO_OUTCOMES, requestCells, tableOf } from '../fixture'
import { contextOf, FULL, GAPS, selected } from './fixtures'

const chart = chartById('outcomes')!

interface Datum {
  readonly value: readonly (number | null)[]
  readonly observation?: number
}

const barsOf = (context: ReturnType<typeof contextOf>): Datum[] => ([chart.option(context).series].flat() as { type: string; data: Datum[] }[]).filter(({ type }) => type === 'bar').flatMap(({ data }) => data)

describe('outcomes', () => {
  it('stacks the six groups as shares of processed that fill the bar', () => {
    const context = contextOf('outcomes', FULL, { view: 'requests' })
    const shown = context.slice.subjects.map(({ name }, subject) => [name, ...context.slice.observations.filter((observation) => observation.subject === subject).map(({ value }) => value && Math.round(value * 10) / 10)])
    expect(shown).toEqual([
      ['甲省乙市民政局', 82.2, 4.1, 0, 13.7, 0, 0],
      ['甲省乙市教育局', 31.7, 4.8, 0, 63.5, 0, 0],
      ['甲省丙市人民政府', 50, null, null, null, null, null],
    ])
  })

  it('draws exactly the stated shares as lengths', () => {
    const context = contextOf('outcomes', FULL, { view: 'requests' })
    for (const { value, observation } of barsOf(context)) expect(value[0]).toBe(context.slice.observations[observation!]!.value)
  })

  it('shows granted and partly granted as one hatched area where only their sum is stated', () => {
    const context = contextOf('outcomes', GAPS, { view: 'requests', at: 2021, agency: ['甲省丙市人民政府'] })
    const room = barsOf(context).filter(({ observation }) => observation === undefined)
    expect(room.map(({ value }) => value[0])).toEqual([30, 30])
    // The six outcomes, and the sum in the place of two of them.
    expect(marksOf(chart.option(context))).toHaveLength(7)
  })

  it.each(['outcomes', 'outcomes-years'])('says in the legend of %s what the hatched area is, where there is one', async (id) => {
    const drawn = async (table: Table, agency: string): Promise<string> => {
      const context = contextOf(id, table, { view: 'requests', at: 2021, agency: [agency] })
      return renderSvg(chartById(id)!.option(context), context.width, chartById(id)!.height(context.slice, context.width, table))
    }
    expect(await drawn(GAPS, '甲省丙市人民政府')).toContain('予以公开及部分公开')
    expect(await drawn(FULL, '甲省乙市民政局')).not.toContain('予以公开及部分公开')
  })

  it('says where the whole ends where shares go beyond it', () => {
    const beyond = tableOf([{ agency: '甲省乙市民政局', year: 2023, cells: requestCells({ ...NO_OUTCOMES, received: 2, 'carried-in': 0, granted: 1, 'unavailable.not-held': 1, other: 1, processed: 2, 'carried-out': 0 }) }])
    const seriesOf = (table: Table) => [chart.option(contextOf('outcomes', table, { view: 'requests' })).series].flat().flatMap((series) => String(series?.id ?? ''))
    expect(seriesOf(beyond).filter((id) => id.endsWith('-hundred'))).toHaveLength(1)
    expect(seriesOf(FULL).filter((id) => id.endsWith('-hundred'))).toEqual([])
  })

  it('opens a group on a click, and cells where there is nothing to open', () => {
    const { slice, selection } = contextOf('outcomes', FULL, { view: 'requests' })
    const of = (group: string): number => slice.observations.findIndex(({ indicator }) => indicator.id === `requests.${group}.share`)
    expect(chart.drill!(slice, of('unavailable'), selection, FULL)).toEqual({ group: 'unavailable' })
    expect(chart.drill!(slice, of('granted'), selection, FULL)).toBeUndefined()
    const opened = contextOf('outcomes', FULL, { view: 'requests', group: 'unavailable' })
    expect(opened.slice.indicators.map(({ id }) => id)).toEqual(['requests.unavailable.not-held.share', 'requests.unavailable.to-be-created.share', 'requests.unavailable.unclear.share'])
    expect(chart.drill!(opened.slice, 0, opened.selection, FULL)).toBeUndefined()
  })

  it('switches to counts', () => {
    const { slice } = contextOf('outcomes', FULL, { view: 'requests', values: 'absolute' })
    expect(slice.indicators.map(({ id }) => id)).toContain('requests.granted')
    expect(chart.cut(selected({ values: 'absolute' }), FULL).rankBy).toBe('requests.processed')
  })
})
