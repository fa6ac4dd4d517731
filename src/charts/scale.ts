/** Round steps (1, 2, 2.5, 5 × 10ⁿ) from at or below `low` to at or above `high`, about `count` of them. Whole numbers where `whole`. */
export function niceTicks(low: number, high: number, count: number, whole: boolean): number[] {
  const span = high - low || Math.abs(high) || 1
  const rough = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * (1 - 1e-9) && (!whole || Number.isInteger(candidate))) ?? 10 * power
  const size = whole ? Math.max(1, step) : step
  const first = Math.floor(low / size + 1e-9)
  const last = Math.max(first + 1, Math.ceil(high / size - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * size).toPrecision(12)))
}

/** Positions moved apart to at least `gap`, kept between `from` and `to` as far as they fit; same order as given. */
export function spread(positions: readonly number[], gap: number, from: number, to: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]!)
  const placed = new Array<number>(positions.length)
  let low = from
  for (const i of order) {
    placed[i] = Math.max(positions[i]!, low)
    low = placed[i]! + gap
  }
  let high = to
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i]!, high)
    high = placed[i]! - gap
  }
  return placed
}
