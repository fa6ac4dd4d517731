import type { EChartsOption } from 'echarts'

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

/** The slice's observation that a datum stands for; undefined for decoration. */
export const observationOf = (datum: unknown): number | undefined => {
  const observation = typeof datum === 'object' && datum !== null ? (datum as { observation?: unknown }).observation : undefined
  return typeof observation === 'number' ? observation : undefined
}

/** The observations of a picture, one entry per datum that carries one, in drawing order. */
export const marksOf = (option: EChartsOption): number[] =>
  listed(option.series)
    .flatMap((series) => listed((series as { data?: unknown }).data))
    .map(observationOf)
    .filter((observation) => observation !== undefined)
