import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean, median, quantile, wilson } from '@/domain/statistics'

describe('wilson', () => {
  // Golden values: Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score, no continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (k, n, low, high) => {
    const interval = wilson(k, n)!
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('has no interval without cases or with more successes than cases', () => {
    expect(wilson(0, 0)).toBeUndefined()
    for (let n = 1; n < 200; n += 1) expect([wilson(0, n)!.low, wilson(n, n)!.high]).toEqual([0, 1])
    expect(wilson(3, 2)).toBeUndefined()
    expect(wilson(-1, 2)).toBeUndefined()
  })

  it('holds the share and stays in 0…1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const k = Math.floor(n * share)
        const { low, high } = wilson(k, n)!
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(k / n + 1e-12)
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-12)
      }),
    )
  })
})

describe('quantile, median, mean', () => {
  it('interpolates linearly (type 7)', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
    expect(median([3, 1, 2])).toBe(2)
    expect(mean([1, 2, 6])).toBe(3)
  })

  it('gives NaN for no values', () => expect([quantile([], 0.5), median([]), mean([])].every(Number.isNaN)).toBe(true))
})
