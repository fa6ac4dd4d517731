/** Every way to choose so many of some places, in their order. */
export function choices(places: number, count: number, from = 0): number[][] {
  if (count === 0) return [[]]
  return Array.from({ length: Math.max(0, places - from - count + 1) }, (_, at) => from + at).flatMap((place) => choices(places, count - 1, place + 1).map((rest) => [place, ...rest]))
}
