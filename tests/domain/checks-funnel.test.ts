import { describe, expect, it } from 'vitest'
import { funnelLimits } from '@/domain/statistics'

describe('funnelLimits', () => {
  // Golden values: the formula of Spiegelhalter (2005), appendix A.1.1, with scipy 1.17.1's binom.ppf, cdf and pmf.
  it.each([
    [0.15, 67, 0.95, 0.0619679665, 0.2334415391],
    [0.15, 67, 0.998, 0.0237581115, 0.2915949084],
    [0.5, 30, 0.95, 0.3043040513, 0.6623626153],
    [0.5, 30, 0.998, 0.2050026169, 0.7616640498],
    [0.02, 10, 0.95, 0, 0.0947092156],
    [0.9, 200, 0.95, 0.8540282856, 0.937309278],
    [0.9, 200, 0.998, 0.8264327361, 0.9571484926],
  ] as const)('p %d, n %d at %d', (p, n, level, low, high) => {
    const limits = funnelLimits(p, n, level)!
    expect(limits.low).toBeCloseTo(low, 8)
    expect(limits.high).toBeCloseTo(high, 8)
  })

  it('takes the normal distribution for many cases, close to the exact one', () => {
    const limits = funnelLimits(0.5, 10000, 0.998)!
    expect(limits.low).toBeCloseTo(0.5 - 3.090232306167813 * 0.005, 12)
    expect(Math.abs(limits.low - 0.4844999375)).toBeLessThan(1e-3)
    expect(Math.abs(limits.high - 0.5154000625)).toBeLessThan(1e-3)
  })

  it('narrows with n, widens with the level, and stays in 0…1', () => {
    for (const p of [0.01, 0.3, 0.97]) {
      let before = Infinity
      for (const n of [10, 100, 1000, 10000, 100000]) {
        const [inner, outer] = [funnelLimits(p, n, 0.95)!, funnelLimits(p, n, 0.998)!]
        expect(outer.low).toBeLessThanOrEqual(inner.low)
        expect(outer.high).toBeGreaterThanOrEqual(inner.high)
        expect(outer.low).toBeGreaterThanOrEqual(0)
        expect(outer.high).toBeLessThanOrEqual(1)
        expect(outer.high - outer.low).toBeLessThan(before)
        before = outer.high - outer.low
      }
    }
  })

  it('has no limits without cases or without a share, and none to speak of at 0 and 1', () => {
    expect(funnelLimits(0.5, 0, 0.95)).toBeUndefined()
    expect(funnelLimits(1.2, 10, 0.95)).toBeUndefined()
    expect(funnelLimits(Number.NaN, 10, 0.95)).toBeUndefined()
    expect(funnelLimits(0, 10, 0.95)).toEqual({ low: 0, high: 0 })
    expect(funnelLimits(1, 10, 0.95)).toEqual({ low: 1, high: 1 })
  })
})
