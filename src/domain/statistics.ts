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
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
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
