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

/** Round volumes (1, 2, 5 × 10ⁿ) from below the least to above the largest; only powers of ten where there would be many. */
export function logTicks(volumes: readonly number[]): number[] {
  const least = Math.min(...volumes, 1e6)
  const most = Math.max(...volumes, 1)
  const round = Array.from({ length: 10 }, (_, power) => [1, 2, 5].map((factor) => factor * 10 ** power)).flat()
  const from = Math.max(0, round.findLastIndex((tick) => tick <= least))
  const to = Math.max(from + 2, round.findIndex((tick) => tick >= most * 1.05))
  const ticks = round.slice(from, to + 1)
  return ticks.length <= 7 ? ticks : ticks.filter((tick, at) => Number.isInteger(Math.log10(tick)) || at === 0 || at === ticks.length - 1)
}

/** The ticks of a logarithmic axis that get a label: a power of ten stays, another goes before a neighbour that is too close. */
export const labelledTicks = (ticks: readonly number[], x: (tick: number) => number): number[] =>
  ticks.filter((tick) => Number.isInteger(Math.log10(tick)) || ticks.every((other) => other === tick || Math.abs(x(other) - x(tick)) > 40))

/** Ticks whose centred labels do not touch: from the last backwards, one without room goes. */
export function apart(ticks: readonly number[], x: (tick: number) => number, width: (tick: number) => number): number[] {
  const kept: number[] = []
  for (const tick of ticks.toReversed()) {
    const next = kept[0]
    if (next === undefined || x(next) - x(tick) >= (width(next) + width(tick)) / 2 + 6) kept.unshift(tick)
  }
  return kept
}
