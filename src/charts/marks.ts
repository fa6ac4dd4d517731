import type { EChartsOption } from 'echarts'

/** Where an observation stands in a picture. */
export interface Mark {
  readonly seriesIndex: number
  readonly dataIndex: number
  /** A link between two nodes of a flow. */
  readonly edge: boolean
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The observation a datum carries; undefined for decoration. */
export function observationOf(datum: unknown): number | undefined {
  if (typeof datum !== 'object' || datum === null || !('observation' in datum)) return undefined
  return typeof datum.observation === 'number' ? datum.observation : undefined
}

/** Every observation that a picture shows, with its place, in the slice's order. */
export function marksOf(option: EChartsOption): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>()
  const series: unknown[] = [option.series].flat()
  series.forEach((each, seriesIndex) => {
    if (typeof each !== 'object' || each === null) return
    const parts: Readonly<Record<string, unknown>> = { ...each }
    for (const name of ['data', 'nodes', 'links', 'edges']) {
      listOf(parts[name]).forEach((datum, dataIndex) => {
        const observation = observationOf(datum)
        if (observation !== undefined) marks.set(observation, { seriesIndex, dataIndex, edge: name === 'links' || name === 'edges' })
      })
    }
  })
  return new Map([...marks].sort(([a], [b]) => a - b))
}
