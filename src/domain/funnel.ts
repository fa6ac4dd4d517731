import { familiesAt } from './members'
import type { Observation, Refusal } from './slice'
import { dispersion, funnelLimits, type Interval } from './statistics'
import type { Table } from './table'

/** Where a rate lies among the limits of its number of cases. */
export type FunnelPosition = 'inside' | 'above-95' | 'below-95' | 'above-99.8' | 'below-99.8' | 'not-judged'

/** An agency in a funnel; limits in percent. */
export interface FunnelPoint {
  readonly inner: Interval
  readonly outer: Interval
  readonly position: FunnelPosition
}

/** The overall rate of the agencies shown and where each lies round it. */
export interface Funnel {
  /** Σ numerator / Σ denominator × 100; null where that is refused. */
  readonly centre: number | null
  readonly numerator: number
  readonly denominator: number
  readonly refused: Extract<Refusal, 'scope' | 'forms'> | null
  /** By observation of the slice; undefined where it has no rate, and for all where there is no centre. */
  readonly points: readonly (FunnelPoint | undefined)[]
  readonly agencies: number
  /** How many of them have cases enough to be judged. */
  readonly judged: number
  /** How many of those lie outside the 95 %, and of these outside the 99.8 % limits. */
  readonly beyond95: number
  readonly beyond998: number
  /** 1 by chance alone. */
  readonly dispersion: number
}

/** Logarithms differ in their last digit between engines; a file must not. */
const rounded = (share: number): number => Number((share * 100).toFixed(6))

/** Limits in percent round an overall rate in percent for n cases (funnelLimits). */
export function limitsAt(centre: number, n: number): { readonly inner: Interval; readonly outer: Interval } {
  const percent = (level: 0.95 | 0.998): Interval => {
    const { low, high } = funnelLimits(centre / 100, n, level) ?? { low: 0, high: 1 }
    return { low: rounded(low), high: rounded(high) }
  }
  return { inner: percent(0.95), outer: percent(0.998) }
}

/** Limits are rounded: what differs from one by less lies on it. */
const ON_THE_LINE = 1e-6

/** Outside is what lies beyond the drawn line, where there are at least `enough` cases; of fewer every success of a single case would be outside. */
function positionOf({ value, denominator }: Observation, { inner, outer }: Pick<FunnelPoint, 'inner' | 'outer'>, enough: number): FunnelPosition {
  if (denominator! < enough) return 'not-judged'
  if (value! > outer.high + ON_THE_LINE) return 'above-99.8'
  if (value! < outer.low - ON_THE_LINE) return 'below-99.8'
  return value! > inner.high + ON_THE_LINE ? 'above-95' : value! < inner.low - ON_THE_LINE ? 'below-95' : 'inside'
}

/** The funnel of the rates of one indicator in one year; of fewer than `enough` cases none is judged. A centre would count twice where a region's figure is among others', and adds what does not add where forms differ. */
export function funnelOf(table: Table, observations: readonly Observation[], enough: number): Funnel {
  const isStated = ({ value, denominator }: Observation): boolean => value !== null && denominator !== null && denominator > 0
  const stated = observations.filter(isStated)
  const refused = stated.some(({ regional }) => regional) && stated.length > 1 ? 'scope' : familiesAt(table, stated.map(({ row }) => row)).length > 1 ? 'forms' : null
  const sum = (value: (observation: Observation) => number): number => stated.reduce((total, observation) => total + value(observation), 0)
  const [numerator, denominator] = [sum((each) => each.numerator!), sum((each) => each.denominator!)]
  const centre = refused === null && denominator > 0 ? (numerator / denominator) * 100 : null
  const known = new Map<number, ReturnType<typeof limitsAt>>()
  const points = observations.map((observation): FunnelPoint | undefined => {
    if (centre === null || !isStated(observation)) return undefined
    const n = Math.round(observation.denominator!)
    let limits = known.get(n)
    if (!limits) known.set(n, (limits = limitsAt(centre, n)))
    return { ...limits, position: positionOf(observation, limits, enough) }
  })
  const judged = stated.filter((each) => each.denominator! >= enough)
  const beyond = (pattern: RegExp): number => points.filter((point) => point && pattern.test(point.position)).length
  return {
    centre,
    numerator,
    denominator,
    refused,
    points,
    agencies: stated.length,
    judged: judged.length,
    beyond95: beyond(/^(above|below)/),
    beyond998: beyond(/99\.8$/),
    dispersion: centre === null ? Number.NaN : dispersion(centre / 100, judged.map((each) => ({ share: each.value! / 100, n: each.denominator! }))),
  }
}
