import { describe, expect, it } from 'vitest'
import { chartById } from '@/charts'
import { contextOf, FULL } from './fixtures'

interface LineSeries {
  readonly type: string
  readonly id: string
  readonly data: readonly { readonly value: readonly (number | null)[]; readonly observation?: number }[]
}

const linesOf = (context: ReturnType<typeof contextOf>): LineSeries[] => ([chartById('trend')!.option(context).series].flat() as LineSeries[]).filter(({ type }) => type === 'line')

describe('trend', () => {
  it('has a series per agency under its id', () => {
    const context = contextOf('trend', FULL, { view: 'requests' })
    expect(linesOf(context).map(({ id }) => id)).toEqual(context.slice.subjects.map(({ agency }) => FULL.agencies[agency]!.id))
  })

  it('joins two years only where they may be compared', () => {
    const context = contextOf('trend', FULL, { view: 'requests' })
    for (const { data } of linesOf(context)) {
      data.forEach((datum, at) => {
        if (datum.observation === undefined || at === 0) return
        const observation = context.slice.observations[datum.observation]!
        const before = data[at - 1]!
        expect(before.observation !== undefined && before.value[1] !== null && datum.value[1] !== null).toBe(observation.joined)
      })
    }
  })

  it('draws at most eight agencies where the link names none', () => {
    expect(chartById('trend')!.cut(contextOf('trend', FULL, {}).selection, FULL).most).toBe(8)
  })
})
