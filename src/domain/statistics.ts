/** The 95 % quantile of the standard normal distribution, two-sided. */
export const Z95 = 1.959963984540054

export interface Interval {
  readonly low: number
  readonly high: number
}

/** 95 % Wilson score interval of a share (Wilson 1927), both ends in 0…1. Undefined when n is 0 or the counts make no share. */
export function wilson(successes: number, n: number, z = Z95): Interval | undefined {
  if (!(n > 0) || successes < 0 || successes > n) return undefined
  const p = successes / n
  const denominator = 1 + (z * z) / n
  const centre = (p + (z * z) / (2 * n)) / denominator
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / denominator
  // With none, or all, centre and half cancel out exactly; reckoned they leave a trace.
  return { low: successes === 0 ? 0 : Math.max(0, centre - half), high: successes === n ? 1 : Math.min(1, centre + half) }
}

/** Quantile by linear interpolation (type 7) of unsorted values. NaN for no values. */
export function quantile(values: readonly number[], at: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  const position = (sorted.length - 1) * at
  const below = Math.floor(position)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (high - low) * (position - below)
}

/** Median of unsorted values. NaN for no values. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Arithmetic mean. NaN for no values. */
export const mean = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length)

/** How sure the limits of a funnel are. */
export type FunnelLevel = 0.95 | 0.998

/** The terms log k! of binomial probabilities, as far as they were needed. */
const LOG_FACTORIALS = [0]

function logFactorial(k: number): number {
  for (let next = LOG_FACTORIALS.length; next <= k; next += 1) LOG_FACTORIALS.push(LOG_FACTORIALS[next - 1]! + Math.log(next))
  return LOG_FACTORIALS[k]!
}

/** Beyond so many cases the binomial distribution is summed no more: the normal one differs by less than a drawn line. */
const EXACT_UP_TO = 2_000

/** The 97.5 and 99.9 % quantiles of the standard normal distribution. */
const Z: Readonly<Record<FunnelLevel, number>> = { 0.95: Z95, 0.998: 3.090232306167813 }

/** Below so many standard deviations (and counts) under the mean nothing is left of a binomial distribution. */
const NEGLIGIBLE = 10

/** The count below which a binomial variable stays with the given chance, between whole counts by linear interpolation. */
function binomialQuantile(p: number, n: number, chance: number): number {
  const [logP, logQ, odds] = [Math.log(p), Math.log1p(-p), p / (1 - p)]
  let count = Math.max(0, Math.floor(n * p - NEGLIGIBLE * (Math.sqrt(n * p * (1 - p)) + 1)))
  let mass = Math.exp(logFactorial(n) - logFactorial(count) - logFactorial(n - count) + count * logP + (n - count) * logQ)
  let below = mass
  while (below < chance && count < n) {
    mass *= ((n - count) / (count + 1)) * odds
    count += 1
    below += mass
  }
  return mass > 0 ? count - (below - chance) / mass : count
}

/**
 * Between which shares an agency with n cases lies by chance alone, were its true share the group's p: the control limits of a funnel plot.
 * Exact binomial limits with interpolation between counts, after Spiegelhalter, Funnel plots for comparing institutional performance,
 * Statistics in Medicine 24 (2005), 1185–1202, appendix A.1.1; above 2,000 cases his normal approximation. Undefined when n is 0 or p no share.
 */
export function funnelLimits(p: number, n: number, level: FunnelLevel): Interval | undefined {
  if (!(n > 0) || !(p >= 0 && p <= 1)) return undefined
  if (p === 0 || p === 1) return { low: p, high: p }
  if (n > EXACT_UP_TO) {
    const half = Z[level] * Math.sqrt((p * (1 - p)) / n)
    return { low: Math.max(0, p - half), high: Math.min(1, p + half) }
  }
  const tail = (1 - level) / 2
  const within = (count: number): number => Math.min(1, Math.max(0, count / n))
  return { low: within(binomialQuantile(p, n, tail)), high: within(binomialQuantile(p, n, 1 - tail)) }
}

/** Standard competition ranks ("1 2 2 4") of values, the largest first or, with `ascending`, the smallest. NaN has no rank: null. */
export function competitionRanks(values: readonly number[], ascending = false): (number | null)[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => (ascending ? a - b : b - a))
  const ranks = new Map<number, number>()
  sorted.forEach((value, at) => ranks.has(value) || ranks.set(value, at + 1))
  return values.map((value) => ranks.get(value) ?? null)
}

/** How much more shares scatter round p than chance lets them: the mean of their squared z scores, 1 by chance alone (Spiegelhalter 2005, section 4.3). NaN for none. */
export function dispersion(p: number, cases: readonly { readonly share: number; readonly n: number }[]): number {
  return p <= 0 || p >= 1 ? Number.NaN : mean(cases.map(({ share, n }) => ((share - p) ** 2 * n) / (p * (1 - p))))
}
