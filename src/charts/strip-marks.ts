import type { Observation } from '@/domain/slice'
import type { ChartContext } from './chart'
import { mixed } from './colour'
import { signed } from './doubts'
import { fittedAmong, subjectNames } from './names'
import type { Mark } from './paint'
import { isFocused } from './panel'
import { spread } from './scale'
import type { Strip } from './strip'
import { textWidth, wrapped } from './text'

const SIZE = 11
const LINE = 14
const LEADER = 16
/** Headings stand centred over their posts, the last one in the right margin too. */
const WIDEST = 88
/** Places that get a faint line of their own. */
const ROUND = [10, 20, 50, 100, 200, 500, 1000, 2000]

/** It has a rate and no place: too few cases. */
export const isUnranked = ({ value, rank }: Observation): boolean => value !== null && (rank?.place ?? null) === null

/** What stands under and over the lines of a strip. */
export function stripMarks(context: ChartContext, strip: Strip): { readonly under: readonly Mark[]; readonly over: readonly Mark[] } {
  return { under: [...placeMarks(context, strip), ...headingMarks(context, strip), ...laneMarks(context, strip)], over: [...leftEnds(context, strip), ...rightEnds(context, strip)] }
}

function placeMarks({ palette, words, slice }: ChartContext, strip: Strip): Mark[] {
  // Between the ends' leaders they would only be in the way.
  const labelled = Math.max(...slice.observations.map(({ indicator, rank }) => (indicator === slice.indicators[0] ? (rank?.place ?? 0) : 0)))
  const shown = ROUND.filter((place) => place < strip.last && place > labelled)
  return shown.flatMap((place): Mark[] => [
    { kind: 'line', from: [strip.left, strip.y(place)], to: [strip.right, strip.y(place)], colour: palette.grid },
    { kind: 'text', text: words.t('chart.strip.place', { n: place }), x: strip.left + 6, y: strip.y(place) - 7, size: 10, colour: palette.muted },
  ])
}

/** The definitions over their posts. */
function headingMarks({ slice, palette, words }: ChartContext, strip: Strip): Mark[] {
  const end = slice.indicators.length - 1
  const room = (strip.right - strip.left) / Math.max(1, end)
  return slice.indicators.flatMap(({ definitions }, column): Mark[] => {
    const lines = wrapped(words.name(definitions[0].label), SIZE, Math.min(room * 0.92, WIDEST)).slice(0, strip.top > 80 ? 5 : 3)
    return [
      { kind: 'line', from: [strip.x(column), strip.top - 12], to: [strip.x(column), strip.foot], colour: palette.axis },
      ...lines.map((text, at): Mark => ({ kind: 'text', text, x: strip.x(column), y: strip.top - 26 - (lines.length - 1 - at) * LINE, size: SIZE, align: 'center', colour: palette.text })),
    ]
  })
}

/** Under each definition how many of those shown have no place; dots of those with too few cases beside it. */
function laneMarks({ slice, palette, words, selection }: ChartContext, strip: Strip): Mark[] {
  const end = slice.indicators.length - 1
  const counts = slice.indicators.map((indicator) => slice.observations.filter((each) => each.indicator === indicator && (each.rank?.place ?? null) === null).length)
  if (counts.every((count) => count === 0)) return []
  const small = slice.observations.some(isUnranked)
  return [
    ...(small ? [{ kind: 'text' as const, text: words.t('chart.strip.unranked', { n: selection.n }), x: strip.left - LEADER - 6, y: strip.lane, size: SIZE, align: 'right' as const, colour: palette.muted }] : []),
    ...counts.map((count, column): Mark => ({ kind: 'text', text: words.t('chart.strip.none', { n: count }), x: column === end && end > 0 ? strip.right + 6 : strip.x(column) - (column === 0 ? 6 : 0), y: strip.foot + 16, size: SIZE, align: column === 0 ? 'left' : column === end ? 'right' : 'center', colour: palette.muted })),
  ]
}

interface Placed {
  readonly observation: Observation
  readonly y: number
}

/** The ranked agencies of a definition with room for a line of text each, in order of their places. */
function placedAt({ slice }: ChartContext, strip: Strip, column: number): Placed[] {
  const ranked = slice.observations.filter(({ indicator, rank }) => indicator === slice.indicators[column] && (rank?.place ?? null) !== null).sort((a, b) => a.rank!.place! - b.rank!.place!)
  const fitting = ranked.slice(0, Math.max(1, Math.floor((strip.foot - strip.top) / LINE)))
  const at = spread(fitting.map(({ rank }) => strip.y(rank!.place!)), LINE, strip.top, strip.foot - 4)
  return fitting.map((observation, i) => ({ observation, y: at[i]! }))
}

const inkOf = ({ palette }: ChartContext, { colours }: Strip, subject: number): string => (colours[subject] === palette.quiet ? palette.muted : mixed(colours[subject]!, palette.text, 0.2))

const leader = ({ palette }: ChartContext, strip: Strip, from: number, to: number, { observation, y }: Placed): Mark => ({ kind: 'line', from: [from, y], to: [to, strip.y(observation.rank!.place!)], colour: palette.axis, width: 0.75 })

/** Name and place. */
function leftEnds(context: ChartContext, strip: Strip): Mark[] {
  const names = subjectNames(context)
  return placedAt(context, strip, 0).flatMap((placed): Mark[] => {
    const { observation, y } = placed
    const place = signed(String(observation.rank!.place), observation)
    const name = fittedAmong(names[observation.subject]!, names, SIZE, strip.left - LEADER - 14 - textWidth(place, SIZE))
    return [leader(context, strip, strip.left - LEADER, strip.left - 5, placed), { kind: 'text', text: `${name}  ${place}`, x: strip.left - LEADER - 4, y, size: SIZE, align: 'right', colour: inkOf(context, strip, observation.subject), bold: isFocused(context, observation.subject) }]
  })
}

/** The place. */
function rightEnds(context: ChartContext, strip: Strip): Mark[] {
  const end = context.slice.indicators.length - 1
  if (end < 1) return []
  return placedAt(context, strip, end).flatMap((placed): Mark[] => {
    const { observation, y } = placed
    return [leader(context, strip, strip.right + LEADER, strip.right + 5, placed), { kind: 'text', text: signed(String(observation.rank!.place), observation), x: strip.right + LEADER + 4, y, size: SIZE, colour: inkOf(context, strip, observation.subject), bold: isFocused(context, observation.subject) }]
  })
}
